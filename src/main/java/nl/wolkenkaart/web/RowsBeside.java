package nl.wolkenkaart.web;

import com.google.common.collect.Iterators;
import com.google.common.collect.PeekingIterator;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import nl.wolkenkaart.statistics.Utf8Order;

/**
 * The rows of a table beside that of the organisations, in the same order, taken organisation by
 * organisation. None may be left: each row belongs to an organisation that was asked for.
 */
final class RowsBeside<T> {
  private final String table;
  private final PeekingIterator<T> rows;
  private final Function<T, String> organisation;
  private long taken;
  private long left;

  /**
   * Starts before the first row.
   *
   * @param table its name, for what is said of it
   * @param organisation the organisation of a row
   */
  RowsBeside(String table, Iterator<T> rows, Function<T, String> organisation) {
    this.table = table;
    this.rows = Iterators.peekingIterator(rows);
    this.organisation = organisation;
  }

  /** The rows of the next organisation. */
  List<T> of(String id) {
    List<T> found = new ArrayList<>();
    while (rows.hasNext()) {
      int order = Utf8Order.UTF8_ORDER.compare(organisation.apply(rows.peek()), id);
      if (order > 0) {
        break;
      }
      T row = rows.next();
      if (order == 0) {
        found.add(row);
      } else {
        left++;
      }
    }
    taken += found.size();
    return found;
  }

  /**
   * Compares what was written with what the table holds, when all organisations were asked for.
   *
   * @param written rows that reached the files
   * @throws ReportException if they are not as many
   */
  void check(long written) {
    while (rows.hasNext()) {
      rows.next();
      left++;
    }
    long all = taken + left;
    if (left > 0 || written != all) {
      throw new ReportException(
          "the tables contradict each other: "
              + table
              + " has "
              + all
              + " rows, of which "
              + left
              + " belong to no organisation; the report has "
              + written);
    }
  }
}
