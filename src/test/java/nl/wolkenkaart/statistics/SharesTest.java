package nl.wolkenkaart.statistics;

import static nl.wolkenkaart.statistics.Rows.attribution;
import static nl.wolkenkaart.statistics.Rows.counts;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
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

  @Test
  void aBackendsShareIsOfThoseWithMailAndItsRangeHasUnknownAndFailedLookups() {
    // d = 9 with mail, f = 2 failed, n = 6, u = 1 unknown.
    // 6/9 = 0.666667; low 6/(9+2) = 0.545455; high (6+1+2)/(9+2) = 9/11 = 0.818182
    assertThat(
        town("backend", "microsoft-365"),
        equalTo(
            new Statistic(
                "town", "backend", "microsoft-365", 6L, 9L, 0.666667, 0.545455, 0.818182)));
    // 1/9 = 0.111111; low 1/11 = 0.090909; high (1+1+2)/11 = 4/11 = 0.363636
    assertThat(
        town("backend", "google-workspace"),
        equalTo(
            new Statistic(
                "town", "backend", "google-workspace", 1L, 9L, 0.111111, 0.090909, 0.363636)));
  }

  @Test
  void whatIsDecidedDoesNotBecomeUnknownAgain() {
    // 1/9; low 1/11; high (1+0+2)/11 = 3/11 = 0.272727
    assertThat(
        town("backend", "unknown"),
        equalTo(new Statistic("town", "backend", "unknown", 1L, 9L, 0.111111, 0.090909, 0.272727)));
  }

  @Test
  void aConflictWidensTheRangeOfTheOtherReceiversOnly() {
    // The conflict is counted under microsoft-365: n = 6, u = 0; high (6+0+2)/11 = 8/11 = 0.727273
    assertThat(
        town("receiver", "microsoft-365"),
        equalTo(
            new Statistic(
                "town", "receiver", "microsoft-365", 6L, 9L, 0.666667, 0.545455, 0.727273)));
    // It may yet be google-workspace: u = 1; high (1+1+2)/11 = 0.363636
    assertThat(
        town("receiver", "google-workspace"),
        equalTo(
            new Statistic(
                "town", "receiver", "google-workspace", 1L, 9L, 0.111111, 0.090909, 0.363636)));
  }

  @Test
  void aConflictWithoutAReceiverIsCountedOnceAsUnknown() {
    List<Statistic> rows =
        Shares.of(
            counts(
                List.of(
                    attribution("a", "s", "ok", "self", "self"),
                    attribution("b", "s", "ok", "self", "self"),
                    attribution("c", "s", "ok", "aruba", "aruba"),
                    attribution("d", "s", "conflict", "unknown", "unknown"))));
    // n = 2, u = 1, d = 4, f = 0: 2/4, low 2/4, high 3/4; counted twice it would be 4/4.
    assertThat(
        row(rows, "s", "receiver", "self"),
        equalTo(new Statistic("s", "receiver", "self", 2L, 4L, 0.5, 0.5, 0.75)));
    assertThat(
        row(rows, "s", "receiver", "unknown"),
        equalTo(new Statistic("s", "receiver", "unknown", 1L, 4L, 0.25, 0.25, 0.25)));
  }

  @Test
  void aFailedLookupIsInNoNumeratorEvenIfItsReceiverIsKnown() {
    assertThat(
        town("receiver", "lookup_failed"),
        equalTo(new Statistic("town", "receiver", "lookup_failed", 2L, 9L, null, null, null)));
    assertThat(
        town("backend", "nxdomain"),
        equalTo(new Statistic("town", "backend", "nxdomain", 1L, 9L, null, null, null)));
    assertThat(
        town("backend", "no_mail_declared"),
        equalTo(new Statistic("town", "backend", "no_mail_declared", 1L, 9L, null, null, null)));
  }

  @Test
  void aStatusIsAPartOfTheWholeSectorAndCertain() {
    // 6/13 = 0.461538, 2/13 = 0.153846
    assertThat(
        town("status", "ok"),
        equalTo(new Statistic("town", "status", "ok", 6L, 13L, 0.461538, 0.461538, 0.461538)));
    assertThat(
        town("status", "lookup_failed"),
        equalTo(
            new Statistic(
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
        equalTo(new Statistic("s", "backend", "nxdomain", 1L, 0L, null, null, null)));
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
            "Zuid receiver self",
            "Zuid status ok",
            "all backend aruba",
            "all backend self",
            "all receiver self",
            "all status ok",
            "water backend self",
            "water receiver self",
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
