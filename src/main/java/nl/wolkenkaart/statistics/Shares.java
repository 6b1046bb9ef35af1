package nl.wolkenkaart.statistics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import nl.wolkenkaart.provider.MailStatus;

/**
 * Counts to shares, and the range that undecided organisations leave to each share.
 *
 * <p>With, for one sector, {@code d} = organisations with mail whose lookup succeeded (status ok,
 * unknown_backend, conflict or implicit_mx), {@code f} = organisations whose lookup failed, {@code
 * n} = those of {@code d} that have the value, and {@code u} = others of {@code d} that may yet
 * turn out to have it:
 *
 * <ul>
 *   <li>{@code share = n / d}
 *   <li>{@code share_low = n / (d + f)}: every failed lookup hides another value
 *   <li>{@code share_high = (n + u + f) / (d + f)}: every failed lookup and every undecided
 *       organisation hides this value
 * </ul>
 *
 * <p>Undecided are the organisations whose receiver or backend is {@code unknown}, and, for
 * receivers, those in conflict (several receivers at the same preference) under another receiver's
 * name. An organisation in conflict stays in {@code n} of the receiver that it is counted under,
 * also at the low end, since that receiver does take its mail. Nothing that is decided turns into
 * {@code unknown} again, so {@code u = 0} for that value.
 *
 * <p>For the measure {@code status} the denominator is the whole sector and nothing is undecided.
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
    Map<String, List<CountKey>> bySector =
        all.keySet().stream().collect(groupingBy(CountKey::sector));
    NavigableMap<CountKey, Statistic> rows = new TreeMap<>();
    for (List<CountKey> keys : bySector.values()) {
      addSector(all, keys, rows);
    }
    return new ArrayList<>(rows.values());
  }

  private static void addSector(
      NavigableMap<CountKey, Long> counts,
      List<CountKey> keysOfSector,
      NavigableMap<CountKey, Statistic> rows) {
    Map<String, Map<String, Long>> measures =
        keysOfSector.stream()
            .collect(groupingBy(CountKey::measure, toMap(CountKey::value, counts::get)));
    long failed = measures.get(Counts.STATUS).getOrDefault(MailStatus.LOOKUP_FAILED, 0L);
    for (CountKey key : keysOfSector) {
      Map<String, Long> values = measures.get(key.measure());
      long organisations = counts.get(key);
      switch (key.measure()) {
        case Counts.STATUS -> rows.put(key, ofStatus(key, organisations, sum(values)));
        case Counts.RECEIVER -> {
          long undecided = undecided(key.value(), values) + conflicts(key.value(), measures);
          rows.put(key, ofProvider(key, organisations, undecided, withShare(values), failed));
        }
        case Counts.BACKEND -> {
          long undecided = undecided(key.value(), values);
          rows.put(key, ofProvider(key, organisations, undecided, withShare(values), failed));
        }
        default -> {
          // Conflicts are counted for the range alone.
        }
      }
    }
  }

  private static long undecided(String value, Map<String, Long> values) {
    return value.equals(CodeLists.UNKNOWN) ? 0 : values.getOrDefault(CodeLists.UNKNOWN, 0L);
  }

  /** Organisations in conflict under another receiver; those under unknown are counted there. */
  private static long conflicts(String value, Map<String, Map<String, Long>> measures) {
    Map<String, Long> conflicts = measures.getOrDefault(Counts.RECEIVER_IN_CONFLICT, Map.of());
    if (value.equals(CodeLists.UNKNOWN)) {
      return 0;
    }
    return sum(conflicts)
        - conflicts.getOrDefault(value, 0L)
        - conflicts.getOrDefault(CodeLists.UNKNOWN, 0L);
  }

  private static Statistic ofStatus(CountKey key, long organisations, long denominator) {
    double share = share(organisations, denominator);
    return row(key, organisations, denominator, share, share, share);
  }

  private static Statistic ofProvider(
      CountKey key, long organisations, long undecided, long denominator, long failed) {
    if (CodeLists.WITHOUT_SHARE.contains(key.value())) {
      return row(key, organisations, denominator, null, null, null);
    }
    double share = share(organisations, denominator);
    double low = share(organisations, denominator + failed);
    double high = share(organisations + undecided + failed, denominator + failed);
    if (low > share || share > high || high > 1) {
      throw new IllegalStateException(
          "The share " + share + " of " + key + " is outside its range " + low + " to " + high);
    }
    return row(key, organisations, denominator, share, low, high);
  }

  private static Statistic row(
      CountKey key, long organisations, long denominator, Double share, Double low, Double high) {
    return new Statistic(
        key.sector(), key.measure(), key.value(), organisations, denominator, share, low, high);
  }

  /** The one place where a share is rounded. */
  private static double share(long part, long whole) {
    return BigDecimal.valueOf(part)
        .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP)
        .doubleValue();
  }

  private static long withShare(Map<String, Long> values) {
    return values.entrySet().stream()
        .filter(entry -> !CodeLists.WITHOUT_SHARE.contains(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static long sum(Map<String, Long> values) {
    return values.values().stream().mapToLong(Long::longValue).sum();
  }
}
