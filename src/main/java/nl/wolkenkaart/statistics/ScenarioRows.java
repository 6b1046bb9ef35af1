package nl.wolkenkaart.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Lays the statistics as they would be beside those as they are, and keeps what differs. */
final class ScenarioRows {
  private ScenarioRows() {}

  /** The rows of a scenario, sorted by sector, measure and value. */
  static List<ScenarioStatistic> of(
      String scenario, Iterable<Statistic> before, Iterable<Statistic> after) {
    Map<CountKey, Statistic> was = byKey(before);
    Map<CountKey, Statistic> would = byKey(after);
    TreeSet<CountKey> keys = new TreeSet<>(was.keySet());
    keys.addAll(would.keySet());
    List<ScenarioStatistic> rows = new ArrayList<>();
    for (CountKey key : keys) {
      ScenarioStatistic row = row(scenario, key, was.get(key), would.get(key));
      if (row.getOrganisationsBefore() != row.getOrganisationsAfter()
          || !isSame(row.getDenominatorBefore(), row.getDenominatorAfter(), row)) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** A row of nobody that comes or goes tells of what is possible only, and does not differ. */
  private static boolean isSame(
      @Nullable Long before, @Nullable Long after, ScenarioStatistic row) {
    return (before == null || after == null)
        ? row.getOrganisationsBefore() == 0 && row.getOrganisationsAfter() == 0
        : before.equals(after);
  }

  private static ScenarioStatistic row(
      String scenario, CountKey key, @Nullable Statistic was, @Nullable Statistic would) {
    return ScenarioStatistic.newBuilder()
        .setScenario(scenario)
        .setSector(key.sector())
        .setMeasure(key.measure())
        .setValue(key.value())
        .setOrganisationsBefore(was == null ? 0 : was.getOrganisations())
        .setOrganisationsAfter(would == null ? 0 : would.getOrganisations())
        .setDenominatorBefore(was == null ? null : was.getDenominator())
        .setDenominatorAfter(would == null ? null : would.getDenominator())
        .setShareBefore(was == null ? null : was.getShare())
        .setShareAfter(would == null ? null : would.getShare())
        .build();
  }

  private static Map<CountKey, Statistic> byKey(Iterable<Statistic> rows) {
    Map<CountKey, Statistic> byKey = new TreeMap<>();
    rows.forEach(
        row -> byKey.put(new CountKey(row.getSector(), row.getMeasure(), row.getValue()), row));
    return byKey;
  }
}
