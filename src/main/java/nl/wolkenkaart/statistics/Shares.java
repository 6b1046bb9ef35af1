package nl.wolkenkaart.statistics;

import static java.util.stream.Collectors.toCollection;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

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
 *
 * <p>Domains and population are counted in the same way, over those of {@code d}.
 */
public final class Shares {
  /** Decimals of a share; rounded half up, here and nowhere else. */
  private static final int DECIMALS = 6;

  private Shares() {}

  /** The rows of the statistics table in its order: sector, measure, value by UTF-8 bytes. */
  public static List<Statistic> of(Counts counts) {
    return of(Totals.of(counts));
  }

  static List<Statistic> of(Totals totals) {
    return totals.tallies().keySet().stream()
        .map(key -> row(key, totals))
        .collect(toCollection(ArrayList::new));
  }

  private static Statistic row(CountKey key, Totals totals) {
    Tally tally = totals.tallies().get(key);
    Tally whole = totals.denominator(key.sector(), key.measure());
    boolean counted = key.measure().equals(Counts.STATUS) || CodeLists.hasShare(key.value());
    long denominator = whole.organisations();
    Double low = counted ? share(tally.atLeast(), denominator) : null;
    Double share = counted ? share(tally.organisations(), denominator) : null;
    Double high = counted ? share(tally.organisations() + tally.possible(), denominator) : null;
    if (counted && (low > share || share > high || high > 1)) {
      throw new IllegalStateException(
          "The share " + share + " of " + key + " is outside its range " + low + " to " + high);
    }
    Long populationWhole = whole.populated() == 0 ? null : (Long) whole.population();
    Long population = population(tally, populationWhole != null);
    boolean populated = counted && population != null && populationWhole != null;
    return new Statistic(
        key.sector(),
        key.measure(),
        key.value(),
        tally.organisations(),
        denominator,
        share,
        low,
        high,
        tally.domains(),
        whole.domains(),
        counted && whole.domains() > 0 ? share(tally.domains(), whole.domains()) : null,
        population,
        populationWhole,
        populated && populationWhole > 0 ? share(population, populationWhole) : null);
  }

  /** Null where it is known of none of those that there are, or of nobody. */
  private static @Nullable Long population(Tally tally, boolean ofOthers) {
    boolean known = tally.populated() > 0 || (ofOthers && tally.organisations() == 0);
    return known ? (Long) tally.population() : null;
  }

  /**
   * A share as it is published.
   *
   * @param whole not 0
   */
  public static double share(long part, long whole) {
    return share(BigInteger.valueOf(part), BigInteger.valueOf(whole));
  }

  /** The one place where a share is rounded. */
  static double share(BigInteger part, BigInteger whole) {
    return new BigDecimal(part)
        .divide(new BigDecimal(whole), DECIMALS, RoundingMode.HALF_UP)
        .doubleValue();
  }
}
