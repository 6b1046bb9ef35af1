package nl.wolkenkaart.statistics;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Counts with the whole list beside its sectors, and by sector what the shares are parts of.
 *
 * @param tallies by sector ({@code all} among them), measure and value
 * @param gaps by sector, axis and reason
 * @param lists all organisations of each sector, in the order of the sectors
 * @param denominators those with mail whose lookup succeeded
 */
record Totals(
    NavigableMap<CountKey, Tally> tallies,
    NavigableMap<CountKey, Long> gaps,
    NavigableMap<String, Tally> lists,
    Map<String, Tally> denominators) {

  /** Adds the whole list. */
  static Totals of(Counts counts) {
    NavigableMap<CountKey, Tally> tallies = new TreeMap<>(counts.sorted());
    counts.sorted().forEach((key, tally) -> tallies.merge(inAll(key), tally.inList(), Tally::sum));
    NavigableMap<CountKey, Long> gaps = new TreeMap<>(counts.sortedGaps());
    counts.sortedGaps().forEach((key, n) -> gaps.merge(inAll(key), n, Math::addExact));
    return of(tallies, gaps);
  }

  /** Finds the denominators. */
  static Totals of(NavigableMap<CountKey, Tally> tallies, NavigableMap<CountKey, Long> gaps) {
    NavigableMap<String, Tally> lists = new TreeMap<>(Utf8Order.UTF8_ORDER);
    NavigableMap<String, Tally> denominators = new TreeMap<>(Utf8Order.UTF8_ORDER);
    tallies.forEach(
        (key, tally) -> {
          if (key.measure().equals(Counts.STATUS)) {
            lists.merge(key.sector(), tally, Tally::sum);
            Tally part = CodeLists.hasShare(key.value()) ? tally : Tally.NOTHING;
            denominators.merge(key.sector(), part, Tally::sum);
          }
        });
    return new Totals(tallies, gaps, lists, denominators);
  }

  static CountKey inAll(CountKey key) {
    return new CountKey(Counts.ALL, key.measure(), key.value());
  }

  /** What the shares of a measure are parts of. */
  Tally denominator(String sector, String measure) {
    Tally whole = measure.equals(Counts.STATUS) ? lists.get(sector) : denominators.get(sector);
    return whole == null ? Tally.NOTHING : whole;
  }

  /** A tally, or nothing. */
  Tally get(String sector, String measure, @Nullable String value) {
    return value == null
        ? Tally.NOTHING
        : tallies.getOrDefault(new CountKey(sector, measure, value), Tally.NOTHING);
  }
}
