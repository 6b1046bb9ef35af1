package nl.wolkenkaart.directory.rows;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Splits a stream into the records of RFC 4180, one at a time, in bounded memory and time; or into
 * its lines, which are records of one cell without quotes.
 *
 * <p>CSV libraries decode before they split and give up at the first record they cannot read. Here
 * records are found in the bytes (no byte of a longer UTF-8 sequence looks like a delimiter, quote
 * or line feed), so that each is decoded by itself, and after a fault reading goes on at the line
 * after the one on which the faulty record began: an unclosed quote costs its own line only.
 *
 * <p>A quote inside a cell that does not begin with one is taken literally, as other readers do,
 * but not in a record of several lines. Without that exception a file could be written in which
 * every line opens a quote whose end is looked for in 64 KiB; with it no line is read more than
 * three times. Blank lines are no records.
 */
public final class CsvRecords {
  /** Most bytes of a record, line ends within it included. */
  static final int LIMIT = 64 * 1024;

  private static final int NONE = -1;

  private enum State {
    CELL_START,
    PLAIN,
    QUOTED,
    QUOTE_IN_QUOTED,
    RETURN_AFTER_QUOTED
  }

  private final InputStream in;
  private final int delimiter;
  private final int limit;
  private final TextEncoding encoding;
  private final byte[] window;
  private int start;
  private int end;
  private boolean ended;
  private long line = 1;

  /**
   * Records with commas, in UTF-8.
   *
   * @param in bytes of the file; a byte order mark at the beginning is skipped. Not closed here
   */
  public CsvRecords(InputStream in) throws IOException {
    this(in, ',', LIMIT, TextEncoding.utf8());
  }

  private CsvRecords(InputStream in, int delimiter, int limit, TextEncoding encoding)
      throws IOException {
    this.in = in;
    this.delimiter = delimiter;
    this.limit = limit;
    this.encoding = encoding;
    this.window = new byte[4 * limit];
    if (at(0) == 0xEF && at(1) == 0xBB && at(2) == 0xBF) {
      start = 3;
      encoding.isUtf8();
    }
  }

  /**
   * Records with another delimiter, in an encoding that may have to be found out.
   *
   * @param delimiter an ASCII character
   */
  static CsvRecords delimited(InputStream in, char delimiter, TextEncoding encoding)
      throws IOException {
    return new CsvRecords(in, delimiter, LIMIT, encoding);
  }

  /**
   * Lines.
   *
   * @param limit most bytes of a line
   */
  static CsvRecords lines(InputStream in, int limit, TextEncoding encoding) throws IOException {
    return new CsvRecords(in, NONE, limit, encoding);
  }

  /** The next record, null after the last. */
  public @Nullable CsvRecord next() throws IOException {
    while (at(0) >= 0) {
      CsvRecord read = read();
      if (read != null) {
        return read;
      }
    }
    return null;
  }

  /** Reads up to the end of a record; null for a blank line. */
  private @Nullable CsvRecord read() throws IOException {
    State state = State.CELL_START;
    int lineEnds = 0;
    boolean stray = false;
    for (int i = 0; ; i++) {
      int b = at(i);
      if (b < 0 && state == State.QUOTED) {
        return fault("a quotation mark is not closed");
      }
      if (b < 0 || (b == '\n' && state != State.QUOTED)) {
        return finish(i, b == '\n', lineEnds);
      }
      if (i == limit) {
        String reason = "longer than " + limit / 1024 + " KiB";
        return fault(lineEnds > 0 ? reason + ", as when a quotation mark is not closed" : reason);
      }
      if (b == '\n') {
        lineEnds++;
      } else if (b == '"' && state == State.PLAIN) {
        stray = true;
      }
      if (stray && lineEnds > 0) {
        return fault("a quotation mark inside a cell that does not begin with one");
      }
      state = after(state, b);
      if (state == null) {
        return fault("text after the closing quotation mark of a cell");
      }
    }
  }

  /** The state after a byte that does not end the record; null where no byte but that may stand. */
  private @Nullable State after(State state, int b) {
    return switch (state) {
      case CELL_START ->
          b == '"' && delimiter != NONE
              ? State.QUOTED
              : b == delimiter ? State.CELL_START : State.PLAIN;
      case PLAIN -> b == delimiter ? State.CELL_START : State.PLAIN;
      case QUOTED -> b == '"' ? State.QUOTE_IN_QUOTED : State.QUOTED;
      case QUOTE_IN_QUOTED ->
          b == '"'
              ? State.QUOTED
              : b == delimiter ? State.CELL_START : b == '\r' ? State.RETURN_AFTER_QUOTED : null;
      case RETURN_AFTER_QUOTED -> null;
    };
  }

  private @Nullable CsvRecord finish(int length, boolean atLineFeed, int lineEnds) {
    int from = start;
    long begun = line;
    boolean hasReturn = length > 0 && window[from + length - 1] == '\r';
    int size = hasReturn ? length - 1 : length;
    start = from + length + (atLineFeed ? 1 : 0);
    line += lineEnds + (atLineFeed ? 1 : 0);
    encoding.look(window, from, size, end);
    String text = encoding.decode(window, from, size);
    if (!encoding.isRight(window, from, size, text)) {
      return new CsvRecord.Fault(
          begun, Bounds.shown(text), "bytes that are not " + encoding.name());
    }
    return text.isBlank() ? null : new CsvRecord.Cells(begun, split(text));
  }

  private CsvRecord fault(String reason) throws IOException {
    long begun = line;
    int shown = 0;
    while (shown < Bounds.SHOWN && at(shown) >= 0 && at(shown) != '\n') {
      shown++;
    }
    String text = encoding.decode(window, start, shown);
    skipLine();
    return new CsvRecord.Fault(begun, text, reason);
  }

  private void skipLine() throws IOException {
    int b;
    do {
      b = at(0);
      start++;
    } while (b >= 0 && b != '\n');
    start = Math.min(start, end);
    line++;
  }

  /** The cells of a record whose quotes are known to be in order. */
  private List<String> split(String text) {
    if (delimiter == NONE) {
      return List.of(text);
    }
    List<String> cells = new ArrayList<>();
    int from = 0;
    while (from <= text.length()) {
      boolean quoted = from < text.length() && text.charAt(from) == '"';
      int to = quoted ? closingQuote(text, from + 1) : text.indexOf(delimiter, from);
      if (quoted) {
        cells.add(text.substring(from + 1, to).replace("\"\"", "\""));
        to++;
      } else {
        to = to < 0 ? text.length() : to;
        cells.add(text.substring(from, to));
      }
      from = to + 1;
    }
    return cells;
  }

  private static int closingQuote(String text, int from) {
    int quote = text.indexOf('"', from);
    while (quote + 1 < text.length() && text.charAt(quote + 1) == '"') {
      quote = text.indexOf('"', quote + 2);
    }
    return quote;
  }

  /** The byte at a distance from the record's start, -1 behind the end of the file. */
  private int at(int distance) throws IOException {
    while (start + distance >= end && !ended) {
      if (start > 0) {
        System.arraycopy(window, start, window, 0, end - start);
        end -= start;
        start = 0;
      }
      int count = in.read(window, end, window.length - end);
      ended = count < 0;
      end += Math.max(count, 0);
    }
    return start + distance < end ? window[start + distance] & 0xFF : -1;
  }
}
