package nl.wolkenkaart.statistics;

import static nl.wolkenkaart.statistics.Rows.attribution;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.wolkenkaart.provider.Attribution;

class ConcentrationProperties {
  private static final double ROUNDING = 0.51e-6;

  /** A sector in which companies have so many organisations; some are self-run or undecided. */
  private static Concentration of(List<Integer> companies, int self, int undecided) {
    List<Attribution> rows = new ArrayList<>();
    for (int i = 0; i < companies.size(); i++) {
      for (int k = 0; k < companies.get(i); k++) {
        rows.add(attribution("c" + i + "-" + k, "s", "ok", "company-" + i, "company-" + i));
      }
    }
    for (int k = 0; k < self; k++) {
      rows.add(attribution("s" + k, "s", "ok", "self", "self"));
    }
    for (int k = 0; k < undecided; k++) {
      rows.add(attribution("u" + k, "s", "unknown_backend", "proofpoint", "unknown"));
    }
    return Rows.published(rows, 0).concentration().stream()
        .filter(row -> row.getSector().equals("s") && row.getAxis().equals("backend"))
        .findFirst()
        .orElse(null);
  }

  private static void isWithin(Double low, Double value, Double high, long decided) {
    assertThat(low, is(greaterThanOrEqualTo(0.0)));
    assertThat(high, is(lessThanOrEqualTo(1.0)));
    if (decided == 0) {
      assertThat(value, is(nullValue()));
      assertThat(low, is(lessThanOrEqualTo(high)));
    } else {
      assertThat(low, is(lessThanOrEqualTo(value)));
      assertThat(value, is(lessThanOrEqualTo(high)));
    }
  }

  @Property(tries = 500)
  void everyFigureIsWithinItsRange(
      @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 60) Integer> companies,
      @ForAll @IntRange(max = 20) int self,
      @ForAll @IntRange(max = 60) int undecided) {
    Concentration row = of(companies, self, undecided);
    if (row == null) {
      return;
    }
    assertThat(row.getHhiLow(), is(notNullValue()));
    isWithin(row.getHhiLow(), row.getHhi(), row.getHhiHigh(), row.getDecided());
    isWithin(row.getTop1ShareLow(), row.getTop1Share(), row.getTop1ShareHigh(), row.getDecided());
    isWithin(row.getTop3ShareLow(), row.getTop3Share(), row.getTop3ShareHigh(), row.getDecided());
  }

  /** Every way in which the undecided may be decided: none is beyond the ends, some reach them. */
  @Property(tries = 150)
  void theEndsAreTheLeastAndTheGreatestOfAllWays(
      @ForAll @Size(max = 3) List<@IntRange(min = 1, max = 5) Integer> companies,
      @ForAll @IntRange(max = 2) int self,
      @ForAll @IntRange(max = 4) int undecided) {
    Concentration row = of(companies, self, undecided);
    if (row == null) {
      return;
    }
    int[] operators = new int[companies.size() + self + undecided];
    for (int i = 0; i < companies.size(); i++) {
      operators[i] = companies.get(i);
    }
    Arrays.fill(operators, companies.size(), companies.size() + self, 1);
    double[][] ends = {{2, -1}, {2, -1}, {2, -1}};
    decide(operators, undecided, ends);
    assertThat(row.getHhiLow(), is(closeTo(ends[0][0], ROUNDING)));
    assertThat(row.getHhiHigh(), is(closeTo(ends[0][1], ROUNDING)));
    assertThat(row.getTop1ShareLow(), is(closeTo(ends[1][0], ROUNDING)));
    assertThat(row.getTop1ShareHigh(), is(closeTo(ends[1][1], ROUNDING)));
    assertThat(row.getTop3ShareLow(), is(closeTo(ends[2][0], ROUNDING)));
    assertThat(row.getTop3ShareHigh(), is(closeTo(ends[2][1], ROUNDING)));
  }

  private static void decide(int[] operators, int left, double[][] ends) {
    if (left > 0) {
      for (int i = 0; i < operators.length; i++) {
        operators[i]++;
        decide(operators, left - 1, ends);
        operators[i]--;
      }
      return;
    }
    int[] sorted = operators.clone();
    Arrays.sort(sorted);
    double all = Arrays.stream(sorted).sum();
    double squares = Arrays.stream(sorted).mapToDouble(n -> n / all * (n / all)).sum();
    int most = sorted.length;
    double three = Arrays.stream(sorted, Math.max(0, most - 3), most).sum() / all;
    double[] figures = {squares, sorted[most - 1] / all, three};
    for (int i = 0; i < figures.length; i++) {
      ends[i][0] = Math.min(ends[i][0], figures[i]);
      ends[i][1] = Math.max(ends[i][1], figures[i]);
    }
  }
}
