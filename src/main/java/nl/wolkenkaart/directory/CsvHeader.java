package nl.wolkenkaart.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where the columns of a list stand. Names are compared without regard to case and outer space;
 * columns that are not ours are ignored.
 *
 * @param width number of cells of the header
 * @param needed number of cells that a row must have
 */
record CsvHeader(Map<String, Integer> places, int width, int needed) {
  private static final List<String> NEEDED = List.of("name", "domain", "sector");
  private static final List<String> OPTIONAL = List.of("id", "region", "country", "population");

  /**
   * @throws DirectoryException when a needed column is missing or one of ours stands twice
   */
  static CsvHeader of(String file, List<String> cells) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      String column = cells.get(i).strip().toLowerCase(Locale.ROOT);
      boolean ours = NEEDED.contains(column) || OPTIONAL.contains(column);
      if (ours && places.put(column, i) != null) {
        throw new DirectoryException(file, "the header names column '" + column + "' twice");
      }
    }
    List<String> missing = new ArrayList<>(NEEDED);
    missing.removeAll(places.keySet());
    if (!missing.isEmpty()) {
      boolean semicolons = cells.size() == 1 && cells.get(0).indexOf(';') >= 0;
      throw new DirectoryException(
          file,
          "the header has no column "
              + String.join(", ", missing)
              + (semicolons ? "; columns must be separated by commas, not by semicolons" : ""));
    }
    int needed = NEEDED.stream().mapToInt(places::get).max().orElseThrow() + 1;
    return new CsvHeader(Map.copyOf(places), cells.size(), needed);
  }

  /** Whether a header names any of our columns. */
  static boolean isOurs(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
        .anyMatch(column -> NEEDED.contains(column) || OPTIONAL.contains(column));
  }

  /** Whether the list has the column. */
  boolean has(String column) {
    return places.containsKey(column);
  }

  /** The row's cell without outer space; empty where the list or the row has none. */
  String cell(String column, List<String> cells) {
    Integer place = places.get(column);
    return place == null || place >= cells.size() ? "" : cells.get(place).strip();
  }
}
