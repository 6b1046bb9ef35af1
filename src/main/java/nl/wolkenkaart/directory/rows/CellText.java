package nl.wolkenkaart.directory.rows;

/** Text of a cell, of which no more is kept than a row may have and one unit that shows it. */
final class CellText {
  private static final int KEPT = Bounds.ROW_TEXT + 1;

  private final StringBuilder text = new StringBuilder();

  void clear() {
    text.setLength(0);
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  void append(CharSequence piece) {
    text.append(piece, 0, Math.min(piece.length(), KEPT - text.length()));
  }

  /** As ODF 1.3 part 3, 6.1.2 says: white space is one space, and none where a space stands. */
  void appendCollapsed(String piece) {
    for (int i = 0; i < piece.length() && text.length() < KEPT; i++) {
      char c = piece.charAt(i);
      boolean space = c == ' ' || c == '\t' || c == '\r' || c == '\n';
      if (!space) {
        text.append(c);
      } else if (!text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
        text.append(' ');
      }
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
