package nl.wolkenkaart.directory.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Finds the header among the first rows of a list, or of each sheet of a workbook, and passes on
 * the rows below it. A row whose number of cells shows that its columns have moved is rejected, as
 * is each row of a sheet without a header. Rows above a header are titles: no rows of the list.
 */
public final class BelowHeader implements RowSink {
  /** Number of rows among which the header is looked for. */
  public static final int LOOKED_AT = 10;

  private final ToIntFunction<Header> needed;
  private final Below below;
  private final List<Row> above = new ArrayList<>();
  private @Nullable String sheet;
  private @Nullable Header header;
  private boolean missing;
  private int leastCells;

  /** Takes a list whose header has been found. */
  public interface Below {

    /** Comes before the first row below it, once for each sheet that has a header. */
    void header(Header header);

    /** A row below a header, with at least the cells that are needed. */
    void row(Header header, Row row);

    /** As in {@link RowSink#reject}. */
    void reject(long line, String value, String reason);

    /** As in {@link RowSink#found}. */
    default void found(String what) {}

    /**
     * A sheet, or a list without sheets, has no header in its first rows. An unchecked exception
     * thrown here ends the reading; otherwise all rows of the sheet are rejected.
     *
     * @param first the rows looked at, not empty
     */
    void noHeader(List<Row> first);
  }

  /**
   * @param needed number of cells that a row must have below these names, at least 1; 0 where they
   *     are no header. Cells at the end of a workbook's row may always be missing
   */
  public BelowHeader(ToIntFunction<Header> needed, Below below) {
    this.needed = needed;
    this.below = below;
  }

  @Override
  public void row(Row row) {
    if (!row.sheet().equals(sheet)) {
      end();
      sheet = row.sheet();
      header = null;
      missing = false;
    }
    if (header != null) {
      pass(header, row);
    } else if (missing) {
      refuse(row);
    } else {
      look(row);
    }
  }

  /** To be called after the last row: it may be one of a sheet without a header. */
  public void end() {
    if (!above.isEmpty()) {
      missing = true;
      List<Row> first = List.copyOf(above);
      above.clear();
      below.noHeader(first);
      first.forEach(this::refuse);
    }
  }

  private void look(Row row) {
    Header candidate = Header.of(row);
    leastCells = needed.applyAsInt(candidate);
    if (leastCells > 0) {
      header = candidate;
      if (!above.isEmpty()) {
        below.found(
            "the header stands in line " + row.line() + ", below " + above.size() + " others");
      }
      above.clear();
      below.header(candidate);
    } else {
      above.add(row);
      if (above.size() == LOOKED_AT) {
        end();
      }
    }
  }

  private void pass(Header header, Row row) {
    int width = header.names().size();
    boolean tooMany = false;
    for (int i = width; i < row.cells().size(); i++) {
      tooMany |= !row.cell(i).isBlank();
    }
    boolean tooFew = row.sheet().isEmpty() && row.cells().size() < leastCells;
    if (tooMany || tooFew) {
      String reason = "the row has " + row.cells().size() + " cells, the header has " + width;
      below.reject(row.line(), start(row), reason);
    } else {
      below.row(header, row);
    }
  }

  private void refuse(Row row) {
    String where = row.sheet().isEmpty() ? "list" : "sheet '" + row.sheet() + "'";
    below.reject(row.line(), start(row), "the " + where + " has no header");
  }

  private static String start(Row row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < Math.min(row.cells().size(), 50); i++) {
      cells.add(Bounds.shown(row.cell(i)));
    }
    return Bounds.shown(String.join(",", cells));
  }

  @Override
  public void reject(long line, String value, String reason) {
    below.reject(line, value, reason);
  }

  @Override
  public void found(String what) {
    below.found(what);
  }
}
