package nl.wolkenkaart.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import nl.wolkenkaart.provider.MailStatus;
import org.checkerframework.checker.nullness.qual.Nullable;

/** The invariants of the table of what was not measured. */
final class NotMeasuredInvariants {
  static final String SUM =
      "no more organisations of a sector are without a measurement than it has";
  static final String SAME = "what was not measured is what the statistics say of it";
  static final String RECOUNT = "what was not measured equals a recount of the attributions";

  private final InvariantReport.Collector collector;
  private final NavigableMap<CountKey, Statistic> statistics;
  private final boolean pooled;

  NotMeasuredInvariants(
      InvariantReport.Collector collector,
      NavigableMap<CountKey, Statistic> statistics,
      boolean pooled) {
    this.collector = collector;
    this.statistics = statistics;
    this.pooled = pooled;
  }

  void check(Iterable<NotMeasured> notMeasured, List<NotMeasured> recount) {
    List.of(SUM, SAME, RECOUNT).forEach(collector::announce);
    List<NotMeasured> rows = new ArrayList<>();
    NavigableMap<CountKey, Long> sums = new TreeMap<>();
    NavigableMap<CountKey, Long> told = new TreeMap<>();
    NavigableMap<String, Long> sizes = new TreeMap<>(Utf8Order.UTF8_ORDER);
    statistics.forEach(
        (key, row) -> {
          if (key.measure().equals(Counts.STATUS)) {
            sizes.merge(key.sector(), row.getOrganisations(), Long::sum);
          }
          if (isGap(key)) {
            told.put(key, 0L);
          }
        });
    for (NotMeasured row : notMeasured) {
      rows.add(row);
      long sum =
          sums.merge(
              new CountKey(row.getSector(), row.getAxis(), ""), row.getOrganisations(), Long::sum);
      long size = sizes.getOrDefault(row.getSector(), 0L);
      collector.check(
          SUM,
          row.getOrganisations() > 0 && sum <= size && size == row.getDenominator(),
          String.format(
              Locale.ROOT,
              "Sector %s has %d organisations (%s says %d), and %d without a measurement of %s",
              row.getSector(),
              size,
              row.getReason(),
              row.getDenominator(),
              sum,
              row.getAxis()));
      CountKey value = value(row);
      if (value != null) {
        told.merge(value, row.getOrganisations(), Long::sum);
      }
    }
    if (!pooled) {
      told.forEach(this::compare);
    }
    new Recount<>(
            collector,
            RECOUNT,
            "rows of what was not measured have",
            NotMeasuredInvariants::name,
            row -> row.getOrganisations() + " of " + row.getDenominator() + ", " + row.getShare())
        .check(rows, recount);
  }

  private void compare(CountKey key, long told) {
    Statistic row = statistics.get(key);
    long counted = row == null ? 0 : row.getOrganisations();
    collector.check(
        SAME,
        told == counted,
        String.format(
            Locale.ROOT,
            "Sector %s has %d organisations not measured as %s %s, the statistics say %d",
            key.sector(),
            told,
            key.measure(),
            key.value(),
            counted));
  }

  /** Whether what a row of the statistics counts was not measured. */
  private static boolean isGap(CountKey key) {
    String value = key.value();
    return switch (key.measure()) {
      case Counts.STATUS -> isSilent(value);
      case Counts.HOSTING -> CodeLists.WITHOUT_SHARE.contains(value);
      default ->
          Concentrations.AXES.contains(key.measure())
              && (CodeLists.WITHOUT_SHARE.contains(value) || CodeLists.isUndecided(value));
    };
  }

  private static boolean isSilent(String status) {
    return status.equals(MailStatus.NO_DOMAIN) || status.equals(MailStatus.LOOKUP_FAILED);
  }

  /**
   * Where the statistics count the same organisations; null where they do not. Services are counted
   * of the organisations that have a hosting.
   */
  private static @Nullable CountKey value(NotMeasured row) {
    String value =
        switch (row.getReason()) {
          case Gaps.NOT_OBSERVED -> MailStatus.LOOKUP_FAILED;
          case Gaps.OPERATOR_UNKNOWN, Gaps.SEAT_UNKNOWN -> CodeLists.UNKNOWN;
          default -> row.getReason();
        };
    return switch (row.getAxis()) {
      case Gaps.MAIL -> new CountKey(row.getSector(), Counts.STATUS, value);
      case Counts.SERVICE -> new CountKey(row.getSector(), Counts.HOSTING, value);
      default ->
          Concentrations.AXES.contains(row.getAxis())
              ? new CountKey(row.getSector(), row.getAxis(), value)
              : null;
    };
  }

  private static String name(NotMeasured row) {
    return "sector " + row.getSector() + ", axis " + row.getAxis() + ", reason " + row.getReason();
  }
}
