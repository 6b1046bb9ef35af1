package nl.wolkenkaart.world;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Arrays;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PopulationTest {
  @Test
  void theWholeCountryHasThePublishedShares() {
    Population whole = new Population(25_580);
    // 66, 10, 17 and 7 per cent of 21,670.
    assertThat(row(whole, Sector::isPublic), is(new int[] {14_302, 2_167, 3_684, 1_517, 0, 0}));
    // 2,090 + 304 = 2,394, which is 63 per cent of 3,800; 62 + 4 = 66, 60 per cent of 110.
    assertThat(
        row(whole, s -> s == Sector.LARGE_COMPANY), is(new int[] {2_090, 304, 620, 430, 216, 140}));
    assertThat(row(whole, s -> s == Sector.VITAL_COMPANY), is(new int[] {62, 4, 14, 26, 3, 1}));
    assertThat(row(whole, s -> s == Sector.MINISTRY), is(new int[] {3, 0, 1, 11, 0, 0}));
    assertThat(row(whole, s -> s == Sector.MUNICIPALITY), is(new int[] {323, 3, 4, 12, 0, 0}));
  }

  @Test
  void tenTimesTheCountryIsTenTimesAsLarge() {
    Population large = new Population(255_800);
    // 66, 10, 17 and 7 per cent of 216,700, without a remainder.
    assertThat(row(large, Sector::isPublic), is(new int[] {143_022, 21_670, 36_839, 15_169, 0, 0}));
    assertThat(row(large, s -> s == Sector.MINISTRY), is(new int[] {30, 0, 10, 110, 0, 0}));
  }

  @Test
  void aSmallCountryHasTheSharesOfItsSize() {
    Population small = new Population(512);
    // 434 public bodies: 286.44, 43.4, 73.78 and 30.38.
    assertThat(row(small, Sector::isPublic), is(new int[] {287, 43, 74, 30, 0, 0}));
    assertThat(Arrays.stream(row(small, s -> !s.isPublic())).sum(), is(78));
  }

  @Property(tries = 200)
  void everyoneIsCounted(@ForAll @IntRange(min = 1, max = 300_000) int organisations) {
    Population population = new Population(organisations);
    assertThat(Arrays.stream(row(population, s -> true)).sum(), is(organisations));
    int[] bodies = row(population, Sector::isPublic);
    int total = Arrays.stream(bodies).sum();
    int[] quotas = Quota.divide(total, Truth.PUBLIC_SHARES);
    assertThat(Arrays.copyOf(bodies, 4), is(quotas));
  }

  private static int[] row(Population population, Predicate<Sector> sectors) {
    return Arrays.stream(Truth.values())
        .mapToInt(
            truth ->
                Sector.all().stream()
                    .filter(sectors)
                    .mapToInt(sector -> population.count(sector, truth))
                    .sum())
        .toArray();
  }
}
