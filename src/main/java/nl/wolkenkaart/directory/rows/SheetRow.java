package nl.wolkenkaart.directory.rows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A row of a sheet while it is put together, within the bounds of a row; the first bound that it
 * breaks makes it a reject. Serves one row after the other.
 */
final class SheetRow {
  private final RowSink sink;
  private final List<@Nullable String> cells = new ArrayList<>();
  private long units;
  private String begin = "";
  private @Nullable String fault;
  private long emitted;

  SheetRow(RowSink sink) {
    this.sink = sink;
  }

  /** Begins a row. */
  void clear() {
    cells.clear();
    units = 0;
    begin = "";
    fault = null;
  }

  /**
   * Sets cells that stand side by side to the same text; what is blank leaves them empty.
   *
   * @param place the first's, counted from 0
   * @param times how many there are
   */
  void set(long place, String text, long times) {
    if (text.isBlank() || fault != null) {
      return;
    }
    units += text.length() * times;
    if (place + times > Bounds.ROW_CELLS) {
      refuse(text, "more than " + Bounds.ROW_CELLS + " cells");
    } else if (units > Bounds.ROW_TEXT) {
      refuse(text, "longer than 64 KiB");
    } else {
      while (cells.size() < place + times) {
        cells.add(null);
      }
      Collections.fill(cells.subList((int) place, (int) (place + times)), text);
    }
  }

  /** Makes the row a reject, if it is none yet. */
  void refuse(String value, String reason) {
    if (fault == null) {
      begin = Bounds.shown(value);
      fault = reason;
    }
  }

  /**
   * Hands the row over, unless it is blank.
   *
   * @param line number of the row in its sheet
   * @param times how many rows from there on are alike
   */
  void emit(String sheet, long line, long times) throws UnreadableException {
    if (cells.isEmpty() && fault == null) {
      return;
    }
    Row first = new Row(sheet, line, Collections.unmodifiableList(new ArrayList<>(cells)));
    for (long i = 0; i < times; i++) {
      if (++emitted > Bounds.ROWS) {
        throw new UnreadableException("has more than 10,000,000 rows");
      }
      if (fault != null) {
        sink.reject(line + i, begin, fault);
      } else {
        sink.row(i == 0 ? first : new Row(sheet, line + i, first.cells()));
      }
    }
  }
}
