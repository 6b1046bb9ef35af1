package nl.wolkenkaart.table;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Damage to observations and descriptors, each named. */
class PapersCheckTest extends WrittenDataset {
  @Test
  void aDomainObservedInTwoFiles() throws IOException {
    observe("1", "b.example");
    publish();
    assertThat(
        faults(),
        containsString(
            "observations/bucket-1.parquet, row 1: the domain b.example is there twice"));
  }

  @Test
  void observationsOfWhichOneFormSaysSomethingElse() throws IOException {
    Path parquet = Path.of(observe("1", "c.example"));
    byte[] kept = Files.readAllBytes(parquet);
    observe("1", "d.example");
    Files.write(parquet, kept);
    publish();
    assertThat(
        faults(),
        containsString("observations/bucket-1.avro, row 1 (d.example) is not that of Parquet"));
  }

  @Test
  void observationsWithoutTheirParquetForm() throws IOException {
    Files.delete(dataset.resolve("observations/bucket-0.parquet"));
    assertThat(
        faults(),
        allOf(
            containsString("- observations/bucket-0.parquet is missing"),
            containsString("- observations/bucket-0.parquet is described and missing"),
            containsString("observations/bucket-0.avro has no Parquet form")));
  }

  @Test
  void everyFlippedByteOfObservationsIsNoticed() throws IOException {
    for (String form : List.of("avro", "parquet")) {
      Path file = dataset.resolve("observations/bucket-0." + form);
      byte[] whole = Files.readAllBytes(file);
      for (int at = 0; at < whole.length; at += whole.length / 8) {
        byte[] damaged = whole.clone();
        damaged[at] ^= 4;
        Files.write(file, damaged);
        assertThat(
            faults(),
            allOf(
                containsString("observations/bucket-0." + form + " is not as it was"),
                containsString("observations-" + form + " has another SHA-256")));
      }
      Files.write(file, whole);
    }
  }

  /** Changes a descriptor as one would who does not know the others. */
  private String edited(String descriptor, String from, String to) throws IOException {
    Path file = dataset.resolve(descriptor);
    String text = Files.readString(file);
    assertThat(text, containsString(from));
    Files.writeString(file, text.replace(from, to));
    Checksums.write(dataset);
    return faults();
  }

  @Test
  void aCatalogueEntryOfOtherFiles() throws IOException {
    assertThat(
        edited("dcat.jsonld", "\"tables/tenants.avro\"", "\"tables/tenants.orc\""),
        allOf(
            containsString("dcat.jsonld describes tables/tenants.orc, which is not there"),
            containsString("dcat.jsonld does not describe tables/tenants.avro")));
  }

  @Test
  void aCatalogueEntryUnderAnotherLicence() throws IOException {
    assertThat(
        edited("dcat.jsonld", "licence/CC_BY_4_0", "licence/CC0"),
        containsString("dcat.jsonld: the licence is http://publications.europa.eu"));
  }

  @Test
  void aCroissantThatDoesNotKnowAColumn() throws IOException {
    assertThat(
        edited("croissant.json", "statistics/share_low", "statistics/least"),
        containsString("croissant.json lacks the field share_low of statistics"));
  }

  @Test
  void aCroissantWithAnotherHash() throws IOException {
    String sum = Checksums.sha256(file(Tables.SERVICES, TableFormat.CSV));
    assertThat(
        edited("croissant.json", sum, "0".repeat(64)),
        containsString("croissant.json: tables/services.csv has another SHA-256"));
  }

  @Test
  void aCitationOfAnotherRun() throws IOException {
    assertThat(
        edited("CITATION.cff", "2026-04-28", "2026-04-29"),
        allOf(
            containsString("CITATION.cff: the date 2026-04-29 is not that of the run"),
            containsString("CITATION.cff: the title is ")));
  }

  @Test
  void descriptorsThatAreMissingOrBroken() throws IOException {
    Files.delete(dataset.resolve("croissant.json"));
    Files.writeString(dataset.resolve("CITATION.cff"), "a: [");
    Files.writeString(dataset.resolve("dcat.jsonld"), "{}");
    Checksums.write(dataset);
    assertThat(
        faults(),
        allOf(
            containsString("croissant.json is missing"),
            containsString("CITATION.cff cannot be read: "),
            containsString("dcat.jsonld describes no dataset")));
  }
}
