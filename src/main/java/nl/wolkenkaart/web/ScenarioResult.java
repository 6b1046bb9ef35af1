package nl.wolkenkaart.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.wolkenkaart.statistics.Affected;
import nl.wolkenkaart.statistics.ScenarioStatistic;
import nl.wolkenkaart.statistics.Statistic;
import nl.wolkenkaart.statistics.Utf8Order;
import nl.wolkenkaart.table.TableRows;
import nl.wolkenkaart.table.Tables;

/**
 * A scenario with what would differ and whom it touches.
 *
 * @param differences its rows of the table scenarios
 * @param affected its rows of the table affected
 */
record ScenarioResult(
    ScenarioDescription description, List<ScenarioStatistic> differences, AffectedList affected) {

  /** The measures that the section draws and lists: whose law first, then who. */
  static final List<String> LAWS = List.of("backend_jurisdiction", "receiver_jurisdiction");

  static final List<String> OPERATORS = List.of("backend", "receiver");

  /**
   * Reads the scenarios of a run: those that its manifest names, and those that only the tables
   * have.
   */
  static List<ScenarioResult> in(Path tables, RunDescription run) throws IOException {
    Map<String, ScenarioResult> all = new LinkedHashMap<>();
    run.scenarios().forEach(told -> all.put(told.id(), empty(told)));
    if (TableRows.exist(tables, Tables.SCENARIOS)) {
      try (TableRows<ScenarioStatistic> rows = TableRows.in(tables, Tables.SCENARIOS)) {
        for (ScenarioStatistic row : rows) {
          of(all, row.getScenario()).differences().add(row);
        }
      }
    }
    if (TableRows.exist(tables, Tables.AFFECTED)) {
      try (TableRows<Affected> rows = TableRows.in(tables, Tables.AFFECTED)) {
        for (Affected row : rows) {
          of(all, row.getScenario()).affected().add(row);
        }
      }
    }
    return List.copyOf(all.values());
  }

  private static ScenarioResult of(Map<String, ScenarioResult> all, String id) {
    return all.computeIfAbsent(id, i -> empty(ScenarioDescription.unknown(i)));
  }

  private static ScenarioResult empty(ScenarioDescription description) {
    return new ScenarioResult(description, new ArrayList<>(), new AffectedList());
  }

  /**
   * A value as it is and as it would be.
   *
   * @param shareBefore of the organisations with mail and an answer
   */
  record Value(
      String sector,
      String measure,
      String value,
      long before,
      long after,
      double shareBefore,
      double shareAfter) {
    long difference() {
      return after - before;
    }
  }

  /** Every value of a measure of which there is or would be somebody, by name. */
  List<Value> values(Figures figures, String sector, String measure) {
    Map<String, Value> values = new TreeMap<>(Utf8Order.UTF8_ORDER);
    for (Statistic row : figures.of(sector, measure).values()) {
      if (row.getShare() != null && row.getOrganisations() > 0) {
        long n = row.getOrganisations();
        values.put(
            row.getValue(),
            new Value(sector, measure, row.getValue(), n, n, row.getShare(), row.getShare()));
      }
    }
    for (ScenarioStatistic row : differences) {
      if (row.getSector().equals(sector) && row.getMeasure().equals(measure)) {
        values.put(row.getValue(), value(row));
      }
    }
    return List.copyOf(values.values());
  }

  /** Those values of some measures in a sector that differ, those that differ most first. */
  List<Value> differing(String sector, List<String> measures) {
    return differences.stream()
        .filter(row -> row.getSector().equals(sector) && measures.contains(row.getMeasure()))
        .map(ScenarioResult::value)
        .sorted(
            Comparator.comparingInt((Value v) -> measures.indexOf(v.measure()))
                .thenComparingLong(v -> -Math.abs(v.difference()))
                .thenComparing(Value::value, Utf8Order.UTF8_ORDER))
        .toList();
  }

  /** The same for every sector of the list, one after the other. */
  List<Value> differingBySector(Figures figures, List<String> measures) {
    return figures.sectors().stream()
        .flatMap(sector -> differing(sector, measures).stream())
        .toList();
  }

  /** How many organisations come to or go from a value of some measures in a sector. */
  long moved(String sector, List<String> measures) {
    return differing(sector, measures).stream().mapToLong(v -> Math.abs(v.difference())).sum();
  }

  private static Value value(ScenarioStatistic row) {
    return new Value(
        row.getSector(),
        row.getMeasure(),
        row.getValue(),
        row.getOrganisationsBefore(),
        row.getOrganisationsAfter(),
        row.getShareBefore() == null ? 0 : row.getShareBefore(),
        row.getShareAfter() == null ? 0 : row.getShareAfter());
  }
}
