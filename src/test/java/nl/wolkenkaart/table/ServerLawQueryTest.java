package nl.wolkenkaart.table;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

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
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.statistics.LawRows;
import nl.wolkenkaart.statistics.Rows;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published query counts in the attributions what server_law says. */
class ServerLawQueryTest {
  @TempDir Path folder;

  @Test
  void theQueryGivesTheRowsOfTheTable() throws IOException, SQLException {
    List<Attribution> rows = new ArrayList<>(Rows.town());
    rows.get(0).setServerCountry("NL");
    rows.get(1).setServerCountry("IE");
    rows.get(8).setServerCountry("NL");
    rows.get(9).setServerCountry("DE");
    Files.createDirectories(folder.resolve("tables"));
    write(Tables.ATTRIBUTIONS, rows);
    write(Tables.SERVER_LAW, LawRows.serverLaw(rows));
    String query =
        Files.readString(Path.of("pipelines/queries/server_law.sql"))
            .replace("'tables/", "'" + folder + "/tables/");
    List<String> counted = run(query);
    assertThat(
        counted, is(run("SELECT * FROM '" + folder + "/tables/server_law.parquet' ORDER BY ALL")));
    // By hand: nine with mail, in four countries of servers and laws for each of two roles.
    assertThat(counted, hasItem("[all, backend, unknown, US, 4, 9, 0.444444]"));
    assertThat(counted, hasItem("[town, receiver, NL, conflict, 1, 9, 0.111111]"));
    assertThat(counted, hasSize(24));
  }

  private <T extends SpecificRecord> void write(Table<T> table, List<T> rows) throws IOException {
    RowFiles.write(folder.resolve("tables"), table.name(), table.type(), rows, TableFormat.PARQUET);
  }

  private static List<String> run(String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(result.getString(i));
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }
}
