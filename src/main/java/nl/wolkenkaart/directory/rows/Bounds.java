package nl.wolkenkaart.directory.rows;

/** What is held of a file at most, so that memory does not depend on what someone put in it. */
final class Bounds {
  /** UTF-16 units in the cells of a row together: what a line of CSV may have too. */
  static final int ROW_TEXT = CsvRecords.LIMIT;

  /** Cells of a row. */
  static final int ROW_CELLS = 1_024;

  /** Rows of files in which a row need not take a byte. A country has fewer organisations. */
  static final long ROWS = 10_000_000;

  /** Characters that a reject is given of what it refuses. */
  static final int SHOWN = 4 * PlainText.SHOWN;

  private Bounds() {}

  /** How a text begins. */
  static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN);
  }

  /** The text, or only how it begins. */
  static String shownIf(boolean tooLong, String text) {
    return tooLong ? shown(text) : text;
  }
}
