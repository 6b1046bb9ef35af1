package nl.wolkenkaart.statistics;

import static nl.wolkenkaart.statistics.Utf8Order.UTF8_ORDER;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import nl.wolkenkaart.provider.MailStatus;

/**
 * Cells of few organisations made one, for publication. What is pooled is pooled in the sectors
 * first; the whole list is then the sum of what the sectors publish, so that taking the sectors
 * from it gives nothing back. A pool holds at least {@code least} organisations and at least two
 * values: where the small ones are not enough, the next larger joins them.
 *
 * <p>Organisations that are in no denominator are pooled by themselves. Only where there are fewer
 * than {@code least} of them in a sector, or of those that are in it, do they go into one pool,
 * which then is part of the denominator: the difference of sector and denominator would tell them.
 */
final class Pooling {
  /** The value, sector or reason of what is pooled. */
  static final String POOLED = "pooled";

  /** The value of what is pooled and in no denominator. */
  static final String POOLED_WITHOUT_SHARE = "pooled_without_share";

  private static final String MEASURED = "";

  private static final Comparator<Map.Entry<String, Tally>> SMALLEST_FIRST =
      Map.Entry.<String, Tally>comparingByValue(Comparator.comparingLong(Tally::organisations))
          .thenComparing(Map.Entry.comparingByKey(UTF8_ORDER));

  private final long least;
  private final NavigableMap<CountKey, Tally> tallies = new TreeMap<>();
  private final NavigableMap<CountKey, Long> gaps = new TreeMap<>();

  private Pooling(long least) {
    this.least = least;
  }

  /**
   * What may be published of counts, with the whole list.
   *
   * @param least organisations that a cell must have; with 0 or 1 all cells are published
   */
  static Totals of(Counts counts, long least) {
    return least <= 1 ? Totals.of(counts) : new Pooling(least).pool(counts);
  }

  private Totals pool(Counts counts) {
    Set<String> small = smallSectors(Totals.of(counts));
    Map<String, Map<String, Map<String, Tally>>> sectors = new TreeMap<>(UTF8_ORDER);
    counts
        .sorted()
        .forEach(
            (key, tally) ->
                sectors
                    .computeIfAbsent(sector(key, small), s -> new TreeMap<>(UTF8_ORDER))
                    .computeIfAbsent(key.measure(), m -> new TreeMap<>(UTF8_ORDER))
                    .merge(key.value(), tally, Tally::sum));
    sectors.forEach(this::poolSector);
    Map<CountKey, Map<String, Tally>> reasons = new TreeMap<>();
    counts
        .sortedGaps()
        .forEach(
            (key, n) ->
                reasons
                    .computeIfAbsent(
                        new CountKey(sector(key, small), key.measure(), ""),
                        k -> new TreeMap<>(UTF8_ORDER))
                    .merge(key.value(), organisations(n), Tally::sum));
    reasons.forEach(
        (key, of) -> poolReasons(key.sector(), key.measure(), of, sectors.get(key.sector())));
    return withAll();
  }

  private static String sector(CountKey key, Set<String> small) {
    return small.contains(key.sector()) ? POOLED : key.sector();
  }

  /** The sectors that are pooled. */
  private Set<String> smallSectors(Totals totals) {
    Map<String, Tally> sectors = new TreeMap<>(totals.lists());
    sectors.remove(Counts.ALL);
    return small(sectors, POOLED);
  }

  /** The values that are pooled: those of few, and as many others as it takes. */
  private Set<String> small(Map<String, Tally> cells, String pool) {
    List<Map.Entry<String, Tally>> sorted = new ArrayList<>(cells.entrySet());
    sorted.sort(SMALLEST_FIRST);
    Set<String> small = new HashSet<>();
    long sum = 0;
    for (Map.Entry<String, Tally> cell : sorted) {
      long n = cell.getValue().organisations();
      boolean few = (n > 0 && n < least) || cell.getKey().equals(pool);
      if (n > 0 && (few || (sum > 0 && sum < least))) {
        small.add(cell.getKey());
        sum += n;
      }
    }
    return small;
  }

  private void poolSector(String sector, Map<String, Map<String, Tally>> measures) {
    Map<String, Tally> statuses = measures.getOrDefault(Counts.STATUS, Map.of());
    Set<String> outside = outsideInPool(statuses);
    long denominator = 0;
    for (Map.Entry<String, Tally> status : statuses.entrySet()) {
      boolean counts = CodeLists.hasShare(status.getKey()) || outside.contains(status.getKey());
      denominator += counts ? status.getValue().organisations() : 0;
    }
    long of = denominator;
    measures.forEach(
        (measure, cells) -> {
          if (measure.equals(Counts.SERVICE)) {
            keepServices(sector, cells, of);
          } else {
            poolMeasure(sector, measure, cells, outside);
          }
        });
  }

  /** The statuses without a share that go into the pool of those with one. */
  private Set<String> outsideInPool(Map<String, Tally> statuses) {
    Map<String, Tally> without = new TreeMap<>(UTF8_ORDER);
    long inside = 0;
    for (Map.Entry<String, Tally> status : statuses.entrySet()) {
      if (CodeLists.hasShare(status.getKey())) {
        inside += status.getValue().organisations();
      } else {
        without.put(status.getKey(), status.getValue());
      }
    }
    long left = without.values().stream().mapToLong(Tally::organisations).sum();
    Set<String> moved = new HashSet<>();
    long sum = inside;
    List<Map.Entry<String, Tally>> sorted = new ArrayList<>(without.entrySet());
    sorted.sort(SMALLEST_FIRST);
    for (Map.Entry<String, Tally> status : sorted) {
      boolean fewInside = sum > 0 && sum < least;
      boolean fewOutside = left > 0 && left < least;
      if (fewInside || fewOutside) {
        moved.add(status.getKey());
        sum += status.getValue().organisations();
        left -= status.getValue().organisations();
      }
    }
    return moved;
  }

  private void poolMeasure(
      String sector, String measure, Map<String, Tally> cells, Set<String> moved) {
    Map<String, Tally> with = new TreeMap<>(UTF8_ORDER);
    Map<String, Tally> without = new TreeMap<>(UTF8_ORDER);
    Tally pool = Tally.NOTHING;
    for (Map.Entry<String, Tally> cell : cells.entrySet()) {
      if (moved.contains(cell.getKey())) {
        pool = pool.plus(cell.getValue());
      } else {
        (CodeLists.hasShare(cell.getKey()) ? with : without).put(cell.getKey(), cell.getValue());
      }
    }
    if (pool.organisations() > 0) {
      with.put(POOLED, pool);
    }
    publish(sector, measure, with, POOLED);
    publish(sector, measure, without, POOLED_WITHOUT_SHARE);
  }

  private void publish(String sector, String measure, Map<String, Tally> cells, String pool) {
    Set<String> small = small(cells, pool);
    long all = cells.values().stream().mapToLong(Tally::organisations).sum();
    Tally pooled = Tally.NOTHING;
    for (Map.Entry<String, Tally> cell : cells.entrySet()) {
      Tally tally = cell.getValue();
      if (small.contains(cell.getKey())) {
        pooled = pooled.plus(tally);
      } else if (tally.organisations() > 0) {
        tallies.put(new CountKey(sector, measure, cell.getKey()), blur(tally, all));
      }
    }
    if (pooled.organisations() > 0) {
      tallies.put(new CountKey(sector, measure, pool), pooled.within(pooled.organisations(), 0));
    }
  }

  /** Services of few organisations are left out: an organisation has any number of them. */
  private void keepServices(String sector, Map<String, Tally> cells, long denominator) {
    cells.forEach(
        (service, tally) -> {
          if (tally.organisations() >= least) {
            CountKey key = new CountKey(sector, Counts.SERVICE, service);
            tallies.put(key, blur(tally, denominator));
          }
        });
  }

  /**
   * A range whose ends do not tell of few organisations either: each gap of few is one of least.
   */
  private Tally blur(Tally tally, long all) {
    long n = tally.organisations();
    long gap = n - tally.atLeast();
    long low = gap > 0 && gap < least ? Math.max(0, n - least) : tally.atLeast();
    long maybe = tally.possible();
    long high = maybe > 0 && maybe < least ? Math.min(least, all - n) : maybe;
    return tally.within(low, high);
  }

  private void poolReasons(
      String sector,
      String axis,
      Map<String, Tally> reasons,
      Map<String, Map<String, Tally>> measures) {
    long list = measures.get(Counts.STATUS).values().stream().mapToLong(Tally::organisations).sum();
    long told = reasons.values().stream().mapToLong(Tally::organisations).sum();
    Set<String> small = small(reasons, POOLED);
    long pooled = small.stream().mapToLong(reason -> reasons.get(reason).organisations()).sum();
    long measured = list - told;
    if (measured > 0 && (measured < least || (pooled > 0 && pooled < least))) {
      reasons.put(MEASURED, organisations(measured));
      small = small(reasons, MEASURED);
    }
    long sum = 0;
    for (Map.Entry<String, Tally> reason : reasons.entrySet()) {
      long n = reason.getValue().organisations();
      if (small.contains(reason.getKey())) {
        sum += n;
      } else {
        gaps.put(new CountKey(sector, axis, reason.getKey()), n);
      }
    }
    if (sum > 0) {
      gaps.put(new CountKey(sector, axis, POOLED), sum);
    }
  }

  private static Tally organisations(long n) {
    return new Tally(n, n, 0, 0, 0, 0, 0);
  }

  /** The sums of what the sectors publish. */
  private Totals withAll() {
    NavigableMap<CountKey, Tally> all = new TreeMap<>();
    tallies.forEach((key, tally) -> all.merge(Totals.inAll(key), tally.inList(), Tally::sum));
    Totals sectors = Totals.of(new TreeMap<>(tallies), new TreeMap<>());
    Totals list = Totals.of(new TreeMap<>(all), new TreeMap<>());
    all.forEach(
        (key, tally) -> {
          long maybe = tally.possible();
          for (String sector : sectors.lists().keySet()) {
            maybe += mayBeIn(sector, key, sectors);
          }
          Tally of = list.denominator(Counts.ALL, key.measure());
          long room = of.organisations() - tally.organisations();
          boolean ranged = isRanged(key);
          tallies.put(key, ranged ? tally.within(tally.atLeast(), Math.min(maybe, room)) : tally);
        });
    NavigableMap<CountKey, Long> sums = new TreeMap<>();
    gaps.forEach((key, n) -> sums.merge(Totals.inAll(key), n, Math::addExact));
    gaps.putAll(sums);
    return Totals.of(tallies, gaps);
  }

  private static boolean isRanged(CountKey key) {
    boolean counted = key.measure().equals(Counts.STATUS) || CodeLists.hasShare(key.value());
    return counted && !key.value().equals(POOLED) && !key.value().equals(POOLED_WITHOUT_SHARE);
  }

  /** How many of a sector that does not publish a value may have it. */
  private long mayBeIn(String sector, CountKey key, Totals sectors) {
    String measure = key.measure();
    if (sectors.tallies().containsKey(new CountKey(sector, measure, key.value()))) {
      return 0;
    }
    if (measure.equals(Counts.SERVICE)) {
      return least - 1;
    }
    long pooled = sectors.get(sector, measure, POOLED).organisations();
    if (measure.equals(Counts.STATUS)) {
      pooled += sectors.get(sector, measure, POOLED_WITHOUT_SHARE).organisations();
    }
    if (!Concentrations.AXES.contains(measure) || CodeLists.isUndecided(key.value())) {
      return pooled;
    }
    return pooled
        + sectors.get(sector, measure, CodeLists.UNKNOWN).organisations()
        + sectors.get(sector, measure, MailStatus.CONFLICT).organisations();
  }
}
