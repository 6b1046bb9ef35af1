package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.wolkenkaart.world.WorldServer;
import nl.wolkenkaart.world.ZoneFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registers from the command line to the files. */
class DirectoryCommandTest {
  private static final String ROO =
      "name,type,roo_id,website,email,parent_id,id,valid_until\n"
          + "Stad,gemeente,1,www.web.example,post@own.example,,p1,\n"
          + "Deel,organisatieonderdeel,2,,,p1,p2,\n"
          + "Los,zbo,3,https://www.facebook.com/los,,,p3,\n"
          + "Weg,zbo,4,weg.example,,,p4,2020-01-01\n"
          + ",zbo,5,naamloos.example,,,p5,\n";

  @TempDir Path folder;

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static List<String> rows(Path file, String... columns) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();
    List<String> lines = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(file)) {
      for (CSVRecord row : format.parse(reader)) {
        List<String> cells = new ArrayList<>();
        for (String column : columns) {
          cells.add(row.get(column));
        }
        lines.add(String.join("|", cells));
      }
    }
    return lines;
  }

  @Test
  void writesOrganisationsRejectsAndASummary() throws IOException {
    Path output = folder.resolve("out");
    Ran ran =
        Ran.with(
            "directory", "--run-date", "2026-11-22", write("roo.csv", ROO), "--output", output);
    assertThat(ran.err(), ran.exit(), is(0));
    assertThat(
        rows(
            output.resolve("tables/organisations.csv"),
            "organisation_id",
            "sector",
            "domain",
            "inherited_from"),
        contains(
            "roo:1|municipality|own.example|",
            "roo:2|central-government|own.example|roo:1",
            "roo:3|agency||"));
    assertThat(
        rows(output.resolve("rejects.csv"), "line", "reason"), contains("6|the name is empty"));
    assertThat(Files.exists(output.resolve("tables/organisations.parquet")), is(true));
    assertThat(Files.exists(output.resolve("tables/organisations.avro")), is(true));
    assertThat(
        ran.out(), allOf(containsString("municipality"), containsString("the name is empty")));
    JsonNode counts =
        new ObjectMapper().readTree(output.resolve("run-manifest.json").toFile()).path("counts");
    assertThat(counts.path("directory").path("rows").asInt(), is(5));
    assertThat(counts.path("directory").path("ended").asInt(), is(1));
    assertThat(counts.path("directory").path("types/roo/zbo = agency").asInt(), is(2));
  }

  @Test
  void listThatWasLookedAtAndCorrectedIsReadAgain() throws IOException {
    Path first = folder.resolve("first");
    Ran.with("directory", "--run-date", "2026-11-22", write("roo.csv", ROO), "--output", first);
    for (String format : List.of("avro", "parquet", "csv")) {
      Path again = folder.resolve("again-" + format);
      Ran ran =
          Ran.with(
              "directory",
              "--run-date",
              "2026-11-22",
              first.resolve("tables/organisations." + format),
              "--output",
              again);
      assertThat(ran.err(), ran.exit(), is(0));
      String[] columns = {"organisation_id", "domain", "inherited_from", "candidates"};
      assertThat(
          format,
          rows(again.resolve("tables/organisations.csv"), columns),
          is(rows(first.resolve("tables/organisations.csv"), columns)));
    }
    Path csv = first.resolve("tables/organisations.csv");
    String corrected =
        Files.readString(csv).replaceFirst("NL,own.example,own", "NL,web.example,own");
    Path again = folder.resolve("again");
    Ran.with("directory", write("corrected.csv", corrected), "--output", again);
    assertThat(
        rows(
                again.resolve("tables/organisations.csv"),
                "organisation_id",
                "domain",
                "domain_reason")
            .get(0),
        is("roo:1|web.example|given by the list"));
  }

  @Test
  void ownListMayBeInWindows1252() throws IOException {
    Path list = folder.resolve("list.csv");
    Files.writeString(
        list, "id,name,domain,sector\n1,Súdwest,a.example,s\n", StandardCharsets.ISO_8859_1);
    Path output = folder.resolve("out");
    Ran ran = Ran.with("directory", list, "--output", output);
    assertThat(ran.err(), containsString("windows-1252"));
    assertThat(
        rows(output.resolve("tables/organisations.csv"), "organisation_id", "organisation_name"),
        contains("1|Súdwest"));
  }

  @Test
  void whatCannotBeReadEndsWithOneLineAndWritesNothing() throws IOException {
    Path output = folder.resolve("out");
    Ran ran =
        Ran.with("directory", write("page.csv", "<html><title>404</title>"), "--output", output);
    assertThat(ran.exit(), is(2));
    assertThat(ran.err(), allOf(containsString("page.csv"), containsString("web page")));
    assertThat(Files.exists(output), is(false));
    assertThat(
        Ran.with("directory", "--format", "abacus", folder.resolve("page.csv"), "--output", output)
            .err(),
        containsString("unknown format 'abacus'"));
  }

  @Test
  void surveyAsksAllCandidatesAndTakesTheOneThatReceivesMail() throws IOException {
    write(
        "roo.csv",
        ROO.replace("post@own.example", "post@web.example").replace("www.web", "www.own"));
    write("list.csv", "id,name,domain,sector\n77,Extra,own.example,eigen\n");
    Path run =
        write(
            "run.yaml",
            "run-date: 2026-11-22\ninputs:\n"
                + "  - {path: roo.csv, format: roo, as-of: 2026-05-01, sectors: {zbo: clubs}}\n"
                + "  - {path: list.csv}\n");
    Path output = folder.resolve("survey");
    try (WorldServer server =
        WorldServer.start(
            ZoneFile.read(Path.of("src/test/resources/zones/survey.zone")), Map.of(), 0)) {
      Ran ran =
          Ran.with(
              "survey",
              "--run",
              run,
              "--resolvers",
              server.address(),
              "--rate",
              0,
              "--buckets",
              2,
              "--output",
              output);
      assertThat(ran.err(), ran.exit(), is(0));
    }
    assertThat(
        rows(
            output.resolve("tables/attributions.csv"),
            "organisation_id",
            "sector",
            "domain",
            "status"),
        contains(
            "77|eigen|own.example|ok",
            "roo:1|municipality|own.example|ok",
            "roo:2|central-government|own.example|ok",
            "roo:3|clubs||no_domain"));
    assertThat(
        rows(
            output.resolve("tables/organisations.csv"),
            "organisation_id",
            "domain",
            "domain_reason"),
        contains(
            "77|own.example|given by the list",
            "roo:1|own.example|website, receives mail, before 1 other",
            "roo:2|own.example|that of roo:1, of which the register says it is a part: website,"
                + " receives mail, before 1 other",
            "roo:3||no address that a register gives can be its domain"));
    assertThat(
        rows(
                output.resolve("tables/statistics.csv"),
                "sector",
                "measure",
                "value",
                "organisations",
                "denominator",
                "share")
            .stream()
            .filter(row -> row.startsWith("clubs|"))
            .filter(row -> row.contains("|status|") || row.contains("|receiver|"))
            .toList(),
        contains("clubs|receiver|no_domain|1|0|", "clubs|status|no_domain|1|1|1"));
  }
}
