package nl.wolkenkaart.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.wolkenkaart.statistics.Statistic;

/**
 * Reads a dataset with DuckDB, a program that had no part in writing it: every Parquet file has as
 * many rows as this program reads from it, as has every file of flat observations, and the
 * published queries count in the attributions what {@code statistics} says.
 */
final class DuckDbCheck {
  private static final String QUERIES = "/queries/";

  private final Path root;
  private final Findings findings =
      new Findings(
          "DuckDB: reads every Parquet file and packed CSV, and the queries give the statistics");

  DuckDbCheck(Path root) {
    this.root = root;
  }

  /**
   * Checks.
   *
   * @param rows how many rows files have, by name; those that cannot be read are not there
   * @param count whether to count again: the files of all tables can be read, and no cells were
   *     pooled, of which the queries know nothing
   */
  DatasetReport.Part check(Map<String, Long> rows, boolean count) {
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      // Nothing but files that are named: no extensions, no settings of this machine.
      statement.execute("SET autoinstall_known_extensions = false");
      statement.execute("SET autoload_known_extensions = false");
      for (Map.Entry<String, Long> file : new TreeMap<>(rows).entrySet()) {
        count(statement, file.getKey(), file.getValue());
      }
      if (count) {
        for (String measure : TableShape.values(Statistic.getClassSchema().getField("measure"))) {
          compare(statement, measure, "statistics", "measure = '" + measure + "'");
        }
        for (Table<?> table : List.of(Tables.CONCENTRATION, Tables.NOT_MEASURED)) {
          compare(statement, table.name(), table.name(), "true");
        }
      }
    } catch (SQLException | IOException e) {
      findings.unreadable("DuckDB", e);
    }
    return findings.part();
  }

  private void count(Statement statement, String file, long expected) {
    try (ResultSet result = statement.executeQuery("SELECT count(*) FROM " + literal(file))) {
      long rows = result.next() ? result.getLong(1) : -1;
      if (rows != expected) {
        findings.add("%s has %d rows for DuckDB, not %d", file, rows, expected);
      }
    } catch (SQLException e) {
      findings.unreadable(file, e);
    }
  }

  private void compare(Statement statement, String name, String table, String where)
      throws IOException, SQLException {
    String query;
    try (InputStream in = DuckDbCheck.class.getResourceAsStream(QUERIES + name + ".sql")) {
      if (in == null) {
        findings.add("There is no query for %s", name);
        return;
      }
      query = new String(in.readAllBytes(), UTF_8);
    }
    List<String> columns = new ArrayList<>();
    Set<String> counted;
    try (ResultSet result = statement.executeQuery(here(query))) {
      for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
        columns.add(result.getMetaData().getColumnName(i));
      }
      counted = rows(result, columns.size());
    }
    // A query without the range does not list what nobody has for certain.
    boolean some = table.equals("statistics") && !columns.contains("share_high");
    Set<String> published;
    try (ResultSet result =
        statement.executeQuery(
            here(
                "SELECT "
                    + String.join(", ", columns)
                    + " FROM 'tables/"
                    + table
                    + ".parquet' WHERE "
                    + where
                    + (some ? " AND organisations > 0" : "")))) {
      published = rows(result, columns.size());
    }
    Set<String> more = new TreeSet<>(counted);
    more.removeAll(published);
    published.removeAll(counted);
    more.forEach(row -> findings.add("%s: DuckDB counts %s", name, row));
    published.forEach(row -> findings.add("%s: DuckDB does not count %s", name, row));
  }

  private static Set<String> rows(ResultSet result, int columns) throws SQLException {
    Set<String> rows = new TreeSet<>();
    while (result.next()) {
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= columns; i++) {
        row.add(String.valueOf(result.getString(i)));
      }
      rows.add(String.join(", ", row));
    }
    return rows;
  }

  /** A query with the dataset's folder before its files. */
  private String here(String query) {
    return query.replace("'tables/", "'" + quoted(root + "/tables/"));
  }

  private String literal(String file) {
    String path = quoted(root.resolve(file).toString());
    return file.endsWith('.' + TableFormat.PARQUET.extension())
        ? "read_parquet('" + path + "')"
        : "read_csv('" + path + "', header = true, all_varchar = true, delim = ',', quote = '\"')";
  }

  private static String quoted(String text) {
    return text.replace("'", "''");
  }
}
