package nl.wolkenkaart.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;

/** The invariants of the concentration table. */
final class ConcentrationInvariants {
  static final String RANGE = "every concentration lies between 0 and 1 and within its range";
  static final String SUM =
      "decided and undecided organisations of a concentration are those of the statistics";
  static final String RECOUNT = "the concentrations equal a recount of the attributions";

  private final InvariantReport.Collector collector;
  private final NavigableMap<CountKey, Statistic> statistics;

  ConcentrationInvariants(
      InvariantReport.Collector collector, NavigableMap<CountKey, Statistic> statistics) {
    this.collector = collector;
    this.statistics = statistics;
  }

  void check(Iterable<Concentration> concentration, List<Concentration> recount) {
    List.of(RANGE, SUM, RECOUNT).forEach(collector::announce);
    Map<CountKey, Long> decided = decided();
    List<Concentration> rows = new ArrayList<>();
    for (Concentration row : concentration) {
      rows.add(row);
      checkRange(row, "index", row.getHhiLow(), row.getHhi(), row.getHhiHigh());
      checkRange(
          row, "largest share", row.getTop1ShareLow(), row.getTop1Share(), row.getTop1ShareHigh());
      checkRange(
          row, "share of three", row.getTop3ShareLow(), row.getTop3Share(), row.getTop3ShareHigh());
      long expected = decided.getOrDefault(new CountKey(row.getSector(), row.getAxis(), ""), 0L);
      collector.check(
          SUM,
          row.getDecided() == expected
              && row.getDecided() + row.getUndecided() == row.getDenominator(),
          String.format(
              Locale.ROOT,
              "%s: %d decided and %d undecided of %d, the statistics have %d decided",
              name(row),
              row.getDecided(),
              row.getUndecided(),
              row.getDenominator(),
              expected));
    }
    new Recount<>(
            collector,
            RECOUNT,
            "concentrations have",
            ConcentrationInvariants::name,
            Concentration::toString)
        .check(rows, recount);
  }

  /** Organisations with an operator, by sector and axis. */
  private Map<CountKey, Long> decided() {
    Map<CountKey, Long> decided = new TreeMap<>();
    statistics.forEach(
        (key, row) -> {
          if (CodeLists.hasShare(key.value()) && !CodeLists.isUndecided(key.value())) {
            decided.merge(
                new CountKey(key.sector(), key.measure(), ""), row.getOrganisations(), Long::sum);
          }
        });
    return decided;
  }

  private void checkRange(
      Concentration row,
      String what,
      @Nullable Double low,
      @Nullable Double value,
      @Nullable Double high) {
    boolean there =
        (value != null) == (row.getDecided() > 0)
            && (low != null) == (row.getDenominator() > 0)
            && (high != null) == (row.getDenominator() > 0);
    // Written so that NaN fails.
    boolean inside =
        low == null
            || high == null
            || (0 <= low
                && low <= high
                && high <= 1
                && (value == null || (low <= value && value <= high)));
    collector.check(
        RANGE,
        there && inside,
        "The "
            + what
            + " of "
            + name(row)
            + " is out of range: "
            + value
            + " ("
            + low
            + " to "
            + high
            + ")");
  }

  private static String name(Concentration row) {
    return "sector " + row.getSector() + ", axis " + row.getAxis();
  }
}
