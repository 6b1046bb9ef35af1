package nl.wolkenkaart.statistics;

import static nl.wolkenkaart.statistics.Rows.attribution;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import java.util.ArrayList;
import java.util.List;
import nl.wolkenkaart.provider.Attribution;
import org.junit.jupiter.api.Test;

class PoolingTest {
  private final List<Attribution> list = new ArrayList<>();

  private void add(int n, String sector, String status, String backend) {
    for (int i = 0; i < n; i++) {
      String id = String.format("%04d", list.size());
      list.add(attribution(id, sector, status, backend, backend));
    }
  }

  private List<String> statistics(String sector, String measure, int minCell) {
    return Rows.published(list, minCell).statistics().stream()
        .filter(row -> row.getSector().equals(sector) && row.getMeasure().equals(measure))
        .map(
            row ->
                row.getValue()
                    + " "
                    + row.getOrganisations()
                    + "/"
                    + row.getDenominator()
                    + " "
                    + row.getShareHigh())
        .toList();
  }

  private List<String> gaps(String sector, String axis, int minCell) {
    return Rows.published(list, minCell).notMeasured().stream()
        .filter(row -> row.getSector().equals(sector) && row.getAxis().equals(axis))
        .map(row -> row.getReason() + " " + row.getOrganisations())
        .toList();
  }

  @Test
  void theNextLargerJoinsASmallOneAndTheListIsTheSumOfWhatIsPublished() {
    add(10, "a", "ok", "microsoft-365");
    add(2, "a", "ok", "google-workspace");
    add(5, "a", "ok", "aruba");
    add(4, "b", "ok", "microsoft-365");
    add(6, "b", "ok", "google-workspace");
    assertThat(
        statistics("a", "backend", 3),
        contains("microsoft-365 10/17 0.588235", "pooled 7/17 0.411765"));
    assertThat(
        statistics("b", "backend", 3),
        contains("google-workspace 6/10 0.6", "microsoft-365 4/10 0.4"));
    // Google of the whole list is 6 and not 8, or the 2 could be had by subtraction; up to 6 + 7.
    assertThat(
        statistics("all", "backend", 3),
        contains(
            "google-workspace 6/27 0.481481",
            "microsoft-365 14/27 0.518519",
            "pooled 7/27 0.259259"));
    assertThat(statistics("all", "backend", 0), hasItem("google-workspace 8/27 0.296296"));
  }

  @Test
  void whatIsPooledIsNoOperator() {
    list.addAll(Rows.town());
    Concentration row =
        Rows.published(list, 3).concentration().stream()
            .filter(c -> c.getSector().equals("town") && c.getAxis().equals("backend"))
            .findFirst()
            .orElseThrow();
    // Microsoft 5; Google, itself, unknown and conflict are the pool.
    assertThat(row.getDecided(), is(5L));
    assertThat(row.getUndecided(), is(4L));
    assertThat(row.getHhi(), is(1.0));
    assertThat(row.getHhiLow(), is(0.358025)); // (25 + 4)/81
    assertThat(row.getHhiHigh(), is(1.0));
    assertThat(row.getOperators(), is(1L));
  }

  @Test
  void theRangeOfAPublishedValueDoesNotTellOfFewEither() {
    list.addAll(Rows.town());
    Statistic row =
        Rows.published(list, 3).statistics().stream()
            .filter(s -> s.getSector().equals("town") && s.getValue().equals("microsoft-365"))
            .findFirst()
            .orElseThrow();
    // 4 of 5 by MX alone, 2 more possible: both gaps are given as 3.
    assertThat(row.getShare(), is(0.555556));
    assertThat(row.getShareLow(), is(0.222222));
    assertThat(row.getShareHigh(), is(0.888889));
  }

  @Test
  void thoseInNoDenominatorArePooledByThemselves() {
    add(20, "a", "ok", "microsoft-365");
    add(2, "a", "nxdomain", "none");
    add(1, "a", "lookup_failed", "unknown");
    add(9, "a", "no_mail_declared", "none");
    assertThat(
        statistics("a", "backend", 3),
        contains(
            "microsoft-365 20/20 1.0",
            "no_mail_declared 9/20 null",
            "pooled_without_share 3/20 null"));
    assertThat(
        statistics("a", "status", 3),
        contains(
            "no_mail_declared 9/32 0.28125",
            "ok 20/32 0.625",
            "pooled_without_share 3/32 0.09375"));
  }

  @Test
  void fewInNoDenominatorArePartOfOneOrTheDifferenceWouldTell() {
    add(20, "a", "ok", "microsoft-365");
    add(4, "a", "ok", "aruba");
    add(2, "a", "nxdomain", "none");
    assertThat(
        statistics("a", "backend", 3),
        contains("microsoft-365 20/26 0.769231", "pooled 6/26 0.230769"));
    assertThat(statistics("a", "status", 3), contains("pooled 26/26 1.0"));
    // And where there are few in it.
    list.clear();
    add(2, "a", "ok", "microsoft-365");
    add(8, "a", "nxdomain", "none");
    add(9, "a", "lookup_failed", "unknown");
    assertThat(
        statistics("a", "backend", 3), contains("lookup_failed 9/10 null", "pooled 10/10 1.0"));
  }

  @Test
  void smallSectorsAreOneSector() {
    add(20, "a", "ok", "microsoft-365");
    add(6, "b", "ok", "microsoft-365");
    add(2, "c", "ok", "microsoft-365");
    assertThat(
        Rows.published(list, 3).statistics().stream().map(Statistic::getSector).distinct().toList(),
        contains("a", "all", "pooled"));
    // One small sector alone could be had by subtraction, so the next is with it.
    assertThat(statistics("pooled", "backend", 3), contains("microsoft-365 8/8 1.0"));
    assertThat(statistics("all", "backend", 3), contains("microsoft-365 28/28 1.0"));
  }

  @Test
  void servicesOfFewAreLeftOut() {
    list.addAll(Rows.town());
    assertThat(statistics("town", "service", 3), contains("exchange-online 3/9 0.666667"));
    assertThat(statistics("town", "service", 0).size(), is(3));
  }

  @Test
  void reasonsOfFewArePooledWithThoseMeasuredIfNeedBe() {
    add(20, "a", "ok", "microsoft-365");
    add(2, "a", "lookup_failed", "unknown");
    add(3, "a", "nxdomain", "none");
    // 2 and 3 together.
    assertThat(gaps("a", "backend", 3), contains("pooled 5"));
    // 2 alone: all 25 would be the only cell of no fewer than 3.
    assertThat(gaps("a", "mail", 3), contains("pooled 25"));
    assertThat(gaps("all", "mail", 3), contains("pooled 25"));
    assertThat(gaps("a", "mail", 0), contains("lookup_failed 2"));
    // None measured: nothing to hide.
    assertThat(gaps("a", "population", 3), contains("not_told 25"));
  }

  @Test
  void fewMeasuredArePooledWithAReason() {
    add(2, "a", "ok", "microsoft-365");
    add(9, "a", "lookup_failed", "unknown");
    assertThat(gaps("a", "mail", 3), contains("pooled 11"));
  }

  @Test
  void aCellOfOneOrNoneIsNoLimit() {
    list.addAll(Rows.town());
    assertThat(Rows.published(list, 1), is(Rows.published(list, 0)));
    assertThat(statistics("town", "backend", 2), hasItems("pooled 4/9 0.444444"));
  }
}
