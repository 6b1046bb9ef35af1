package nl.wolkenkaart.statistics;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.checkerframework.checker.nullness.qual.Nullable;

/** What must be true of the table of a series of runs. */
public final class TrendInvariants {
  static final String SUM =
      "in each run the organisations, domains and population of each sector and measure but service"
          + " add up";
  static final String RANGE = "every share of a series is its part of the whole, within its range";
  static final String MARKS = "what a run is marked with is the same in all its rows";
  static final String SAME = "every figure of a series is that of its run's statistics";

  /** The columns that a series takes over from the statistics of its runs. */
  private static final ImmutableList<String> FIGURES =
      ImmutableList.of(
          "organisations",
          "denominator",
          "share",
          "share_low",
          "share_high",
          "domains",
          "domains_denominator",
          "domains_share",
          "population",
          "population_denominator",
          "population_share");

  private final InvariantReport.Collector collector = new InvariantReport.Collector();

  private TrendInvariants() {}

  /** Checks a table by itself. */
  public static InvariantReport check(Iterable<Trend> trend) {
    return new TrendInvariants().checkTable(trend).report();
  }

  /**
   * Checks it against what it was made of.
   *
   * @param runs those of the series
   */
  public static InvariantReport check(Iterable<Trend> trend, List<Trends.Run> runs) {
    TrendInvariants invariants = new TrendInvariants();
    invariants.checkTable(trend);
    invariants.checkFigures(trend, runs);
    return invariants.collector.report();
  }

  private InvariantReport.Collector checkTable(Iterable<Trend> trend) {
    List.of(SUM, RANGE, MARKS).forEach(collector::announce);
    Map<List<String>, List<Trend>> groups = new HashMap<>();
    NavigableMap<String, List<Object>> marks = new TreeMap<>();
    for (Trend row : trend) {
      checkShares(row);
      groups
          .computeIfAbsent(
              List.of(row.getSector(), row.getMeasure(), row.getRunDate()), k -> new ArrayList<>())
          .add(row);
      List<Object> mark = new ArrayList<>();
      mark.add(row.getCatalogueChanged());
      mark.add(row.getOwnersAsOf());
      List<Object> known = marks.putIfAbsent(row.getRunDate(), mark);
      collector.check(
          MARKS,
          known == null || known.equals(mark),
          "The run of " + row.getRunDate() + " is marked " + known + " and " + mark);
    }
    marks.forEach(
        (date, mark) ->
            collector.check(
                MARKS,
                mark.get(0) != null || date.equals(marks.firstKey()),
                "The run of " + date + " does not say whether its catalogue is another"));
    groups.values().forEach(this::checkSums);
    return collector;
  }

  private void checkShares(Trend row) {
    Double share = row.getShare();
    Double low = row.getShareLow();
    Double high = row.getShareHigh();
    boolean whole =
        share == null
            ? low == null && high == null
            : share.equals(part(row.getOrganisations(), row.getDenominator()))
                && 0 <= low
                && low <= share
                && share <= high
                && high <= 1;
    collector.check(
        RANGE,
        whole
            && isPart(row.getDomainsShare(), row.getDomains(), row.getDomainsDenominator())
            && isPart(
                row.getPopulationShare(), row.getPopulation(), row.getPopulationDenominator()),
        "A share of " + name(row) + " is not its part, or out of range: " + row);
  }

  private static boolean isPart(@Nullable Double share, @Nullable Long part, @Nullable Long whole) {
    return share == null || share.equals(part(part, whole));
  }

  private static @Nullable Double part(@Nullable Long part, @Nullable Long whole) {
    return part == null || whole == null || whole == 0 ? null : (Double) Shares.share(part, whole);
  }

  private void checkSums(List<Trend> group) {
    Trend first = group.get(0);
    if (first.getMeasure().equals(Counts.SERVICE)) {
      return;
    }
    long organisations = 0;
    long domains = 0;
    long population = 0;
    for (Trend row : group) {
      if (row.getShare() != null) {
        organisations += row.getOrganisations();
        domains += row.getDomains() == null ? 0 : row.getDomains();
        population += row.getPopulation() == null ? 0 : row.getPopulation();
      }
    }
    checkSum(first, "organisations", organisations, first.getDenominator());
    checkSum(first, "domains", domains, first.getDomainsDenominator());
    checkSum(first, "population", population, first.getPopulationDenominator());
  }

  private void checkSum(Trend row, String weight, long sum, @Nullable Long denominator) {
    collector.check(
        SUM,
        sum == (denominator == null ? 0 : denominator),
        "The "
            + weight
            + " of "
            + name(row)
            + " and the values beside it add up to "
            + sum
            + ", their denominator is "
            + denominator);
  }

  private void checkFigures(Iterable<Trend> trend, List<Trends.Run> runs) {
    collector.announce(SAME);
    Map<List<String>, Trend> rows = new HashMap<>();
    for (Trend row : trend) {
      rows.put(List.of(row.getRunDate(), row.getSector(), row.getMeasure(), row.getValue()), row);
    }
    for (Trends.Run run : runs) {
      for (Statistic figure : run.statistics()) {
        String date = run.date().toString();
        Trend row =
            rows.remove(List.of(date, figure.getSector(), figure.getMeasure(), figure.getValue()));
        collector.check(
            SAME,
            row != null && figures(row).equals(figures(figure)),
            "The run of " + date + " has " + figure + ", the series has " + row);
      }
    }
    rows.values()
        .forEach(
            row ->
                collector.check(
                    SAME,
                    row.getOrganisations() == 0,
                    "No run has " + name(row) + " that the series has: " + row));
  }

  private static List<Object> figures(SpecificRecord row) {
    List<Object> figures = new ArrayList<>();
    for (String figure : FIGURES) {
      figures.add(row.get(row.getSchema().getField(figure).pos()));
    }
    return figures;
  }

  private static String name(Trend row) {
    return "sector "
        + row.getSector()
        + ", "
        + row.getMeasure()
        + ' '
        + row.getValue()
        + " in the"
        + " run of "
        + row.getRunDate();
  }
}
