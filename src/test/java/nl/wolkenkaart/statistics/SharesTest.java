package nl.wolkenkaart.statistics;

import static nl.wolkenkaart.statistics.Rows.attribution;
import static nl.wolkenkaart.statistics.Rows.counts;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import nl.wolkenkaart.provider.Attribution;
import org.junit.jupiter.api.Test;

class SharesTest {
  private static Statistic row(List<Statistic> rows, String sector, String measure, String value) {
    return rows.stream()
        .filter(
            row ->
                row.getSector().equals(sector)
                    && row.getMeasure().equals(measure)
                    && row.getValue().equals(value))
        .findFirst()
        .orElseThrow();
  }

  private static Statistic town(String measure, String value) {
    return row(Shares.of(counts(Rows.town())), "town", measure, value);
  }

  private static Statistic row(String measure, String value, long n, double... shares) {
    return Rows.statistic("town", measure, value, n, 9L, shares[1], shares[0], shares[2]);
  }

  @Test
  void aBackendsRangeGoesFromMxAloneToThePossible() {
    // d = 9 with mail. MX alone 4/9, behind ezorg one more 5/9, t07 and t09 may be: 7/9.
    assertThat(
        town("backend", "microsoft-365"),
        equalTo(row("backend", "microsoft-365", 5, 0.444444, 0.555556, 0.777778)));
    // By MX and by nothing else: 1/9.
    assertThat(
        town("backend", "google-workspace"),
        equalTo(row("backend", "google-workspace", 1, 0.111111, 0.111111, 0.111111)));
    // t08; t07 may be: 2/9.
    assertThat(
        town("backend", "self"), equalTo(row("backend", "self", 1, 0.111111, 0.111111, 0.222222)));
  }

  @Test
  void whatIsUndecidedIsInTheTableAndInNobodysNumerator() {
    assertThat(
        town("backend", "unknown"),
        equalTo(row("backend", "unknown", 1, 0.111111, 0.111111, 0.111111)));
    // Its backend is Microsoft's, and yet it is not one of the five above.
    assertThat(
        town("backend", "conflict"),
        equalTo(row("backend", "conflict", 1, 0.111111, 0.111111, 0.111111)));
    assertThat(
        town("receiver", "conflict"),
        equalTo(row("receiver", "conflict", 1, 0.111111, 0.111111, 0.111111)));
  }

  @Test
  void aConflictWidensTheRangeOfItsReceivers() {
    // 4/9; with t09 5/9.
    assertThat(
        town("receiver", "microsoft-365"),
        equalTo(row("receiver", "microsoft-365", 4, 0.444444, 0.444444, 0.555556)));
    assertThat(
        town("receiver", "self"),
        equalTo(row("receiver", "self", 1, 0.111111, 0.111111, 0.222222)));
    assertThat(
        town("receiver", "proofpoint"),
        equalTo(row("receiver", "proofpoint", 1, 0.111111, 0.111111, 0.111111)));
  }

  @Test
  void aJurisdictionCountsAllItsCompanies() {
    // t01 to t04, t06, t07: 6/9; with t09 7/9.
    assertThat(
        town("receiver_jurisdiction", "US"),
        equalTo(row("receiver_jurisdiction", "US", 6, 0.666667, 0.666667, 0.777778)));
    assertThat(
        town("receiver_jurisdiction", "NL"),
        equalTo(row("receiver_jurisdiction", "NL", 1, 0.111111, 0.111111, 0.111111)));
    // t01 to t06: 6/9, of which ezorg's receiver stands under another law: 5/9; with t07, t09 8/9.
    assertThat(
        town("backend_jurisdiction", "US"),
        equalTo(row("backend_jurisdiction", "US", 6, 0.555556, 0.666667, 0.888889)));
    assertThat(
        town("backend_jurisdiction", "self"),
        equalTo(row("backend_jurisdiction", "self", 1, 0.111111, 0.111111, 0.222222)));
    assertThat(
        town("backend_jurisdiction", "unknown"),
        equalTo(row("backend_jurisdiction", "unknown", 1, 0.111111, 0.111111, 0.111111)));
  }

  @Test
  void aServiceIsProvenThenLikelyThenAHint() {
    // t01, t02 proven; t05 likely; t07 hint: 2/9, 3/9, 4/9.
    assertThat(
        town("service", "exchange-online"),
        equalTo(row("service", "exchange-online", 3, 0.222222, 0.333333, 0.444444)));
    assertThat(
        town("service", "teams"), equalTo(row("service", "teams", 2, 0.0, 0.222222, 0.222222)));
    assertThat(town("service", "azure"), equalTo(row("service", "azure", 0, 0.0, 0.0, 0.111111)));
  }

  @Test
  void aServiceOfAnOrganisationWithoutMailIsNotCounted() {
    assertThat(
        Shares.of(counts(Rows.town())).stream().map(Statistic::getValue).toList(),
        not(hasItem("entra-id")));
  }

  @Test
  void whereTheHostsStandIsCertain() {
    // 8 of 9
    assertThat(
        town("hosting", "outsourced"),
        equalTo(row("hosting", "outsourced", 8, 0.888889, 0.888889, 0.888889)));
  }

  @Test
  void aFailedLookupIsInNoNumeratorEvenIfItsReceiverIsKnown() {
    for (String measure : List.of("receiver", "receiver_jurisdiction", "backend", "hosting")) {
      assertThat(
          town(measure, "lookup_failed"),
          equalTo(Rows.statistic("town", measure, "lookup_failed", 2L, 9L, null, null, null)));
    }
    assertThat(
        town("backend", "nxdomain"),
        equalTo(Rows.statistic("town", "backend", "nxdomain", 1L, 9L, null, null, null)));
    assertThat(
        town("backend", "no_mail_declared"),
        equalTo(Rows.statistic("town", "backend", "no_mail_declared", 1L, 9L, null, null, null)));
  }

  @Test
  void aStatusIsAPartOfTheWholeSectorAndCertain() {
    // 7/13 = 0.538462, 2/13 = 0.153846
    assertThat(
        town("status", "ok"),
        equalTo(Rows.statistic("town", "status", "ok", 7L, 13L, 0.538462, 0.538462, 0.538462)));
    assertThat(
        town("status", "lookup_failed"),
        equalTo(
            Rows.statistic(
                "town", "status", "lookup_failed", 2L, 13L, 0.153846, 0.153846, 0.153846)));
  }

  @Test
  void sharesAreRoundedHalfUp() {
    List<Attribution> list = new ArrayList<>();
    list.add(attribution("x", "s", "ok", "aruba", "aruba"));
    for (int i = 1; i < 128; i++) {
      list.add(attribution("y" + i, "s", "ok", "self", "self"));
    }
    // 1/128 = 0.0078125, 127/128 = 0.9921875: half to even would give ..12 and ..88
    List<Statistic> rows = Shares.of(counts(list));
    assertThat(row(rows, "s", "backend", "aruba").getShare(), is(0.007813));
    assertThat(row(rows, "s", "backend", "self").getShare(), is(0.992188));
  }

  @Test
  void aSectorWithoutMailHasNoShares() {
    List<Statistic> rows =
        Shares.of(
            counts(
                List.of(
                    attribution("a", "s", "nxdomain", "none", "none"),
                    attribution("b", "s", "lookup_failed", "unknown", "unknown"))));
    assertThat(
        row(rows, "s", "backend", "nxdomain"),
        equalTo(Rows.statistic("s", "backend", "nxdomain", 1L, 0L, null, null, null)));
    assertThat(row(rows, "s", "status", "nxdomain").getShare(), is(0.5));
  }

  @Test
  void rowsComeInTheOrderOfTheirKeyWithTheSumOfTheSectors() {
    List<Statistic> rows =
        Shares.of(
            counts(
                List.of(
                    attribution("a", "water", "ok", "self", "self"),
                    attribution("b", "Zuid", "ok", "self", "aruba"))));
    assertThat(
        rows.stream().map(r -> r.getSector() + ' ' + r.getMeasure() + ' ' + r.getValue()).toList(),
        contains(
            "Zuid backend aruba",
            "Zuid backend_jurisdiction IT",
            "Zuid hosting outsourced",
            "Zuid receiver self",
            "Zuid receiver_jurisdiction self",
            "Zuid status ok",
            "all backend aruba",
            "all backend self",
            "all backend_jurisdiction IT",
            "all backend_jurisdiction self",
            "all hosting outsourced",
            "all receiver self",
            "all receiver_jurisdiction self",
            "all status ok",
            "water backend self",
            "water backend_jurisdiction self",
            "water hosting outsourced",
            "water receiver self",
            "water receiver_jurisdiction self",
            "water status ok"));
    assertThat(row(rows, "all", "receiver", "self").getOrganisations(), is(2L));
  }

  @Test
  void nothingGivesNoRows() {
    assertThat(Shares.of(new Counts()), is(empty()));
  }

  @Test
  void aSectorNamedAllIsRefused() {
    Attribution row = attribution("a", "all", "ok", "self", "self");
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> new Counts().add(row));
    assertThat(refused.getMessage(), containsString("reserved for totals"));
  }
}
