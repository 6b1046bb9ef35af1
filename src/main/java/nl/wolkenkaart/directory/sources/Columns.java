package nl.wolkenkaart.directory.sources;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wolkenkaart.directory.rows.Header;
import nl.wolkenkaart.directory.rows.Row;

/**
 * Where the columns of a table stand, by name. Of two columns with the same name the first counts.
 */
final class Columns {
  private final Map<String, Integer> places = new HashMap<>();

  /** The columns that a header names. */
  Columns(Header header) {
    for (int i = 0; i < header.names().size(); i++) {
      if (!header.names().get(i).isEmpty()) {
        places.putIfAbsent(header.names().get(i), i);
      }
    }
  }

  /** A name as those of a header are. */
  static String key(String name) {
    return Header.of(new Row("", 0, List.of(name))).names().get(0);
  }

  /** A row as it is shown: its cells with commas between them. */
  static String join(Row row) {
    return row.cells().stream().map(c -> c == null ? "" : c).collect(Collectors.joining(","));
  }

  /** Whether there is a column of this name. */
  boolean has(String name) {
    return places.containsKey(name);
  }

  boolean hasAll(String... names) {
    return places.keySet().containsAll(Set.of(names));
  }

  boolean hasAny(String... names) {
    for (String name : names) {
      if (places.containsKey(name)) {
        return true;
      }
    }
    return false;
  }

  /** The names that begin with a text, in the order of the columns. */
  List<String> beginningWith(String prefix) {
    return places.entrySet().stream()
        .filter(e -> e.getKey().startsWith(prefix))
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * The row's text in the first of these columns that has any; empty where none has.
   *
   * @param names as {@link #key} makes them
   */
  String text(Row row, String... names) {
    for (String name : names) {
      Integer place = places.get(name);
      String text = place == null ? "" : row.cell(place).strip();
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }
}
