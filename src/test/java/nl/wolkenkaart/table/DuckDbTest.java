package nl.wolkenkaart.table;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.statistics.CountAttributions;
import nl.wolkenkaart.statistics.Rows;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another program reads the tables and finds the figures that were worked out by hand. */
class DuckDbTest {
  @TempDir static Path folder;

  @BeforeAll
  static void writeTheTables() {
    List<Attribution> rows = Rows.town();
    rows.get(0)
        .setEvidence(
            List.of(
                Rows.evidence("mx", "10 town.mail.protection.outlook.com", 40),
                Rows.evidence("dkim", "selector1 -> tenant", 25)));
    rows.get(1).setEvidence(List.of(Rows.evidence("spf", "=\"quoted\",\nand broken", 20)));
    Pipeline pipeline = Pipeline.create();
    PCollection<Attribution> attributions =
        pipeline.apply(Create.of(rows).withCoder(AvroCoder.specific(Attribution.class)));
    RunFolder run = new RunFolder(folder.toString());
    attributions.apply("Attributions", WriteTable.to(run, Tables.ATTRIBUTIONS));
    attributions
        .apply(CountAttributions.withCellsOf(0))
        .statistics()
        .apply("Statistics", WriteTable.to(run, Tables.STATISTICS));
    pipeline.run().waitUntilFinish();
  }

  private static List<String> query(String sql) throws Exception {
    List<String> rows = new ArrayList<>();
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement();
        ResultSet result = statement.executeQuery(sql.replace("$", folder + "/tables/"))) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(result.getString(i));
        }
        rows.add(String.join("|", row.stream().map(String::valueOf).toList()));
      }
    }
    return rows;
  }

  @Test
  void parquetHasTheSharesAndNullWhereThereIsNone() throws Exception {
    assertThat(
        query(
            """
            SELECT value, organisations, denominator, share, share_low, share_high
            FROM '$statistics.parquet' WHERE sector = 'town' AND measure = 'backend'"""),
        contains(
            "conflict|1|9|0.111111|0.111111|0.111111",
            "google-workspace|1|9|0.111111|0.111111|0.111111",
            "lookup_failed|2|9|null|null|null",
            "microsoft-365|5|9|0.555556|0.444444|0.777778",
            "no_mail_declared|1|9|null|null|null",
            "nxdomain|1|9|null|null|null",
            "self|1|9|0.111111|0.111111|0.222222",
            "unknown|1|9|0.111111|0.111111|0.111111"));
  }

  @Test
  void csvAndParquetHaveTheSameStatistics() throws Exception {
    String csv = "SELECT * FROM read_csv('$statistics.csv', header = true)";
    String parquet = "SELECT * FROM '$statistics.parquet'";
    assertThat(query(csv + " EXCEPT ALL " + parquet).size(), is(0));
    assertThat(query(parquet + " EXCEPT ALL " + csv).size(), is(0));
    // 6 statuses, 9 receivers under 7 laws, 8 backends under 7, 5 hostings, 3 services, twice.
    assertThat(query("SELECT count(*) FROM (" + csv + ")"), contains("90"));
  }

  @Test
  void evidenceIsNested() throws Exception {
    assertThat(
        query(
            """
            SELECT organisation_id, len(evidence), evidence[1].signal, evidence[2].points
            FROM '$attributions.parquet' ORDER BY organisation_id LIMIT 3"""),
        contains("t01|2|mx|25", "t02|1|spf|null", "t03|0|null|null"));
    assertThat(
        query(
            """
            SELECT organisation_id, line.points FROM
              (SELECT organisation_id, unnest(evidence) AS line FROM '$attributions.parquet')
            ORDER BY line.points"""),
        contains("t02|20", "t01|25", "t01|40"));
  }

  @Test
  void csvHasTheAttributionsOfParquet() throws Exception {
    String columns = "organisation_id, domain, status, receiver, hybrid_possible, region, country";
    String csv =
        "SELECT " + columns + " FROM read_csv('$attributions.csv', header = true, quote = '\"')";
    String parquet = "SELECT " + columns + " FROM '$attributions.parquet'";
    assertThat(query(parquet + " EXCEPT ALL " + csv).size(), is(0));
    assertThat(query("SELECT count(*) FROM (" + csv + ")"), contains("13"));
    assertThat(
        query(
            "SELECT evidence FROM read_csv('$attributions.csv', header = true, quote = '\"')"
                + " WHERE organisation_id = 't02'"),
        contains(
            "[{\"signal\":\"spf\",\"seen\":\"=\\\"quoted\\\",\\nand broken\","
                + "\"provider\":\"microsoft-365\",\"role\":\"backend\",\"points\":20,"
                + "\"rule\":\"rule-spf\"}]"));
  }
}
