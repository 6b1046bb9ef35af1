package nl.wolkenkaart.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wolkenkaart.statistics.Counts;
import nl.wolkenkaart.statistics.Statistic;
import nl.wolkenkaart.statistics.Utf8Order;

/** The statistics table, to be asked by sector, measure and value. */
final class Figures {
  private static final String STATUS = "status";
  private static final String POOLED = "pooled";
  private static final String POOLED_APART = "pooled_without_share";

  private final Map<String, Map<String, Map<String, Statistic>>> rows = new LinkedHashMap<>();

  Figures(Iterable<Statistic> table) {
    for (Statistic row : table) {
      rows.computeIfAbsent(row.getSector(), sector -> new LinkedHashMap<>())
          .computeIfAbsent(row.getMeasure(), measure -> new LinkedHashMap<>())
          .put(row.getValue(), row);
    }
  }

  /**
   * Whether values of few organisations were pooled, so that the rows no longer tell each value.
   */
  boolean arePooled() {
    return rows.containsKey(POOLED)
        || rows.values().stream()
            .flatMap(measures -> measures.values().stream())
            .anyMatch(values -> values.containsKey(POOLED) || values.containsKey(POOLED_APART));
  }

  /** The row of a value, if the table has it. */
  Optional<Statistic> row(String sector, String measure, String value) {
    return Optional.ofNullable(of(sector, measure).get(value));
  }

  /** The rows of a measure by value, in the order of the table. */
  Map<String, Statistic> of(String sector, String measure) {
    return rows.getOrDefault(sector, Map.of()).getOrDefault(measure, Map.of());
  }

  /** All organisations of a sector. */
  long organisations(String sector) {
    return of(sector, STATUS).values().stream().mapToLong(Statistic::getOrganisations).sum();
  }

  /** Organisations with a status. */
  long withStatus(String sector, String status) {
    return row(sector, STATUS, status).map(Statistic::getOrganisations).orElse(0L);
  }

  /** Organisations with mail whose lookup succeeded: what the shares are a part of. */
  long denominator(String sector) {
    return of(sector, "backend").values().stream()
        .findFirst()
        .map(Statistic::getDenominator)
        .orElse(0L);
  }

  /** The sectors without the total, those with most organisations first. */
  List<String> sectors() {
    List<String> sectors = new ArrayList<>(rows.keySet());
    sectors.remove(Counts.ALL);
    sectors.sort(
        Comparator.comparingLong(this::organisations)
            .reversed()
            .thenComparing(Utf8Order.UTF8_ORDER));
    return sectors;
  }

  /** The values of a measure over all sectors, those with most organisations first. */
  List<Statistic> largest(String measure) {
    List<Statistic> found = new ArrayList<>(of(Counts.ALL, measure).values());
    found.removeIf(row -> row.getShare() == null);
    found.sort(
        Comparator.comparingLong(Statistic::getOrganisations)
            .reversed()
            .thenComparing(Statistic::getValue, Utf8Order.UTF8_ORDER));
    return found;
  }
}
