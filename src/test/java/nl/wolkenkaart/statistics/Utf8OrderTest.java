package nl.wolkenkaart.statistics;

import static nl.wolkenkaart.statistics.Utf8Order.UTF8_ORDER;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;

import java.util.List;
import org.junit.jupiter.api.Test;

class Utf8OrderTest {
  @Test
  void ordersByBytesAndNotByLocaleOrUtf16() {
    // First bytes 41, 5a, 61, c3, ef, f0; UTF-16 would put U+1F600 (d83d) before U+FF61.
    List<String> sorted =
        List.of("\uD83D\uDE00", "é", "a", "\uFF61", "Z", "A", "").stream()
            .sorted(UTF8_ORDER)
            .toList();
    assertThat(sorted, contains("", "A", "Z", "a", "é", "\uFF61", "\uD83D\uDE00"));
  }
}
