package nl.wolkenkaart.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
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

  private static final String ROWS = "observations/bucket-0.csv.gz";

  private List<String> rows() throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(dataset.resolve(ROWS)))) {
      return new ArrayList<>(new String(in.readAllBytes(), UTF_8).lines().toList());
    }
  }

  /** Publishes flat rows of one's own, with checksums and descriptors that fit. */
  private String withRows(List<String> lines) throws IOException {
    try (OutputStream out = new GzipStream(Files.newOutputStream(dataset.resolve(ROWS)))) {
      out.write((String.join("\n", lines) + '\n').getBytes(UTF_8));
    }
    publish();
    return faults();
  }

  @Test
  void observationsWithoutTheirFlatRows() throws IOException {
    Files.delete(dataset.resolve(ROWS));
    assertThat(
        faults(),
        allOf(
            containsString("- " + ROWS + " is missing"),
            containsString("- " + ROWS + " is described and missing"),
            containsString("observations/bucket-0.parquet has no CSV form, " + ROWS)));
  }

  @Test
  void aFlatRowThatIsRemovedChangedOrAdded() throws IOException {
    List<String> whole = rows();
    // Of each of two domains 13 answers have no record or one, under a line of headers.
    assertThat(whole.size(), is(27));
    List<String> lines = new ArrayList<>(whole);
    String removed = lines.remove(5);
    assertThat(
        withRows(lines),
        allOf(
            containsString(
                ROWS + " is not what Parquet gives: line 6 is: " + lines.get(5).substring(0, 40)),
            containsString("it should be: " + removed)));
    lines = new ArrayList<>(whole);
    lines.set(1, whole.get(1).replace("mx.a.example", "mx.b.example"));
    assertThat(withRows(lines), containsString(ROWS + " is not what Parquet gives: line 2 is: "));
    lines = new ArrayList<>(whole);
    lines.remove(26);
    assertThat(
        withRows(lines),
        containsString(ROWS + " is not what Parquet gives: ends before line 27, which should be"));
    lines = new ArrayList<>(whole);
    lines.add(whole.get(26));
    assertThat(
        withRows(lines),
        containsString(ROWS + " is not what Parquet gives: goes on after its last line: "));
  }

  @Test
  void flatRowsWithOtherHeaders() throws IOException {
    List<String> lines = rows();
    lines.set(0, lines.get(0).replace("record_ttl", "ttl"));
    assertThat(
        withRows(lines),
        allOf(
            containsString(ROWS + " lacks the column record_ttl"),
            containsString(ROWS + " has the unknown column ttl")));
    lines.set(0, "\"" + "x".repeat(100_000));
    assertThat(withRows(lines), containsString(ROWS + " lacks the column domain"));
  }

  @Test
  void flatRowsThatAreNotPacked() throws IOException {
    Files.writeString(dataset.resolve(ROWS), String.join("\n", rows()));
    publish();
    assertThat(faults(), containsString(ROWS + " cannot be read: "));
    byte[] half = new byte[600];
    withRows(List.of("domain"));
    System.arraycopy(Files.readAllBytes(dataset.resolve(ROWS)), 0, half, 0, 12);
    Files.write(dataset.resolve(ROWS), java.util.Arrays.copyOf(half, 12));
    publish();
    assertThat(faults(), containsString(ROWS + " cannot be read: "));
  }

  @Test
  void aCroissantThatDoesNotKnowAColumnOfObservations() throws IOException {
    assertThat(
        edited("croissant.json", "observation_rows/record_ttl", "observation_rows/ttl"),
        containsString("croissant.json lacks the field record_ttl of observation_rows"));
  }

  @Test
  void everyFlippedByteOfObservationsIsNoticed() throws IOException {
    for (String form : List.of("avro", "parquet", "csv.gz")) {
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
                containsString(
                    (form.equals("csv.gz") ? "observation_rows" : "observations-" + form)
                        + " has another SHA-256")));
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
