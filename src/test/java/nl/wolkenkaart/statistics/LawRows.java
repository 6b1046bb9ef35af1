package nl.wolkenkaart.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.provider.Exposure;
import nl.wolkenkaart.provider.Exposures;
import nl.wolkenkaart.statistics.ServerLaws.Cell;

/** Rows of the tables about law, made of attributions. */
public final class LawRows {
  private LawRows() {}

  public static List<ServerLaw> serverLaw(List<Attribution> rows) {
    Map<Cell, Long> counts = new HashMap<>();
    rows.forEach(row -> ServerLaws.cells(row).forEach(cell -> counts.merge(cell, 1L, Long::sum)));
    return ServerLaws.rows(counts);
  }

  public static List<Exposure> exposures(List<Attribution> rows) {
    List<Exposure> exposures = new ArrayList<>();
    rows.forEach(row -> exposures.addAll(Exposures.of(row, Catalogue.embedded())));
    return exposures;
  }
}
