package nl.wolkenkaart.world;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many organisations of each sector have which truth, exact in sectors and in shares. */
final class Population {
  private final Map<Sector, int[]> counts = new EnumMap<>(Sector.class);

  /**
   * @param organisations in all; the sectors keep their proportions
   */
  Population(int organisations) {
    List<Sector> sectors = Sector.all();
    List<Integer> sizes = sectors.stream().map(Sector::size).toList();
    int sum = sizes.stream().mapToInt(Integer::intValue).sum();
    int[] scaled = Quota.divide(organisations, sizes);
    Map<Sector, Integer> bodies = new EnumMap<>(Sector.class);
    for (int s = 0; s < scaled.length; s++) {
      Sector sector = sectors.get(s);
      if (sector.isPublic()) {
        bodies.put(sector, scaled[s]);
      } else {
        counts.put(sector, Quota.divide(scaled[s], sector.counts()));
      }
    }
    fillBodies(bodies, (double) organisations / sum);
  }

  int count(Sector sector, Truth truth) {
    return counts.get(sector)[truth.column()];
  }

  /** The truths of a sector's organisations, in the order of {@link Truth}. */
  List<Truth> truths(Sector sector) {
    List<Truth> truths = new ArrayList<>();
    for (Truth truth : Truth.values()) {
      for (int i = 0; i < count(sector, truth); i++) {
        truths.add(truth);
      }
    }
    return truths;
  }

  /**
   * Rounds the table of the public bodies so that both its rows and its columns add up: every cell
   * is rounded down first, then what rows and columns still lack is filled from the top left.
   */
  private void fillBodies(Map<Sector, Integer> bodies, double scale) {
    int total = bodies.values().stream().mapToInt(Integer::intValue).sum();
    int[] columns = Quota.divide(total, Truth.PUBLIC_SHARES);
    for (int pass = 0; pass < 2; pass++) {
      for (Map.Entry<Sector, Integer> row : bodies.entrySet()) {
        Sector sector = row.getKey();
        int[] cells = counts.computeIfAbsent(sector, k -> new int[Truth.values().length]);
        for (int t = 0; t < columns.length; t++) {
          // Half a millionth: 1/50 of 50 must be 1, whatever the division left over.
          int down = (int) (sector.counts().get(t) * scale + 5e-7);
          int wanted = pass == 0 ? down : Integer.MAX_VALUE;
          int added = Math.min(wanted, Math.min(row.getValue(), columns[t]));
          cells[t] += added;
          row.setValue(row.getValue() - added);
          columns[t] -= added;
        }
      }
    }
  }
}
