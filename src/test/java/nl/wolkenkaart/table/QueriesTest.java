package nl.wolkenkaart.table;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.MailStatus;
import nl.wolkenkaart.provider.Posture;
import nl.wolkenkaart.statistics.PublishedCounts;
import nl.wolkenkaart.statistics.Rows;
import nl.wolkenkaart.statistics.Statistic;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every published query counts in the attributions what the statistics say. */
class QueriesTest {
  private static final Path QUERIES = Path.of("pipelines", "queries");

  @TempDir static Path folder;

  @BeforeAll
  static void writeTheTables() throws IOException {
    List<Attribution> rows = new ArrayList<>(Rows.town());
    for (Attribution row : Rows.town().subList(4, 10)) {
      row.setOrganisationId("v" + row.getOrganisationId());
      row.setSector("village");
      rows.add(row);
    }
    // In no denominator, like those whose domain has no mail.
    rows.add(Rows.attribution("w1", "village", MailStatus.NO_DOMAIN, "none", "none"));
    rows.add(Rows.attribution("w2", "town", MailStatus.NO_DOMAIN, "none", "none"));
    for (int i = 0; i < rows.size(); i++) {
      // Of half of the village none is known.
      rows.get(i).setPopulation(i % 3 == 0 || i > 15 ? null : 1000L + i);
    }
    rows.get(2).setDomain("t02.example");
    rows.sort(Comparator.comparing(Attribution::getOrganisationId));
    Rows.stand(rows);
    rows.get(3).setServerCountry("NL");
    rows.get(4).setEvidence(List.of(Rows.evidence("mx", "x", 1)));
    rows.get(4).getEvidence().get(0).setRule("server-country");
    rows.get(5).setPosture(Posture.newBuilder().setSpf("ok").setDane(false).build());
    rows.get(6).setWebProvider("self");
    rows.get(9).setRule("not-observed");
    rows.get(3).setBackend("ezorg");
    rows.get(3).setBackendJurisdiction(null);
    Files.createDirectories(folder.resolve("tables"));
    write(Tables.ATTRIBUTIONS, rows);
    write(Tables.SERVICES, Rows.services(rows));
    PublishedCounts counts = Rows.published(rows, 0);
    write(Tables.STATISTICS, counts.statistics());
    write(Tables.CONCENTRATION, counts.concentration());
    write(Tables.NOT_MEASURED, counts.notMeasured());
  }

  private static <T extends SpecificRecord> void write(Table<T> table, List<T> rows)
      throws IOException {
    RowFiles.write(folder.resolve("tables"), table.name(), table.type(), rows, TableFormat.PARQUET);
  }

  @TestFactory
  Stream<DynamicTest> everyQueryGivesTheFiguresOfStatistics() {
    List<String> measures = TableShape.values(Statistic.getClassSchema().getField("measure"));
    return measures.stream()
        .map(
            measure ->
                DynamicTest.dynamicTest(
                    measure,
                    () ->
                        // A query without the range does not list what nobody has for certain.
                        compare(
                            measure,
                            "statistics",
                            "measure = '" + measure + "' AND (organisations > 0 OR $ranged)")));
  }

  @TestFactory
  Stream<DynamicTest> everyTableThatCountsHasItsQuery() {
    return Stream.of("concentration", "not_measured")
        .map(table -> DynamicTest.dynamicTest(table, () -> compare(table, table, "true")));
  }

  @Test
  void theHeadlineIsOfTheStatistics() throws IOException, SQLException {
    compare(
        "headline",
        "statistics",
        "sector = 'all' AND measure = 'backend' AND share IS NOT NULL AND organisations > 0"
            + " ORDER BY organisations DESC, value LIMIT 6");
  }

  @Test
  void theReadmeShowsTheHeadline() throws IOException {
    String query = Files.readString(QUERIES.resolve("headline.sql"));
    assertThat(
        Files.readString(Path.of("README.md")),
        containsString("```sql\n" + query.substring(query.indexOf("SELECT")) + "```\n"));
  }

  @Test
  void everyQueryIsTested() throws IOException {
    Set<String> tested =
        new TreeSet<>(TableShape.values(Statistic.getClassSchema().getField("measure")));
    tested.addAll(List.of("concentration", "not_measured", "headline", "as-openintel"));
    // Of ServerLawQueryTest.
    tested.add("server_law");
    try (Stream<Path> files = Files.list(QUERIES)) {
      assertThat(
          files
              .map(file -> file.getFileName().toString().replace(".sql", ""))
              .collect(Collectors.toCollection(TreeSet::new)),
          is(tested));
    }
  }

  /** Holds what a query gives against rows of a table: the same, in whatever order. */
  private static void compare(String name, String table, String rows)
      throws IOException, SQLException {
    String query =
        Files.readString(QUERIES.resolve(name + ".sql"))
            .replace("'tables/", "'" + folder + "/tables/");
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      List<String> columns = new ArrayList<>();
      Set<String> counted = new TreeSet<>();
      try (ResultSet result = statement.executeQuery(query)) {
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          columns.add(result.getMetaData().getColumnName(i));
        }
        gather(result, columns.size(), counted);
      }
      String ranged = Boolean.toString(columns.contains("share_high"));
      Set<String> published = new TreeSet<>();
      try (ResultSet result =
          statement.executeQuery(
              "SELECT "
                  + String.join(", ", columns)
                  + " FROM '"
                  + folder.resolve("tables/" + table + ".parquet")
                  + "' WHERE "
                  + rows.replace("$ranged", ranged))) {
        gather(result, columns.size(), published);
      }
      assertThat(published.isEmpty(), is(not(true)));
      assertThat(counted, is(published));
    }
  }

  private static void gather(ResultSet result, int columns, Set<String> rows) throws SQLException {
    while (result.next()) {
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= columns; i++) {
        row.add(result.getString(i));
      }
      assertThat(row.toString(), rows.add(row.toString()), is(true));
    }
  }
}
