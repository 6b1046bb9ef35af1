package nl.wolkenkaart.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.checkerframework.checker.nullness.qual.Nullable;

/** The statistics of several runs as one table. */
public final class Trends {
  /**
   * A run of a series.
   *
   * @param date that it stands for
   * @param rules what it was classified with: the same text for the same catalogue, corrections and
   *     program
   * @param statistics its statistics
   */
  public record Run(LocalDate date, String rules, List<Statistic> statistics) {}

  private Trends() {}

  /**
   * A row for each figure that a run has, and a row with 0 organisations where another run has it
   * and this one has the sector.
   *
   * @throws IllegalArgumentException if two runs stand for the same date
   */
  public static List<Trend> of(List<Run> runs) {
    List<Run> sorted = new ArrayList<>(runs);
    sorted.sort(Comparator.comparing(Run::date));
    SortedSet<CountKey> keys = new TreeSet<>();
    sorted.forEach(run -> run.statistics().forEach(row -> keys.add(key(row))));
    List<Trend> trend = new ArrayList<>();
    Run last = null;
    for (Run run : sorted) {
      if (last != null && last.date().equals(run.date())) {
        throw new IllegalArgumentException("two runs of the series stand for " + run.date());
      }
      Boolean changed = last == null ? null : !last.rules().equals(run.rules());
      add(run, keys, changed, trend);
      last = run;
    }
    return trend;
  }

  private static void add(
      Run run, SortedSet<CountKey> keys, @Nullable Boolean changed, List<Trend> trend) {
    Map<CountKey, Statistic> rows = new HashMap<>();
    Map<CountKey, Long> denominators = new HashMap<>();
    for (Statistic row : run.statistics()) {
      rows.put(key(row), row);
      denominators.put(new CountKey(row.getSector(), row.getMeasure(), ""), row.getDenominator());
    }
    // What is not there may be pooled, and not nothing.
    boolean pooled = PooledRows.areIn(run.statistics());
    for (CountKey key : keys) {
      Statistic row = rows.get(key);
      Long denominator = denominators.get(new CountKey(key.sector(), key.measure(), ""));
      if (row == null && (denominator == null || pooled)) {
        continue;
      }
      Trend.Builder figure =
          Trend.newBuilder()
              .setSector(key.sector())
              .setMeasure(key.measure())
              .setValue(key.value())
              .setRunDate(run.date().toString())
              .setCatalogueChanged(changed);
      if (row != null) {
        figure
            .setOrganisations(row.getOrganisations())
            .setDenominator(row.getDenominator())
            .setShare(row.getShare())
            .setShareLow(row.getShareLow())
            .setShareHigh(row.getShareHigh());
      } else {
        boolean hasShare =
            denominator > 0
                && (key.measure().equals(Counts.STATUS)
                    || !CodeLists.WITHOUT_SHARE.contains(key.value()));
        Double none = hasShare ? 0.0 : null;
        figure
            .setOrganisations(0)
            .setDenominator(denominator)
            .setShare(none)
            .setShareLow(none)
            .setShareHigh(none);
      }
      trend.add(figure.build());
    }
  }

  private static CountKey key(Statistic row) {
    return new CountKey(row.getSector(), row.getMeasure(), row.getValue());
  }
}
