package nl.wolkenkaart.statistics;

import static java.util.stream.Collectors.toCollection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Counts to shares, and the range of each share.
 *
 * <p>With, for one sector, {@code d} = organisations with mail whose lookup succeeded (status ok,
 * unknown_backend, conflict or implicit_mx), and for one value {@code n} = those of {@code d} that
 * have it, {@code m} = those of {@code n} at the low end, {@code p} = others of {@code d} that may
 * yet turn out to have it:
 *
 * <ul>
 *   <li>{@code share_low = m / d}
 *   <li>{@code share = n / d}
 *   <li>{@code share_high = (n + p) / d}
 * </ul>
 *
 * <p>What {@code m} and {@code p} are for each measure is told in statistics.avdl. An organisation
 * that is {@code unknown} or in {@code conflict} is in {@code d} and in no other value's {@code n}.
 * One whose lookup failed or that has no mail is in neither.
 *
 * <p>For the measure {@code status} the denominator is the whole sector and {@code m = n, p = 0}.
 */
public final class Shares {
  /** Decimals of a share; rounded half up, here and nowhere else. */
  private static final int DECIMALS = 6;

  private Shares() {}

  /** The rows of the statistics table in its order: sector, measure, value by UTF-8 bytes. */
  public static List<Statistic> of(Counts counts) {
    Counts withTotal = new Counts();
    counts
        .sorted()
        .forEach(
            (key, organisations) -> {
              withTotal.add(key, organisations);
              withTotal.add(new CountKey(Counts.ALL, key.measure(), key.value()), organisations);
            });
    NavigableMap<CountKey, Long> all = withTotal.sorted();
    Map<String, Long> sectors = new HashMap<>();
    Map<String, Long> withMail = new HashMap<>();
    NavigableSet<CountKey> rows = new TreeSet<>();
    all.forEach(
        (key, organisations) -> {
          if (key.measure().equals(Counts.STATUS)) {
            boolean mail = !CodeLists.WITHOUT_SHARE.contains(key.value());
            sectors.merge(key.sector(), organisations, Math::addExact);
            withMail.merge(key.sector(), mail ? organisations : 0, Math::addExact);
          }
          rows.add(withoutEnding(key));
        });
    return rows.stream()
        .map(
            key ->
                key.measure().equals(Counts.STATUS)
                    ? row(key, all, sectors.get(key.sector()))
                    : row(key, all, withMail.get(key.sector())))
        .collect(toCollection(ArrayList::new));
  }

  /** The row for which something is counted: one may be there for those alone that may have it. */
  private static CountKey withoutEnding(CountKey key) {
    int ending = key.measure().indexOf('+');
    return ending < 0
        ? key
        : new CountKey(key.sector(), key.measure().substring(0, ending), key.value());
  }

  private static Statistic row(
      CountKey key, NavigableMap<CountKey, Long> counts, long denominator) {
    long organisations = counts.getOrDefault(key, 0L);
    boolean status = key.measure().equals(Counts.STATUS);
    if (!status && CodeLists.WITHOUT_SHARE.contains(key.value())) {
      return row(key, organisations, denominator, null, null, null);
    }
    long atLeast = counts.getOrDefault(ending(key, Counts.AT_LEAST), 0L);
    long possible = counts.getOrDefault(ending(key, Counts.POSSIBLE), 0L);
    double low = share(atLeast, denominator);
    double share = share(organisations, denominator);
    double high = share(organisations + possible, denominator);
    if (low > share || share > high || high > 1) {
      throw new IllegalStateException(
          "The share " + share + " of " + key + " is outside its range " + low + " to " + high);
    }
    return row(key, organisations, denominator, share, low, high);
  }

  private static CountKey ending(CountKey key, String ending) {
    return new CountKey(key.sector(), key.measure() + ending, key.value());
  }

  private static Statistic row(
      CountKey key, long organisations, long denominator, Double share, Double low, Double high) {
    return new Statistic(
        key.sector(), key.measure(), key.value(), organisations, denominator, share, low, high);
  }

  /** The one place where a share is rounded. */
  static double share(long part, long whole) {
    return BigDecimal.valueOf(part)
        .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP)
        .doubleValue();
  }
}
