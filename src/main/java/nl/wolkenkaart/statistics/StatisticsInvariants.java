package nl.wolkenkaart.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;

/** The invariants of the tables that count. */
final class StatisticsInvariants {
  static final String SECTORS =
      "the organisations of each sector and measure but service add up to the sector";
  static final String SUM = "the shares of each sector and measure but service add up to 1";
  static final String WEIGHTS =
      "the domains and the population of each sector and measure but service add up";
  static final String RANGE = "every share lies between 0 and 1 and within its range";
  static final String TOTAL = "the rows of all are the sums of the sectors";
  static final String RECOUNT = "the statistics equal a recount of the attributions";

  /** Half of the last decimal of a share: how far one rounded share can be from the exact one. */
  private static final double ROUNDING = 0.5e-6;

  private final InvariantReport.Collector collector;
  private final Map<String, Long> organisationsBySector;
  private final PublishedCounts recount;
  private final boolean pooled;

  /**
   * @param organisationsBySector organisations of each sector that is published, and of all
   * @param recount what the attributions give
   * @param pooled whether cells of few organisations were pooled
   */
  StatisticsInvariants(
      InvariantReport.Collector collector,
      Map<String, Long> organisationsBySector,
      PublishedCounts recount,
      boolean pooled) {
    this.collector = collector;
    this.organisationsBySector = organisationsBySector;
    this.recount = recount;
    this.pooled = pooled;
  }

  void check(
      Iterable<Statistic> statistics,
      Iterable<Concentration> concentration,
      Iterable<NotMeasured> notMeasured) {
    List.of(SECTORS, SUM, WEIGHTS, RANGE, TOTAL, RECOUNT).forEach(collector::announce);
    NavigableMap<CountKey, List<Statistic>> groups = new TreeMap<>();
    NavigableMap<CountKey, Statistic> rows = new TreeMap<>();
    List<Statistic> all = new ArrayList<>();
    for (Statistic row : statistics) {
      all.add(row);
      groups
          .computeIfAbsent(
              new CountKey(row.getSector(), row.getMeasure(), ""), key -> new ArrayList<>())
          .add(row);
      rows.put(key(row), row);
      checkRange(row);
    }
    checkSectors(groups);
    groups.values().forEach(this::checkSum);
    groups.values().forEach(this::checkWeights);
    checkTotal(rows);
    new Recount<>(
            collector,
            RECOUNT,
            "statistics have",
            StatisticsInvariants::name,
            StatisticsInvariants::figures)
        .check(all, recount.statistics());
    new ConcentrationInvariants(collector, rows).check(concentration, recount.concentration());
    new NotMeasuredInvariants(collector, rows, pooled).check(notMeasured, recount.notMeasured());
  }

  private void checkRange(Statistic row) {
    Double share = row.getShare();
    Double low = row.getShareLow();
    Double high = row.getShareHigh();
    if (share == null || low == null || high == null) {
      collector.check(
          RANGE,
          share == null && low == null && high == null,
          "Of share and range of " + name(row) + " one is missing: " + figures(row));
      return;
    }
    // Written so that NaN fails.
    boolean inside = 0 <= low && low <= share && share <= high && high <= 1;
    collector.check(
        RANGE, inside, "The share of " + name(row) + " is out of range: " + figures(row));
    checkRange(row, "domains", row.getDomainsShare());
    checkRange(row, "population", row.getPopulationShare());
  }

  private void checkRange(Statistic row, String weight, @Nullable Double share) {
    collector.check(
        RANGE,
        share == null || (0 <= share && share <= 1),
        "The share of the " + weight + " of " + name(row) + " is out of range: " + share);
  }

  /** Each domain and each inhabitant is in one value of the denominator. */
  private void checkWeights(List<Statistic> group) {
    Statistic first = group.get(0);
    if (!Counts.EACH_ONCE.contains(first.getMeasure())) {
      return;
    }
    long domains = 0;
    long population = 0;
    for (Statistic row : group) {
      if (row.getShare() != null) {
        domains += row.getDomains() == null ? 0 : row.getDomains();
        population += row.getPopulation() == null ? 0 : row.getPopulation();
      }
    }
    checkWeight(first, "domains", domains, first.getDomainsDenominator());
    checkWeight(first, "inhabitants", population, first.getPopulationDenominator());
  }

  private void checkWeight(Statistic row, String weight, long sum, @Nullable Long denominator) {
    collector.check(
        WEIGHTS,
        sum == (denominator == null ? 0 : denominator),
        String.format(
            Locale.ROOT,
            "The %s of sector %s and measure %s add up to %d, their denominator is %d",
            weight,
            row.getSector(),
            row.getMeasure(),
            sum,
            denominator));
  }

  private void checkSectors(NavigableMap<CountKey, List<Statistic>> groups) {
    groups.forEach(
        (group, rows) -> {
          if (Counts.EACH_ONCE.contains(group.measure())) {
            compareSector(
                group.sector(),
                group.measure(),
                rows.stream().mapToLong(Statistic::getOrganisations).sum());
          }
        });
    for (String sector : organisationsBySector.keySet()) {
      for (String measure : Counts.EACH_ONCE) {
        if (!groups.containsKey(new CountKey(sector, measure, ""))) {
          compareSector(sector, measure, 0);
        }
      }
    }
  }

  private void compareSector(String sector, String measure, long sum) {
    long organisations = organisationsBySector.getOrDefault(sector, 0L);
    collector.check(
        SECTORS,
        organisations == sum,
        String.format(
            Locale.ROOT,
            "Sector %s has %d organisations, but the statistics of its %s add up to %d",
            sector,
            organisations,
            measure,
            sum));
  }

  private void checkSum(List<Statistic> group) {
    List<Double> shares =
        group.stream().map(Statistic::getShare).filter(share -> share != null).toList();
    if (shares.isEmpty() || !Counts.EACH_ONCE.contains(group.get(0).getMeasure())) {
      return;
    }
    double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
    // A little more than the sum of the roundings, for the sum of doubles itself is not exact.
    double tolerance = shares.size() * ROUNDING + 1e-9;
    collector.check(
        SUM,
        Math.abs(sum - 1) <= tolerance,
        String.format(
            Locale.ROOT,
            "The %d shares of sector %s and measure %s add up to %s, not to 1",
            shares.size(),
            group.get(0).getSector(),
            group.get(0).getMeasure(),
            sum));
  }

  private void checkTotal(NavigableMap<CountKey, Statistic> rows) {
    NavigableMap<CountKey, Long> sums = new TreeMap<>();
    NavigableMap<CountKey, Long> totals = new TreeMap<>();
    for (Statistic row : rows.values()) {
      CountKey key = new CountKey(Counts.ALL, row.getMeasure(), row.getValue());
      boolean total = row.getSector().equals(Counts.ALL);
      (total ? totals : sums).merge(key, row.getOrganisations(), Long::sum);
      (total ? sums : totals).putIfAbsent(key, 0L);
    }
    sums.forEach(
        (key, sum) ->
            collector.check(
                TOTAL,
                sum.equals(totals.get(key)),
                String.format(
                    Locale.ROOT,
                    "The sectors have %d organisations with the %s %s, but the row of all says %d",
                    sum,
                    key.measure(),
                    key.value(),
                    totals.get(key))));
  }

  private static CountKey key(Statistic row) {
    return new CountKey(row.getSector(), row.getMeasure(), row.getValue());
  }

  private static String name(Statistic row) {
    return String.format(
        Locale.ROOT, "sector %s, %s %s", row.getSector(), row.getMeasure(), row.getValue());
  }

  private static String figures(Statistic row) {
    return String.format(
        Locale.ROOT,
        "%d of %d, share %s (%s to %s), domains %s of %s (%s), population %s of %s (%s)",
        row.getOrganisations(),
        row.getDenominator(),
        row.getShare(),
        row.getShareLow(),
        row.getShareHigh(),
        row.getDomains(),
        row.getDomainsDenominator(),
        row.getDomainsShare(),
        row.getPopulation(),
        row.getPopulationDenominator(),
        row.getPopulationShare());
  }
}
