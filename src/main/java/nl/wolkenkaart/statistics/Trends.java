package nl.wolkenkaart.statistics;

import com.google.common.collect.ImmutableSet;
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
   * @param owners whose owners of companies it counts
   * @param statistics its statistics
   */
  public record Run(LocalDate date, String rules, Owners owners, List<Statistic> statistics) {}

  /**
   * The owners that a run counts.
   *
   * @param asOf their day
   * @param changed whether one is under another law than on the day of the run before; null for the
   *     first run, and where nobody can tell
   */
  public record Owners(LocalDate asOf, @Nullable Boolean changed) {}

  private static final ImmutableSet<String> OF_OWNERS =
      ImmutableSet.of(Counts.RECEIVER_JURISDICTION, Counts.BACKEND_JURISDICTION);

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
    Map<CountKey, Statistic> groups = new HashMap<>();
    for (Statistic row : run.statistics()) {
      rows.put(key(row), row);
      groups.put(new CountKey(row.getSector(), row.getMeasure(), ""), row);
    }
    // What is not there may be pooled, and not nothing.
    boolean pooled = PooledRows.areIn(run.statistics());
    for (CountKey key : keys) {
      Statistic row = rows.get(key);
      Statistic group = groups.get(new CountKey(key.sector(), key.measure(), ""));
      if (row == null && (group == null || pooled)) {
        continue;
      }
      Trend.Builder figure =
          Trend.newBuilder()
              .setSector(key.sector())
              .setMeasure(key.measure())
              .setValue(key.value())
              .setRunDate(run.date().toString())
              .setCatalogueChanged(changed)
              .setOwnersAsOf(run.owners().asOf().toString())
              .setOwnerChanged(OF_OWNERS.contains(key.measure()) ? run.owners().changed() : null);
      if (row != null) {
        copy(row, figure);
      } else {
        setNobody(key, group, figure);
      }
      trend.add(figure.build());
    }
  }

  private static void copy(Statistic row, Trend.Builder figure) {
    figure
        .setOrganisations(row.getOrganisations())
        .setDenominator(row.getDenominator())
        .setShare(row.getShare())
        .setShareLow(row.getShareLow())
        .setShareHigh(row.getShareHigh())
        .setDomains(row.getDomains())
        .setDomainsDenominator(row.getDomainsDenominator())
        .setDomainsShare(row.getDomainsShare())
        .setPopulation(row.getPopulation())
        .setPopulationDenominator(row.getPopulationDenominator())
        .setPopulationShare(row.getPopulationShare());
  }

  /** The figures of a value that nobody has, where others have other values. */
  private static void setNobody(CountKey key, Statistic group, Trend.Builder figure) {
    boolean hasShare =
        key.measure().equals(Counts.STATUS) || !CodeLists.WITHOUT_SHARE.contains(key.value());
    Double none = none(hasShare, group.getDenominator());
    figure
        .setOrganisations(0)
        .setDenominator(group.getDenominator())
        .setShare(none)
        .setShareLow(none)
        .setShareHigh(none)
        .setDomains(group.getDomainsDenominator() == null ? null : 0L)
        .setDomainsDenominator(group.getDomainsDenominator())
        .setDomainsShare(none(hasShare, group.getDomainsDenominator()))
        .setPopulation(group.getPopulationDenominator() == null ? null : 0L)
        .setPopulationDenominator(group.getPopulationDenominator())
        .setPopulationShare(none(hasShare, group.getPopulationDenominator()));
  }

  private static @Nullable Double none(boolean hasShare, @Nullable Long denominator) {
    return hasShare && denominator != null && denominator > 0 ? 0.0 : null;
  }

  private static CountKey key(Statistic row) {
    return new CountKey(row.getSector(), row.getMeasure(), row.getValue());
  }
}
