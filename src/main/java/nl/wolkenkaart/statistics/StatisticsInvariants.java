package nl.wolkenkaart.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The invariants of the statistics table. */
final class StatisticsInvariants {
  static final String SECTORS =
      "the organisations of each sector and measure but service add up to the sector";
  static final String SUM = "the shares of each sector and measure but service add up to 1";
  static final String RANGE = "every share lies between 0 and 1 and within its range";
  static final String TOTAL = "the rows of all are the sums of the sectors";
  static final String RECOUNT = "the statistics equal a recount of the attributions";

  /** Half of the last decimal of a share: how far one rounded share can be from the exact one. */
  private static final double ROUNDING = 0.5e-6;

  private final InvariantReport.Collector collector;
  private final Map<String, Long> organisationsBySector;
  private final List<Statistic> recount;

  StatisticsInvariants(
      InvariantReport.Collector collector,
      Map<String, Long> organisationsBySector,
      List<Statistic> recount) {
    this.collector = collector;
    this.organisationsBySector = organisationsBySector;
    this.recount = recount;
  }

  void check(Iterable<Statistic> statistics) {
    List.of(SECTORS, SUM, RANGE, TOTAL, RECOUNT).forEach(collector::announce);
    NavigableMap<CountKey, List<Statistic>> groups = new TreeMap<>();
    NavigableMap<CountKey, Statistic> rows = new TreeMap<>();
    for (Statistic row : statistics) {
      groups
          .computeIfAbsent(
              new CountKey(row.getSector(), row.getMeasure(), ""), key -> new ArrayList<>())
          .add(row);
      Statistic earlier = rows.put(key(row), row);
      collector.check(RECOUNT, earlier == null, "The statistics have two rows for " + name(row));
      checkRange(row);
    }
    checkSectors(groups);
    groups.values().forEach(this::checkSum);
    checkTotal(rows);
    checkRecount(rows);
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

  private void checkRecount(NavigableMap<CountKey, Statistic> rows) {
    NavigableMap<CountKey, Statistic> left = new TreeMap<>(rows);
    for (Statistic expected : recount) {
      Statistic row = left.remove(key(expected));
      if (row == null) {
        collector.check(RECOUNT, false, "The statistics have no row for " + name(expected));
      } else {
        collector.check(
            RECOUNT,
            row.equals(expected),
            String.format(
                Locale.ROOT,
                "A recount of %s gives %s, the statistics say %s",
                name(row),
                figures(expected),
                figures(row)));
      }
    }
    left.values()
        .forEach(
            row ->
                collector.check(
                    RECOUNT, false, "The attributions give no reason for " + name(row)));
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
        "%d of %d, share %s (%s to %s)",
        row.getOrganisations(),
        row.getDenominator(),
        row.getShare(),
        row.getShareLow(),
        row.getShareHigh());
  }
}
