package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.wolkenkaart.provider.MmdbFile;
import nl.wolkenkaart.table.Checksums;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The main job from the command line to the files, asked of a real server. */
class SurveyTest extends SurveyedZone {
  @Test
  void aTableOfAddressesTellsWhereServersStandAndIsInTheManifest() throws IOException {
    Path table =
        new MmdbFile()
            .put("192.0.2.0/24", Map.of("country", Map.of("iso_code", "NL")))
            .put("198.51.100.0/24", Map.of("country", Map.of("iso_code", "NL")))
            .write(folder.resolve("countries.mmdb"));
    Ran ran = survey("--addresses", table);
    assertThat(ran.err(), ran.exit(), is(0));
    assertThat(
        attributions("organisation_id", "server_country"),
        contains("a ", "b ", "c ", "d ", "e NL", "f ", "g ", "h ", "i "));
    JsonNode manifest = new ObjectMapper().readTree(output.resolve("run-manifest.json").toFile());
    JsonNode input = manifest.get("inputs").get(0);
    assertThat(input.get("file").asText(), is(table.toString()));
    assertThat(input.get("sha256").asText(), is(Checksums.sha256(table)));
    assertThat(manifest.get("options").get("addresses").asText(), is(table.toString()));
    // The one server whose place is known is of the organisation that runs its mail itself.
    String page = Files.readString(output.resolve("report/index.html"));
    assertThat(page, containsString("Place of the first mail servers against whose law applies"));
  }

  @Test
  void everyOddityIsKeptApart() throws IOException {
    Ran ran = survey();
    assertThat(ran.err(), ran.exit(), is(0));
    assertThat(
        attributions("organisation_id", "domain", "status", "receiver", "backend"),
        contains(
            "a cloud.example ok microsoft-365 microsoft-365",
            "b cloud.example ok microsoft-365 microsoft-365",
            "c filtered.example ok proofpoint microsoft-365",
            "d opaque.example unknown_backend proofpoint unknown",
            "e own.example ok self self",
            "f none.example no_mail_declared none none",
            "g web.example implicit_mx unknown unknown",
            "h empty.example no_mail_found none none",
            "i absent.example nxdomain none none"));
    List<String> rejects = new ArrayList<>();
    for (CSVRecord row : table(output.resolve("rejects.csv"))) {
      rejects.add(row.get("file") + " " + row.get("line") + " " + row.get("reason"));
    }
    assertThat(
        rejects,
        contains("list.csv 11 the domain is empty", "list.csv 12 the id is that of line 2"));
    assertThat(ran.out(), allOf(containsString("9 organisations"), containsString("2 rejects")));
  }

  @Test
  void manifestAccountsForEveryRowAndChecksumsHold() throws IOException {
    survey();
    JsonNode manifest = new ObjectMapper().readTree(output.resolve("run-manifest.json").toFile());
    JsonNode counts = manifest.path("counts");
    assertThat(counts.path("measure").path("rows").asInt(), is(11));
    assertThat(counts.path("measure").path("organisations").asInt(), is(9));
    assertThat(counts.path("measure").path("rejects").asInt(), is(2));
    assertThat(counts.path("measure").path("domains").asInt(), is(8));
    assertThat(counts.path("classify").path("observations").asInt(), is(8));
    assertThat(manifest.path("invariants").path("violated").size(), is(0));
    assertThat(manifest.path("inputs").path(0).path("sha256").asText(), is(Checksums.sha256(list)));
    assertThat(manifest.path("resolvers").path(0).asText(), is(server.address()));
    List<String> sums = Files.readAllLines(output.resolve("SHA256SUMS"));
    for (String line : sums) {
      String[] parts = line.split("  ", 2);
      assertThat(parts[1], Checksums.sha256(output.resolve(parts[1])), is(parts[0]));
    }
    // Three buckets and eleven tables in three formats each, the rejects, the manifest, four
    // descriptors, the report with its sheets.
    assertThat(sums.size(), is(3 * 3 + 11 * 3 + 1 + 1 + 4 + 5));
  }

  @Test
  void statisticsInParquetAreThoseOfTheCsvAndOfTheArithmetic() throws IOException, SQLException {
    survey();
    Map<String, String> csv = new TreeMap<>();
    for (CSVRecord row : table(output.resolve("tables/statistics.csv"))) {
      csv.put(
          row.get("sector") + '/' + row.get("measure") + '/' + row.get("value"),
          row.get("organisations") + " of " + row.get("denominator"));
    }
    // Councils: a, b, c at Microsoft and d unknown. Schools: e is its own, g unknown, f, h, i have
    // no mail.
    assertThat(csv.get("council/backend/microsoft-365"), is("3 of 4"));
    assertThat(csv.get("council/backend/unknown"), is("1 of 4"));
    assertThat(csv.get("council/receiver/proofpoint"), is("2 of 4"));
    assertThat(csv.get("school/backend/self"), is("1 of 2"));
    assertThat(csv.get("all/backend/microsoft-365"), is("3 of 6"));
    assertThat(csv.get("all/status/ok"), is("4 of 9"));
    Map<String, String> parquet = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT sector || '/' || measure || '/' || value, organisations || ' of ' ||"
                    + " denominator FROM '"
                    + output.resolve("tables/statistics.parquet")
                    + "'")) {
      while (rows.next()) {
        parquet.put(rows.getString(1), rows.getString(2));
      }
    }
    assertThat(parquet, is(csv));
  }

  @Test
  void observationsClassifiedAgainGiveTheSameBytes() throws IOException {
    survey();
    Path again = folder.resolve("again");
    Ran ran =
        Ran.with(
            "classify",
            "--organisations",
            list,
            "--observations",
            output.resolve("observations"),
            "--buckets=7",
            "--run-date=2026-04-28",
            "--output=" + again);
    assertThat(ran.err(), ran.exit(), is(0));
    // Not the other descriptors, which describe the observations of a folder that holds them.
    List<String> files = new ArrayList<>(List.of("CITATION.cff", "rejects.csv"));
    for (String format : List.of("parquet", "avro", "csv")) {
      files.add("tables/attributions." + format);
      files.add("tables/statistics." + format);
    }
    for (String file : files) {
      assertThat(
          file, Checksums.sha256(again.resolve(file)), is(Checksums.sha256(output.resolve(file))));
    }
  }
}
