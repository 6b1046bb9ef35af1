package nl.wolkenkaart.table;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The descriptors are valid for programs that others wrote, and broken ones are not. */
class DescriptorsTest extends WrittenDataset {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Publication TOLD =
      new Publication(
          "Gemeente \"Zuid\" & {Noord}, İ",
          "https://example.org/id/zuid",
          "open@example.org",
          "https://example.org/mail");

  private void describe(Publication publication) throws IOException {
    Descriptors.write(
        new RunFolder(dataset.toString()),
        Subject.run(LocalDate.of(2026, 4, 28), List.of(folder.resolve("list.csv"))),
        publication);
  }

  private JsonNode read(String name) throws IOException {
    return JSON.readTree(dataset.resolve(name).toFile());
  }

  @Test
  void theyAreValidWhereNothingIsTold() throws IOException {
    assertThat(Validators.faults(dataset), is(empty()));
  }

  @Test
  void theyAreValidWhereEverythingIsTold() throws IOException {
    describe(TOLD);
    assertThat(Validators.faults(dataset), is(empty()));
  }

  @Test
  void nobodyIsMadeUp() throws IOException {
    assertThat(
        read("dcat.jsonld").at("/@graph/2/dct:publisher/foaf:name").asText(),
        is("Publisher not named"));
    assertThat(
        read("dcat.jsonld").at("/@graph/2/dcat:contactPoint/vcard:fn").asText(),
        is("Contact not named"));
    assertThat(
        Files.readString(dataset.resolve("CITATION.cff")), containsString("Publisher not named"));
  }

  @Test
  void whatIsToldStandsInAll() throws IOException {
    describe(TOLD);
    String address = "https://example.org/mail/tables/statistics.csv";
    for (String name : Descriptors.names()) {
      String text = Files.readString(dataset.resolve(name));
      assertThat(name, text, containsString("https://example.org/id/zuid"));
      assertThat(name, text, containsString("https://example.org/mail/"));
      assertThat(name, text, not(containsString(folder.toString())));
    }
    assertThat(
        Files.readString(dataset.resolve("dcat.jsonld")),
        containsString("mailto:open@example.org"));
    assertThat(
        read("croissant.json").path("distribution").findValuesAsText("contentUrl"),
        hasItem(address));
    assertThat(
        read("croissant.json").path("citeAs").asText(),
        is(
            "@misc{wolkenkaart-2026-04-28, title = {Who receives and who runs the mail of"
                + " organisations, 2026-04-28}, author = {{Gemeente \"Zuid\" \\& \\{Noord\\}, İ}},"
                + " year = {2026}, version = {2026.4.28}, url = {https://example.org/mail/}}"));
  }

  @Test
  void runsOfOnePublisherAreOneSeries() throws IOException {
    describe(TOLD);
    String series = read("dcat.jsonld").at("/@graph/1/@id").asText();
    assertThat(series, containsString("urn:uuid:"));
    describe(new Publication("Another", null, null, ""));
    assertThat(read("dcat.jsonld").at("/@graph/1/@id").asText(), is(not(series)));
  }

  @Test
  void theSameDatasetGivesTheSameBytes() throws IOException {
    for (String name : Descriptors.names()) {
      String text = Files.readString(dataset.resolve(name));
      describe(Publication.untold());
      assertThat(Files.readString(dataset.resolve(name)), is(text));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "dcat.jsonld, dct:accessRights, dct:rights",
    "dcat.jsonld, dcat:theme, dcat:topic",
    "dcat.jsonld, data-theme/GOVE, data-theme/government",
    "dcat.jsonld, dct:creator, dct:contributor",
    "dcat.jsonld, dct:identifier, dct:title",
    "dcat.jsonld, dcat:accessURL, dcat:url",
    "dcat.jsonld, dct:license, dct:rights",
    "dcat.jsonld, dcat:contactPoint, dcat:contact",
    "dcat.jsonld, spdx:checksumValue, spdx:value",
    "dcat.jsonld, dcat:Dataset, dcat:DataSet",
    "croissant.json, croissant/1.1, croissant/1.2",
    "croissant.json, datePublished, dateOfPublication",
    "croissant.json, sha256, md5",
    "croissant.json, sc:Integer, sc:Whole",
    "croissant.json, cr:RecordSet, cr:Records",
    "croissant.json, creator, maker",
    "datapackage.json, resources, files",
    "datapackage.json, 'primaryKey\" : [', 'primaryKey\" : [ 1,'",
    "datapackage.json, tables/services.csv, ../services.csv",
    "datapackage.json, sha256:, sha256-",
    "CITATION.cff, authors, writers",
    "CITATION.cff, 2026-04-28, 28 April",
    "CITATION.cff, 1.2.0, 1.1.0",
  })
  void aBrokenOneIsRefused(String name, String from, String to) throws IOException {
    Path file = dataset.resolve(name);
    String text = Files.readString(file);
    assertThat(text, containsString(from));
    Files.writeString(file, text.replace(from, to));
    List<String> faults = Validators.faults(dataset);
    assertThat(faults, hasItem(containsString(name + ": ")));
  }
}
