package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.wolkenkaart.provider.Glossary;
import nl.wolkenkaart.world.WorldServer;
import nl.wolkenkaart.world.ZoneFile;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tables that are other than usual: missing, contradicting, pooled; and a comparison beside them.
 */
class ReportTablesTest extends ReportedRun {
  @Test
  void tablesThatContradictEachOtherEndWithThree() throws IOException {
    Path mixed = folder.resolve("mixed");
    Files.createDirectories(mixed);
    try (WorldServer server = WorldServer.start(ZoneFile.read(ZONE))) {
      Path list = Files.writeString(folder.resolve("short.csv"), LIST.substring(0, 130));
      Path other = folder.resolve("other");
      Ran ran =
          Ran.with(
              "survey",
              "--organisations=" + list,
              "--resolvers=" + server.address(),
              "--rate=0",
              "--output=" + other);
      assertThat(ran.err(), ran.exit(), is(0));
      Files.copy(other.resolve("tables/statistics.avro"), mixed.resolve("statistics.avro"));
      exposuresOfAnotherRunEndWithThree(other.resolve("tables/exposures.avro"));
      lawOfAnotherRunEndsWithThree(other.resolve("tables/server_law.avro"));
    }
    for (String table : List.of("attributions", "services", "tenants")) {
      String file = table + ".avro";
      Files.copy(run.resolve("tables").resolve(file), mixed.resolve(file));
    }
    Ran ran = Ran.with("report", "--tables", mixed, "--output", folder.resolve("never"));
    assertThat(ran.exit(), is(3));
    assertThat(ran.err(), containsString("the tables contradict each other"));
    assertThat(Files.exists(folder.resolve("never/index.html")), is(false));
  }

  private void exposuresOfAnotherRunEndWithThree(Path exposures) throws IOException {
    Path mixed = tables("mixed-exposures", "attributions", "services", "tenants", "statistics");
    Path report = folder.resolve("no-exposures");
    Ran without = Ran.with("report", "--tables", mixed, "--output", report);
    assertThat(without.err(), without.exit(), is(0));
    assertThat(Files.exists(report.resolve("evidence/case-sheet.js")), is(false));
    Files.copy(exposures, mixed.resolve("exposures.avro"));
    Ran ran = Ran.with("report", "--tables", mixed, "--output", folder.resolve("never-exposed"));
    assertThat(ran.exit(), is(3));
    assertThat(ran.err(), containsString("have the mailboxes at [], attributions at ["));
    assertThat(Files.exists(folder.resolve("never-exposed/index.html")), is(false));
  }

  private static Path tables(String name, String... tables) throws IOException {
    Path copy = Files.createDirectories(folder.resolve(name));
    for (String table : tables) {
      String file = table + ".avro";
      Files.copy(run.resolve("tables").resolve(file), copy.resolve(file));
    }
    return copy;
  }

  @ParameterizedTest
  @CsvSource({"exposures, aa", "exposures, zz", "services, aa", "services, zz"})
  void aRowOfNobodyEndsWithThree(String table, String nobody) throws IOException {
    Path copy =
        tables(
            "nobody-" + table + nobody,
            "attributions",
            "services",
            "exposures",
            "tenants",
            "statistics");
    Path file = copy.resolve(table + ".avro");
    Files.delete(file);
    int rows = withRowOf(nobody, run.resolve("tables/" + table + ".avro"), file);
    Ran ran = Ran.with("report", "--tables", copy, "--output", copy.resolve("report"));
    assertThat(ran.exit(), is(3));
    assertThat(
        ran.err(),
        containsString(
            table
                + " has "
                + rows
                + " rows, of which 1 belong to no organisation; the report has "
                + (rows - 1)));
    assertThat(Files.exists(copy.resolve("report/index.html")), is(false));
  }

  /** Copies a table with its first row once more, for an organisation that is not there. */
  private static int withRowOf(String nobody, Path from, Path to) throws IOException {
    List<GenericRecord> all = new ArrayList<>();
    try (DataFileReader<GenericRecord> reader =
        new DataFileReader<>(from.toFile(), new GenericDatumReader<>())) {
      reader.forEach(all::add);
      GenericRecord more = new GenericData.Record((GenericData.Record) all.get(0), true);
      more.put("organisation_id", nobody);
      all.add(more);
      all.sort(Comparator.comparing(row -> String.valueOf(row.get("organisation_id"))));
      try (DataFileWriter<GenericRecord> writer =
          new DataFileWriter<>(new GenericDatumWriter<>(reader.getSchema()))) {
        writer.create(reader.getSchema(), to.toFile());
        for (GenericRecord row : all) {
          writer.append(row);
        }
      }
    }
    return all.size();
  }

  private void lawOfAnotherRunEndsWithThree(Path law) throws IOException {
    Path mixed = tables("mixed-law", "attributions", "services", "tenants", "statistics");
    Ran without = Ran.with("report", "--tables", mixed, "--output", folder.resolve("no-law"));
    assertThat(without.err(), without.exit(), is(0));
    Files.copy(law, mixed.resolve("server_law.avro"));
    Ran ran = Ran.with("report", "--tables", mixed, "--output", folder.resolve("never-law"));
    assertThat(ran.exit(), is(3));
    assertThat(ran.err(), containsString("server_law [all, backend"));
    assertThat(Files.exists(folder.resolve("never-law/index.html")), is(false));
  }

  @Test
  void theGlossaryIsInTheMethodInBothLanguages() throws IOException {
    String page = page(run.resolve("report"));
    for (Glossary.Term term : Glossary.terms()) {
      for (String language : List.of("nl", "en")) {
        String means = term.means().in(language).replace("'", "&#39;");
        assertThat(page.replace("&apos;", "&#39;").replace("'", "&#39;"), containsString(means));
      }
    }
  }

  @Test
  void whatIsMissingOrWrongIsSaid() {
    Ran none = Ran.with("report", "--tables", folder.resolve("nowhere"), "--output", folder);
    assertThat(none.exit(), is(2));
    assertThat(none.err(), containsString("no such folder of tables"));
    Ran address =
        Ran.with(
            "report", "--tables", run, "--output", folder, "--report-errors-to=a\"b@c.example");
    assertThat(address.exit(), is(2));
    assertThat(address.err(), containsString("is no mail address"));
  }

  @Test
  void pooledStatisticsGiveNoReport() throws IOException {
    Path pooled = folder.resolve("pooled");
    Ran again =
        Ran.with(
            "classify",
            "--organisations=" + folder.resolve("list.csv"),
            "--observations=" + run.resolve("observations"),
            "--run-date=2026-04-28",
            "--min-cell=3",
            "--output=" + pooled);
    assertThat(again.err(), again.exit(), is(0));
    Ran ran = Ran.with("report", "--tables", pooled, "--output", pooled.resolve("report"));
    assertThat(ran.exit(), is(2));
    assertThat(ran.err(), containsString("--min-cell"));
    assertThat(Files.exists(pooled.resolve("report")), is(false));
  }

  /** By hand: 4 moved from the filter to Microsoft, 1 back; 2 are only now seen. */
  @Test
  void aComparisonIsTold() throws IOException {
    Path comparison = folder.resolve("comparison");
    Files.createDirectories(comparison.resolve("tables"));
    Files.writeString(
        comparison.resolve("run-manifest.json"),
        "{\"options\": {\"before-date\": \"2025-04-01\", \"after-date\": \"2026-04-28\"}}");
    rows(
        comparison.resolve("tables/flows.avro"),
        List.of("sector", "axis", "from", "to", "kind"),
        List.of("organisations"),
        List.of("all", "backend", "ezorg", "microsoft-365", "moved", 4L),
        List.of("all", "backend", "microsoft-365", "ezorg", "moved", 1L),
        List.of("all", "backend", "unknown", "self", "now_seen", 2L),
        List.of("council", "backend", "ezorg", "microsoft-365", "moved", 4L));
    rows(
        comparison.resolve("tables/net_flows.avro"),
        List.of("sector", "axis", "value"),
        List.of("organisations_before", "moved_in", "moved_out", "organisations_after"),
        List.of("all", "backend", "microsoft-365", 10L, 4L, 1L, 14L));
    Path report = folder.resolve("changed");
    Ran ran =
        Ran.with("report", "--tables", run, "--comparison=" + comparison, "--output=" + report);
    assertThat(ran.err(), ran.exit(), is(0));
    assertThat(
        page(report),
        allOf(
            containsString(
                "Tussen 1 april 2025 en 28 april 2026 stapten 5 organisaties met hun postbussen"
                    + " over"),
            containsString("E-Zorg mail filter → Microsoft 365 (Exchange Online): 4"),
            containsString("<td>10</td><td>4</td><td>1</td><td>1</td><td>14</td>")));
    assertThat(page(run.resolve("report")), not(containsString("id=\"nl-changes\"")));
  }

  @SafeVarargs
  private static void rows(
      Path file, List<String> texts, List<String> numbers, List<Object>... rows)
      throws IOException {
    SchemaBuilder.FieldAssembler<Schema> fields = SchemaBuilder.record("Row").fields();
    for (String text : texts) {
      fields = fields.requiredString(text);
    }
    for (String number : numbers) {
      fields = fields.requiredLong(number);
    }
    Schema schema = fields.endRecord();
    try (DataFileWriter<GenericRecord> writer =
        new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
      writer.create(schema, file.toFile());
      for (List<Object> row : rows) {
        GenericRecord record = new GenericData.Record(schema);
        for (int i = 0; i < row.size(); i++) {
          record.put(i, row.get(i));
        }
        writer.append(record);
      }
    }
  }
}
