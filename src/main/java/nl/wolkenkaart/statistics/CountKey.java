package nl.wolkenkaart.statistics;

import static nl.wolkenkaart.statistics.Utf8Order.UTF8_ORDER;

import java.io.Serializable;
import java.util.Comparator;

/**
 * What is counted: organisations of a sector that have a value of a measure. The order is that of
 * the statistics table.
 */
public record CountKey(String sector, String measure, String value)
    implements Comparable<CountKey>, Serializable {
  private static final Comparator<CountKey> ORDER =
      Comparator.comparing(CountKey::sector, UTF8_ORDER)
          .thenComparing(CountKey::measure, UTF8_ORDER)
          .thenComparing(CountKey::value, UTF8_ORDER);

  @Override
  public int compareTo(CountKey other) {
    return ORDER.compare(this, other);
  }
}
