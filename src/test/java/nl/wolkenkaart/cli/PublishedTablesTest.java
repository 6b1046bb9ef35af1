package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.wolkenkaart.observation.DomainObservation;
import nl.wolkenkaart.observation.ObservationBuilder;
import nl.wolkenkaart.observation.ObservationFiles;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.table.ReadTable;
import org.apache.avro.file.DataFileStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables that count, from a list with shared domains and inhabitants to what is verified. */
class PublishedTablesTest {
  @TempDir Path folder;
  private Path observations;

  @BeforeEach
  void observe() throws IOException {
    List<DomainObservation> seen = new ArrayList<>();
    for (String domain : List.of("shared.example", "own.example", "other.example")) {
      seen.add(
          ObservationBuilder.of(domain)
              .mx("0 " + domain.replace('.', '-') + ".mail.protection.outlook.com")
              .microsoftDkim("tenant")
              .observation());
    }
    seen.add(
        ObservationBuilder.of("self.example")
            .mx("10 mail.self.example")
            .host("mail.self.example", "192.0.2.1", 64500, "NET")
            .observation());
    observations = Files.createDirectories(folder.resolve("observations"));
    ObservationFiles.write(ObservationFiles.path(observations.toString(), "0"), 1, seen);
  }

  private Path classify(String output, Path list, Object... more) {
    Path target = folder.resolve(output);
    List<Object> words =
        new ArrayList<>(
            List.of("classify", "--organisations", list, "--observations", observations));
    words.addAll(List.of("--run-date", "2026-04-28", "--output", target));
    words.addAll(List.of(more));
    Ran ran = Ran.with(words.toArray());
    assertThat(ran.err(), ran.exit(), is(0));
    return target;
  }

  private static List<String> stands(Path output) throws IOException {
    List<String> stands = new ArrayList<>();
    String table = output.resolve("tables/attributions.avro").toString();
    try (DataFileStream<Attribution> rows = ReadTable.avro(table, Attribution.class)) {
      for (Attribution row : rows) {
        stands.add(
            row.getOrganisationId()
                + " "
                + row.getDomain()
                + " "
                + row.getStandsForDomain()
                + " "
                + row.getPopulation());
      }
    }
    return stands;
  }

  private static List<String> lines(Path output, String table, String start) throws IOException {
    try (var lines = Files.lines(output.resolve("tables/" + table + ".csv"))) {
      return lines.filter(line -> line.startsWith(start)).toList();
    }
  }

  @Test
  void oneOrganisationStandsForADomainInItsSectorAndOneInTheList() throws IOException {
    Path list =
        Files.writeString(
            folder.resolve("list.csv"),
            """
            id,name,domain,sector,population
            c,C,shared.example,school,10
            b,B,shared.example,council,200
            a,A,shared.example,school,30
            d,D,own.example,council,
            e,E,self.example,council,4000
            """);
    Path output = classify("plain", list);
    assertThat(
        stands(output),
        contains(
            "a shared.example list 30",
            "b shared.example sector 200",
            "c shared.example null 10",
            "d own.example list null",
            "e self.example list 4000"));
    assertThat(
        lines(output, "statistics", "all,backend,microsoft-365,"),
        contains("all,backend,microsoft-365,4,5,0.8,0.8,0.8,2,3,0.666667,240,4240,0.056604"));
    assertThat(
        lines(output, "statistics", "school,backend,"),
        contains("school,backend,microsoft-365,2,2,1,1,1,1,1,1,40,40,1"));
    assertThat(Ran.with("verify", output).exit(), is(0));
  }

  @Test
  void aDomainThatIsChosenIsCountedWithThoseThatHaveItAnyway() throws IOException {
    // The first organisation has a choice of two domains; the second takes one of them as it is.
    Path choice =
        Files.writeString(
            folder.resolve("organisations.csv"),
            """
            organisation_id,organisation_name,sector,domain,candidates
            a,Bureau A,school,,"[{""kind"":""website"",""value"":""https://nothing.example""},{""kind"":""e-mail"",""value"":""info@own.example""}]"
            b,Bureau B,school,own.example,
            c,Bureau C,council,own.example,
            """);
    Path output = classify("choice", choice);
    assertThat(
        stands(output),
        contains(
            "a own.example list null", "b own.example null null", "c own.example sector null"));
    assertThat(Ran.with("verify", output).exit(), is(0));
  }

  /** Two registers tell of one organisation, and one of another that is no more. */
  @Test
  void rowsThatWereJoinedOrHadEndedAreNotTakenForLost() throws IOException {
    String header = "name,type,roo_id,website,email,parent_id,id,valid_until\n";
    String town = "A,gemeente,1,,a@self.example,,p1,\n";
    Files.writeString(
        folder.resolve("first.csv"), header + town + "B,zbo,2,,b@own.example,,p2,2020-01-01\n");
    Files.writeString(
        folder.resolve("second.csv"), header + town + "C,zbo,3,,c@other.example,,p3,\n");
    Path run =
        Files.writeString(
            folder.resolve("registers.yaml"),
            "inputs:\n  - path: first.csv\n  - path: second.csv\nrun-date: 2026-04-28\n");
    Path output = folder.resolve("registers");
    Ran ran =
        Ran.with("classify", "--run", run, "--observations", observations, "--output", output);
    assertThat(ran.err(), ran.exit(), is(0));
    String manifest = Files.readString(output.resolve("run-manifest.json"));
    assertThat(manifest, containsString("\"joined\" : 1"));
    assertThat(manifest, containsString("\"ended\" : 1"));
    Ran verified = Ran.with("verify", output);
    assertThat(verified.out() + verified.err(), verified.exit(), is(0));
    // Without these counts two rows would be lost.
    Path file = output.resolve("run-manifest.json");
    Files.writeString(file, manifest.replaceAll("\"(joined|ended)\" : 1", "\"$1\" : 0"));
    Ran lost = Ran.with("verify", output);
    assertThat(lost.exit(), is(3));
    assertThat(
        lost.out(),
        containsString("4 rows were read, but 2 organisations and 0 rejects came of them"));
  }

  @Test
  void cellsOfFewArePooledAndVerifiedWithTheManifestsOption() throws IOException {
    StringBuilder rows = new StringBuilder("id,name,domain,sector\n");
    for (int i = 0; i < 6; i++) {
      rows.append("m").append(i).append(",M,other.example,council\n");
    }
    rows.append("s,S,self.example,council\nt,T,self.example,council\nu,U,own.example,tiny\n");
    Path list = Files.writeString(folder.resolve("few.csv"), rows);
    Path output = classify("few", list, "--min-cell", 3);
    // The small sector goes with the next, which is all there is.
    assertThat(lines(output, "statistics", "tiny,"), is(List.of()));
    assertThat(
        lines(output, "statistics", "pooled,backend,"),
        contains("pooled,backend,pooled,9,9,1,1,1,3,3,1,,,"));
    assertThat(
        Files.readString(output.resolve("run-manifest.json")),
        containsString("\"min-cell\" : \"3\""));
    Ran verified = Ran.with("verify", output);
    assertThat(verified.out() + verified.err(), verified.exit(), is(0));
    // Place against law has no rows then, and the manifest says so.
    assertThat(lines(output, "server_law", ""), hasSize(1));
    assertThat(lines(output, "scenarios", ""), hasSize(1));
    assertThat(
        Files.readString(output.resolve("run-manifest.json")),
        containsString("with a smallest cell, server_law and scenarios have no rows"));
    // The tables by organisation are as they are without it.
    Path whole = classify("whole", list);
    assertThat(
        Files.readAllBytes(whole.resolve("tables/attributions.parquet")),
        is(Files.readAllBytes(output.resolve("tables/attributions.parquet"))));
    assertThat(lines(whole, "statistics", "tiny,backend,"), is(not(List.of())));
    assertThat(lines(whole, "server_law", "tiny,"), is(not(List.of())));
    // A manifest that tells another cell does not fit the tables.
    Path manifest = output.resolve("run-manifest.json");
    Files.writeString(
        manifest,
        Files.readString(manifest).replace("\"min-cell\" : \"3\"", "\"min-cell\" : \"0\""));
    Ran other = Ran.with("verify", output);
    assertThat(other.exit(), is(3));
    assertThat(other.out(), containsString("Sector pooled has 0 organisations"));
  }
}
