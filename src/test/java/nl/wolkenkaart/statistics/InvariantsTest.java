package nl.wolkenkaart.statistics;

import static nl.wolkenkaart.statistics.Rows.attribution;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.ArrayList;
import java.util.List;
import nl.wolkenkaart.provider.Attribution;
import org.junit.jupiter.api.Test;

/** Each invariant is violated once, by a change of a run that keeps them all. */
class InvariantsTest {
  private static final RunFacts FACTS = new RunFacts(15, 2, 13);

  private final List<Attribution> attributions = Rows.town();
  private final List<Statistic> statistics = Shares.of(Rows.counts(attributions));

  private InvariantReport check() {
    return Invariants.check(FACTS, attributions, statistics);
  }

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
  void aGoodRunKeepsAll() {
    InvariantReport report = check();
    assertThat(report.violated(), hasSize(0));
    assertThat(report.held(), hasSize(10));
    assertThat(report.good(), is(true));
  }

  @Test
  void anEmptyRunKeepsAll() {
    InvariantReport report = Invariants.check(new RunFacts(0, 0, 0), List.of(), List.of());
    assertThat(report.violated(), hasSize(0));
  }

  @Test
  void aLostRow() {
    InvariantReport report = Invariants.check(new RunFacts(16, 2, 13), attributions, statistics);
    assertThat(
        report.violated(),
        contains("16 rows were read, but 13 organisations and 2 rejects came of them"));
    assertThat(report.held(), not(hasItem(Invariants.ROWS)));
  }

  @Test
  void aLostOrganisation() {
    InvariantReport report = Invariants.check(new RunFacts(16, 2, 14), attributions, statistics);
    assertThat(
        report.violated(),
        contains("14 organisations were to be classified, but there are 13 attributions"));
  }

  @Test
  void anOrganisationTwice() {
    attributions.set(12, attribution("t01", "town", "nxdomain", "none", "none"));
    assertThat(check().violated(), contains("Organisation t01 has 2 attributions"));
  }

  @Test
  void anUndocumentedStatus() {
    attributions.get(0).setStatus("fine");
    assertThat(
        check().violated(), hasItem("Undocumented status \"fine\" in 1 of the attributions"));
  }

  @Test
  void anUndocumentedHostingAndConfidence() {
    attributions.get(0).setHosting("cloud");
    attributions.get(1).setBackendConfidence("low");
    attributions.get(2).setBackendConfidence("low");
    assertThat(
        check().violated(),
        contains(
            "Undocumented backend_confidence \"low\" in 2 of the attributions",
            "Undocumented hosting \"cloud\" in 1 of the attributions"));
  }

  @Test
  void aSectorNamedAll() {
    attributions.forEach(row -> row.setSector("all"));
    assertThat(
        check().violated(),
        hasItem("13 organisations are in a sector named \"all\", which is reserved for totals"));
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
            containsString("The 4 shares of sector town and measure backend add up to 1.03333")));
  }

  @Test
  void aShareOutsideItsRange() {
    find("town", "backend", "self").setShareLow(0.2);
    assertThat(
        check().violated(),
        hasItem(
            "The share of sector town, backend self is out of range:"
                + " 1 of 9, share 0.111111 (0.2 to 0.363636)"));
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
            "A recount of sector town, status ok gives 6 of 13, share 0.461538 (0.461538 to"
                + " 0.461538), the statistics say 6 of 14, share 0.461538 (0.461538 to 0.461538)"));
  }

  @Test
  void aRowTwiceAndARowFromNowhere() {
    statistics.add(find("town", "status", "ok"));
    statistics.add(new Statistic("town", "backend", "nobody", 0L, 9L, 0.0, 0.0, 0.0));
    assertThat(
        check().violated(), hasItem("The statistics have two rows for sector town, status ok"));
    assertThat(
        check().violated(),
        hasItem("The attributions give no reason for sector town, backend nobody"));
  }

  @Test
  void manyViolationsOfOneKindAreCounted() {
    List<Attribution> twice = new ArrayList<>(attributions);
    twice.addAll(attributions);
    InvariantReport report =
        Invariants.check(new RunFacts(26, 0, 26), twice, Shares.of(Rows.counts(twice)));
    assertThat(report.violated(), hasSize(6));
    assertThat(report.violated().subList(0, 5), everyItem(containsString("has 2 attributions")));
    assertThat(report.violated().get(5), is("And 8 more against: no organisation appears twice"));
  }
}
