package nl.wolkenkaart.directory.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The names of a list's columns.
 *
 * @param sheet as in {@link Row#sheet()}
 * @param line as in {@link Row#line()}
 * @param names by position: lower case, white space within them one space and none around them;
 *     empty where a column has none
 */
public record Header(String sheet, long line, List<String> names) {

  public Header {
    names = List.copyOf(names);
  }

  /** The header that a row would be. */
  public static Header of(Row row) {
    List<String> names = new ArrayList<>();
    for (String cell : row.cells()) {
      names.add(normal(cell));
    }
    return new Header(row.sheet(), row.line(), names);
  }

  private static String normal(@Nullable String name) {
    if (name == null) {
      return "";
    }
    // Spreadsheets leave no-break spaces and line ends in the cells of a header.
    return PlainText.clean(name, PlainText.SHOWN)
        .replaceAll("[\\s\\u00a0\\ufeff]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /**
   * Places of the columns with a name, in any case; empty where there is none, several in order.
   */
  public List<Integer> places(String name) {
    String wanted = normal(name);
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equals(wanted)) {
        places.add(i);
      }
    }
    return places;
  }

  /** Names that more than one column has, sorted. */
  public Set<String> repeated() {
    Set<String> seen = new TreeSet<>();
    Set<String> repeated = new TreeSet<>();
    for (String name : names) {
      if (!name.isEmpty() && !seen.add(name)) {
        repeated.add(name);
      }
    }
    return repeated;
  }
}
