package nl.wolkenkaart.statistics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import org.junit.jupiter.api.Test;

/** The invariants of the tables that count, each violated once. */
class CountedInvariantsTest extends TownRun {
  private Statistic find(String sector, String measure, String value) {
    return statistics.stream()
        .filter(
            row ->
                row.getSector().equals(sector)
                    && row.getMeasure().equals(measure)
                    && row.getValue().equals(value))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void weightsThatDoNotAddUpOrAreOutOfRange() {
    find("town", "backend", "self").setDomains(3L);
    find("town", "receiver", "self").setPopulation(5L);
    find("town", "hosting", "self").setDomainsShare(1.5);
    find("town", "hosting", "self").setPopulationShare(-1.0);
    assertThat(
        check().violated(),
        hasItems(
            "The domains of sector town and measure backend add up to 11, their denominator is 9",
            "The inhabitants of sector town and measure receiver add up to 5, their denominator is"
                + " null",
            "The share of the domains of sector town, hosting self is out of range: 1.5",
            "The share of the population of sector town, hosting self is out of range: -1.0"));
  }

  private Concentration concentration(String axis) {
    return counts.concentration().stream()
        .filter(row -> row.getSector().equals("town") && row.getAxis().equals(axis))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aConcentrationOutOfRange() {
    concentration("backend").setHhi(0.1);
    concentration("receiver").setTop1ShareHigh(1.2);
    concentration("receiver_jurisdiction").setTop3ShareLow(null);
    assertThat(
        check().violated(),
        hasItems(
            startsWith("The index of sector town, axis backend is out of range: 0.1 ("),
            startsWith("The largest share of sector town, axis receiver is out of range: "),
            startsWith(
                "The share of three of sector town, axis receiver_jurisdiction is out of range: "),
            startsWith("A recount of sector town, axis backend gives ")));
  }

  @Test
  void aConcentrationOfOthersThanTheStatisticsCount() {
    concentration("backend").setUndecided(1L);
    assertThat(
        check().violated(),
        hasItem(
            "sector town, axis backend: 7 decided and 1 undecided of 9, the statistics have 7"
                + " decided"));
    counts.concentration().clear();
    assertThat(
        check().violated(),
        hasItem("The concentrations have no row for sector town, axis backend"));
  }

  private NotMeasured notMeasured(String axis, String reason) {
    return counts.notMeasured().stream()
        .filter(
            row ->
                row.getSector().equals("town")
                    && row.getAxis().equals(axis)
                    && row.getReason().equals(reason))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void gapsThatTheStatisticsDoNotHave() {
    notMeasured("backend", "unknown").setOrganisations(2L);
    notMeasured("mail", "lookup_failed").setOrganisations(14L);
    assertThat(
        check().violated(),
        hasItems(
            "Sector town has 2 organisations not measured as backend unknown, the statistics say 1",
            "Sector town has 14 organisations not measured as status lookup_failed, the statistics"
                + " say 2",
            "Sector town has 13 organisations (lookup_failed says 13), and 14 without a"
                + " measurement of mail",
            "A recount of sector town, axis backend, reason unknown gives 1 of 13, 0.076923, the"
                + " rows of what was not measured say 2 of 13, 0.076923"));
  }

  @Test
  void gapsThatAreMissing() {
    counts.notMeasured().removeIf(row -> row.getAxis().equals("service"));
    assertThat(
        check().violated(),
        hasItem(
            "Sector town has 0 organisations not measured as hosting lookup_failed, the statistics"
                + " say 2"));
  }

  @Test
  void pooledTablesAreRecountedWithTheirCell() {
    RunTables tables = Rows.tables(attributions, Rows.published(attributions, 3));
    assertThat(Invariants.check(FACTS, 3, tables).violated(), hasSize(0));
    assertThat(
        Invariants.check(FACTS, 0, tables).violated(),
        hasItem("The statistics have no row for sector all, backend google-workspace"));
    assertThat(
        Invariants.check(FACTS, 4, tables).violated(),
        hasItem(containsString("A recount of sector town, ")));
  }

  @Test
  void countsThatDoNotAddUpToTheSector() {
    statistics.remove(find("town", "status", "nxdomain"));
    assertThat(
        check().violated(),
        hasItem("Sector town has 13 organisations, but the statistics of its status add up to 12"));
  }

  @Test
  void aMeasureThatIsMissing() {
    statistics.removeIf(row -> row.getMeasure().equals("backend"));
    assertThat(
        check().violated(),
        hasItem("Sector town has 13 organisations, but the statistics of its backend add up to 0"));
  }

  @Test
  void sharesThatDoNotAddUp() {
    find("town", "backend", "microsoft-365").setShare(0.7);
    assertThat(
        check().violated(),
        hasItem(
            containsString("The 5 shares of sector town and measure backend add up to 1.14444")));
  }

  @Test
  void aShareOutsideItsRange() {
    find("town", "backend", "self").setShareLow(0.2);
    assertThat(
        check().violated(),
        hasItem(
            "The share of sector town, backend self is out of range:"
                + " 1 of 9, share 0.111111 (0.2 to 0.222222), domains 1 of 9 (0.111111), population"
                + " null of null (null)"));
  }

  @Test
  void aShareThatIsNoNumber() {
    find("town", "backend", "self").setShare(Double.NaN);
    assertThat(check().violated(), hasItem(containsString("backend self is out of range")));
  }

  @Test
  void aShareWithoutARange() {
    find("town", "backend", "self").setShareHigh(null);
    assertThat(
        check().violated(),
        hasItem(containsString("Of share and range of sector town, backend self one is missing")));
  }

  @Test
  void aTotalThatIsNotTheSum() {
    find("all", "receiver", "self").setOrganisations(2L);
    assertThat(
        check().violated(),
        hasItem(
            "The sectors have 1 organisations with the receiver self, but the row of all says 2"));
  }

  @Test
  void aFigureThatARecountDoesNotGive() {
    find("town", "status", "ok").setDenominator(14L);
    assertThat(
        check().violated(),
        contains(
            "A recount of sector town, status ok gives 7 of 13, share 0.538462 (0.538462 to"
                + " 0.538462), domains 7 of 13 (0.538462), population null of null (null), the"
                + " statistics say 7 of 14, share 0.538462 (0.538462 to 0.538462), domains 7 of 13"
                + " (0.538462), population null of null (null)"));
  }

  @Test
  void aRowTwiceAndARowFromNowhere() {
    statistics.add(find("town", "status", "ok"));
    statistics.add(Rows.statistic("town", "backend", "nobody", 0L, 9L, 0.0, 0.0, 0.0));
    assertThat(
        check().violated(), hasItem("The statistics have two rows for sector town, status ok"));
    assertThat(
        check().violated(),
        hasItem("The attributions give no reason for sector town, backend nobody"));
  }
}
