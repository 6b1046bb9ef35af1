package nl.wolkenkaart.statistics;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Holds the rows of a table that counts against those that a recount gives.
 *
 * @param invariant the one that says that they are the same
 * @param table the table's name in a sentence
 * @param name what a row is about; two rows of one name are one too many
 * @param figures what a row says
 */
record Recount<T>(
    InvariantReport.Collector collector,
    String invariant,
    String table,
    Function<T, String> name,
    Function<T, String> figures) {

  void check(List<T> rows, List<T> expected) {
    Map<String, T> left = new LinkedHashMap<>();
    for (T row : rows) {
      T earlier = left.put(name.apply(row), row);
      collector.check(
          invariant, earlier == null, "The " + table + " two rows for " + name.apply(row));
    }
    Map<String, T> recounted = new HashMap<>();
    for (T row : expected) {
      String about = name.apply(row);
      recounted.put(about, row);
      T found = left.get(about);
      if (found == null) {
        collector.check(invariant, false, "The " + table + " no row for " + about);
      } else {
        collector.check(
            invariant,
            found.equals(row),
            "A recount of "
                + about
                + " gives "
                + figures.apply(row)
                + ", the "
                + table.substring(0, table.lastIndexOf(' '))
                + " say "
                + figures.apply(found));
      }
    }
    left.keySet()
        .forEach(
            about ->
                collector.check(
                    invariant,
                    recounted.containsKey(about),
                    "The attributions give no reason for " + about));
  }
}
