package nl.wolkenkaart.world;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class QuotaTest {
  @Test
  void dividesByTheLargestRemainder() {
    // 14302.2, 2167.0, 3683.9 and 1516.9: the last two are rounded up.
    int[] parts = Quota.divide(21_670, List.of(66, 10, 17, 7));
    assertThat(parts, is(new int[] {14_302, 2_167, 3_684, 1_517}));
  }

  @Test
  void ofEqualRemaindersTheEarlierWins() {
    assertThat(Quota.divide(4, List.of(1, 1, 1)), is(new int[] {2, 1, 1}));
    assertThat(Quota.divide(0, List.of(3, 1)), is(new int[] {0, 0}));
    assertThat(Quota.divide(5, List.of(0, 1)), is(new int[] {0, 5}));
  }

  @Property
  void nothingIsLost(
      @ForAll @IntRange(max = 10_000_000) int total,
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 10_000) Integer> weights) {
    int[] parts = Quota.divide(total, weights);
    long sum = weights.stream().mapToLong(Integer::longValue).sum();
    assertThat(Arrays.stream(parts).sum(), is(total));
    for (int i = 0; i < parts.length; i++) {
      double exact = (double) total * weights.get(i) / sum;
      assertThat(Math.abs(parts[i] - exact) < 1, is(true));
    }
  }
}
