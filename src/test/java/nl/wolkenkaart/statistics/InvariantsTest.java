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
import java.util.Comparator;
import java.util.List;
import nl.wolkenkaart.directory.Organisation;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Posture;
import nl.wolkenkaart.provider.Tenant;
import org.junit.jupiter.api.Test;

/** Each invariant is violated once, by a change of a run that keeps them all. */
class InvariantsTest extends TownRun {
  @Test
  void aGoodRunKeepsAll() {
    InvariantReport report = check();
    assertThat(report.violated(), hasSize(0));
    assertThat(report.held(), hasSize(22));
    assertThat(report.good(), is(true));
  }

  @Test
  void anEmptyRunKeepsAll() {
    InvariantReport report =
        Invariants.check(
            new RunFacts(0, 0, 0), 0, Rows.tables(List.of(), Rows.published(List.of(), 0)));
    assertThat(report.violated(), hasSize(0));
  }

  @Test
  void aLostRow() {
    InvariantReport report = check(new RunFacts(16, 2, 13));
    assertThat(
        report.violated(),
        contains("16 rows were read, but 13 organisations and 2 rejects came of them"));
    assertThat(report.held(), not(hasItem(Invariants.ROWS)));
  }

  @Test
  void aLostOrganisation() {
    InvariantReport report = check(new RunFacts(16, 2, 14));
    assertThat(
        report.violated(),
        contains("14 organisations were to be classified, but there are 13 attributions"));
  }

  @Test
  void anOrganisationTwice() {
    attributions.set(12, attribution("t01", "town", "nxdomain", "none", "none"));
    organisations.remove(12);
    assertThat(
        check().violated(),
        hasItems(
            "Organisation t01 has 2 attributions", "The attribution of t01 is of no organisation"));
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
  void manyViolationsOfOneKindAreCounted() {
    List<Attribution> twice = new ArrayList<>(attributions);
    attributions.forEach(row -> twice.add(Attribution.newBuilder(row).build()));
    twice.sort(Comparator.comparing(Attribution::getOrganisationId));
    InvariantReport report =
        Invariants.check(
            new RunFacts(26, 0, 26),
            0,
            new RunTables(
                Rows.organisations(twice),
                Rows.stand(twice),
                services,
                tenants,
                Rows.published(twice, 0).statistics(),
                Rows.published(twice, 0).concentration(),
                Rows.published(twice, 0).notMeasured()));
    assertThat(report.violated(), hasSize(6));
    assertThat(report.violated().subList(0, 5), everyItem(containsString("has 2 attributions")));
    assertThat(report.violated().get(5), is("And 8 more against: no organisation appears twice"));
  }

  @Test
  void domainsThatWereLostOnTheirWay() {
    RunFacts facts = new RunFacts(15, 2, 13, 0, 0, new RunFacts.Observed(13, 13, 12));
    assertThat(
        check(facts).violated(),
        contains("13 domains were to be asked about, 13 were observed and 12 were classified"));
    facts = new RunFacts(15, 2, 13, 0, 0, new RunFacts.Observed(13, 13, 13));
    assertThat(check(facts).violated(), hasSize(0));
  }

  @Test
  void anAttributionOfNobodyAndAnOrganisationWithout() {
    organisations.get(3).setOrganisationId("t03a");
    assertThat(
        check().violated(),
        contains(
            "Organisation t03a has no attribution",
            "The attribution of t04 is of no organisation"));
    organisations.get(3).setOrganisationId("t04");
    organisations.add(Organisation.newBuilder(organisations.get(3)).setOrganisationId("z").build());
    assertThat(check().violated(), contains("Organisation z has no attribution"));
  }

  @Test
  void anAttributionWithAnotherSectorDomainOrPopulation() {
    organisations.get(0).setSector("village");
    organisations.get(1).setDomain(null);
    organisations.get(2).setPopulation(7L);
    assertThat(
        check().violated(),
        contains(
            "Organisation t01 has sector village, domain t01.example and population null, its"
                + " attribution town, t01.example and null",
            "Organisation t02 has sector town, domain null and population null, its attribution"
                + " town, t02.example and null",
            "Organisation t03 has sector town, domain t03.example and population 7, its"
                + " attribution town, t03.example and null"));
  }

  @Test
  void anOrganisationThatStandsForTheDomainOfAnother() {
    attributions.get(1).setDomain("t01.example");
    organisations.get(1).setDomain("t01.example");
    assertThat(
        check().violated(),
        hasItem("Organisation t02 stands for the domain t01.example as list, and should as null"));
    attributions.get(1).setStandsForDomain(null);
    assertThat(check().violated(), not(hasItem(containsString("stands for the domain"))));
    // It is counted once less now, which a recount sees.
    assertThat(check().violated(), hasItem(containsString("domains 4 of 8 (0.5), ")));
  }

  @Test
  void codesWithinRecordsAndOfEveryTable() {
    attributions.get(0).setEvidence(List.of(Rows.evidence("mx", "x", 1)));
    attributions.get(0).getEvidence().get(0).setRole("owner");
    attributions.get(1).setPosture(Posture.newBuilder().setDmarc("maybe").build());
    statistics.get(0).setMeasure("colour");
    counts.concentration().get(0).setAxis("north");
    counts.notMeasured().get(0).setReason("tired");
    assertThat(
        check().violated(),
        hasItems(
            "Undocumented role \"owner\" in 1 of the rows",
            "Undocumented dmarc \"maybe\" in 1 of the rows",
            "Undocumented measure \"colour\" in 1 of the rows",
            "Undocumented axis \"north\" in 1 of the rows",
            "Undocumented reason \"tired\" in 1 of the rows"));
  }
}
