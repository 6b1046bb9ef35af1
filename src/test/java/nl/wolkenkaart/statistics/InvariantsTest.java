package nl.wolkenkaart.statistics;

import static nl.wolkenkaart.statistics.Rows.attribution;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.ArrayList;
import java.util.List;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Service;
import nl.wolkenkaart.provider.Tenant;
import org.junit.jupiter.api.Test;

/** Each invariant is violated once, by a change of a run that keeps them all. */
class InvariantsTest {
  private static final RunFacts FACTS = new RunFacts(15, 2, 13);

  private final List<Attribution> attributions = Rows.town();
  private final List<Service> services = Rows.services(attributions);
  private final List<Tenant> tenants =
      new ArrayList<>(List.of(new Tenant("shared", "t01", "a"), new Tenant("shared", "t02", "b")));
  private final List<Statistic> statistics = Shares.of(Rows.counts(attributions));

  private InvariantReport check() {
    return Invariants.check(FACTS, new RunTables(attributions, services, tenants, statistics));
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
    assertThat(report.held(), hasSize(12));
    assertThat(report.good(), is(true));
  }

  @Test
  void anEmptyRunKeepsAll() {
    InvariantReport report =
        Invariants.check(new RunFacts(0, 0, 0), Rows.tables(List.of(), List.of()));
    assertThat(report.violated(), hasSize(0));
  }

  @Test
  void aLostRow() {
    InvariantReport report =
        Invariants.check(new RunFacts(16, 2, 13), Rows.tables(attributions, statistics));
    assertThat(
        report.violated(),
        contains("16 rows were read, but 13 organisations and 2 rejects came of them"));
    assertThat(report.held(), not(hasItem(Invariants.ROWS)));
  }

  @Test
  void aLostOrganisation() {
    InvariantReport report =
        Invariants.check(new RunFacts(16, 2, 14), Rows.tables(attributions, statistics));
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
    assertThat(check().violated(), hasItem("Undocumented status \"fine\" in 1 of the rows"));
  }

  @Test
  void anUndocumentedHostingAndConfidence() {
    attributions.get(0).setHosting("cloud");
    attributions.get(1).setBackendConfidence("low");
    attributions.get(2).setBackendConfidence("low");
    assertThat(
        check().violated(),
        hasItems(
            "Undocumented backend_confidence \"low\" in 2 of the rows",
            "Undocumented hosting \"cloud\" in 1 of the rows"));
  }

  @Test
  void aServiceOfNobody() {
    services.get(0).setOrganisationId("t99");
    assertThat(
        check().violated(),
        contains(
            "The attributions have no or no second service exchange-online, proven, of"
                + " organisation t99",
            "Organisation t01 has services without a row: [exchange-online proven]"));
  }

  @Test
  void aServiceTwiceAndOneOfAnotherLevel() {
    services.add(services.get(0));
    services.get(1).setLevel("sure");
    assertThat(
        check().violated(),
        contains(
            "Undocumented level \"sure\" in 1 of the rows",
            "The attributions have no or no second service teams, sure, of organisation t01",
            "The attributions have no or no second service exchange-online, proven, of"
                + " organisation t01",
            "Organisation t01 has services without a row: [teams likely]"));
  }

  @Test
  void aTenantOfNobodyAndOneTwice() {
    tenants.add(new Tenant("other", "t99", "c"));
    tenants.add(tenants.get(0));
    assertThat(
        check().violated(),
        contains(
            "There is no attribution for tenant other of organisation t99",
            "There are two rows for tenant shared of organisation t01"));
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
            containsString("The 5 shares of sector town and measure backend add up to 1.14444")));
  }

  @Test
  void aShareOutsideItsRange() {
    find("town", "backend", "self").setShareLow(0.2);
    assertThat(
        check().violated(),
        hasItem(
            "The share of sector town, backend self is out of range:"
                + " 1 of 9, share 0.111111 (0.2 to 0.222222)"));
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
                + " 0.538462), the statistics say 7 of 14, share 0.538462 (0.538462 to 0.538462)"));
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
        Invariants.check(
            new RunFacts(26, 0, 26),
            new RunTables(twice, services, tenants, Shares.of(Rows.counts(twice))));
    assertThat(report.violated(), hasSize(6));
    assertThat(report.violated().subList(0, 5), everyItem(containsString("has 2 attributions")));
    assertThat(report.violated().get(5), is("And 8 more against: no organisation appears twice"));
  }
}
