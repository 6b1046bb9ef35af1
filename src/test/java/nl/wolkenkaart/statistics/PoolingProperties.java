package nl.wolkenkaart.statistics;

import static nl.wolkenkaart.statistics.Rows.attribution;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import nl.wolkenkaart.provider.Attribution;

/** What is published of any list tells of no fewer organisations than it may. */
class PoolingProperties {
  @Provide
  Arbitrary<List<Attribution>> lists() {
    Arbitrary<String> providers =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(8, Arbitraries.of("microsoft-365")),
            net.jqwik.api.Tuple.of(
                3, Arbitraries.of("self", "unknown", "aruba", "ezorg", "google-workspace")));
    Arbitrary<String> statuses =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(9, Arbitraries.of("ok")),
            net.jqwik.api.Tuple.of(2, Arbitraries.of(CodeLists.STATUS.asList())));
    return Combinators.combine(
            Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(5, Arbitraries.of("town", "water")),
                net.jqwik.api.Tuple.of(1, Arbitraries.of("police", "court"))),
            statuses,
            providers,
            providers)
        .as(
            (sector, status, receiver, backend) ->
                attribution("", sector, status, receiver, backend))
        .list()
        .ofMinSize(1)
        .ofMaxSize(200);
  }

  @Property(tries = 300)
  void noCellIsSmallAndNoneIsLeftBySubtraction(
      @ForAll("lists") List<Attribution> list, @ForAll @IntRange(min = 2, max = 8) int minCell) {
    List<Attribution> rows = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      rows.add(Attribution.newBuilder(list.get(i)).setOrganisationId("o" + i).build());
    }
    PublishedCounts published = Rows.published(rows, minCell);
    long least = Math.min(minCell, rows.size());
    Map<String, Long> sectors = new TreeMap<>();
    for (Statistic row : published.statistics()) {
      assertThat(row.toString(), row.getOrganisations(), is(greaterThanOrEqualTo(least)));
      long rest = row.getMeasure().equals("service") ? least : row.getDenominator();
      assertThat(
          row.toString(), rest, is(greaterThanOrEqualTo(row.getDenominator() == 0 ? 0 : least)));
      if (row.getMeasure().equals("status")) {
        sectors.merge(row.getSector(), row.getOrganisations(), Long::sum);
      }
    }
    for (Statistic row : published.statistics()) {
      // Those in no denominator are none, or not few.
      long outside = sectors.get(row.getSector()) - row.getDenominator();
      assertThat(row.toString(), outside == 0 || outside >= least, is(true));
    }
    Map<CountKey, Long> told = new HashMap<>();
    for (NotMeasured row : published.notMeasured()) {
      assertThat(row.toString(), row.getOrganisations(), is(greaterThanOrEqualTo(least)));
      told.merge(
          new CountKey(row.getSector(), row.getAxis(), ""), row.getOrganisations(), Long::sum);
    }
    told.forEach(
        (key, sum) -> {
          long measured = sectors.get(key.sector()) - sum;
          assertThat(key.toString(), measured == 0 || measured >= least, is(true));
        });
    // The whole list is the sum of the sectors, so it adds nothing to them.
    Map<String, Long> sums = new HashMap<>();
    for (Statistic row : published.statistics()) {
      String key = row.getMeasure() + ' ' + row.getValue();
      boolean all = row.getSector().equals("all");
      sums.merge(key, all ? -row.getOrganisations() : row.getOrganisations(), Long::sum);
    }
    sums.forEach((key, sum) -> assertThat(key, sum, is(0L)));
  }

  /** With the range of the whole list a reader is told the truth. */
  @Property(tries = 200)
  void theTrueFigureOfTheListIsInTheRange(
      @ForAll("lists") List<Attribution> list, @ForAll @IntRange(min = 2, max = 8) int minCell) {
    Map<String, Statistic> exact = new HashMap<>();
    for (Statistic row : Rows.published(list, 0).statistics()) {
      exact.put(row.getSector() + row.getMeasure() + ' ' + row.getValue(), row);
    }
    for (Statistic row : Rows.published(list, minCell).statistics()) {
      Statistic truth = exact.get(row.getSector() + row.getMeasure() + ' ' + row.getValue());
      if (row.getSector().equals("all") && truth != null && row.getShare() != null) {
        double least = row.getShareLow() * row.getDenominator();
        double most = row.getShareHigh() * row.getDenominator();
        assertThat(row.toString(), least, is(lessThanOrEqualTo(truth.getOrganisations() + 0.01)));
        assertThat(row.toString(), most, is(greaterThanOrEqualTo(truth.getOrganisations() - 0.01)));
      }
    }
  }
}
