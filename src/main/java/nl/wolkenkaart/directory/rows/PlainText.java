package nl.wolkenkaart.directory.rows;

/** Makes text from outside safe to keep and to show: bounded, and free of control characters. */
public final class PlainText {
  /** Most characters that a reject shows of what it refuses. */
  public static final int SHOWN = 200;

  private PlainText() {}

  /**
   * Text without control characters and without the marks that turn the direction of writing, both
   * of which can make a terminal or a page show something else than what is there. Each becomes a
   * space, so that words do not join; outer white space goes.
   *
   * @param most UTF-16 units kept at most; a surrogate pair is never split
   */
  public static String clean(String text, int most) {
    StringBuilder kept = new StringBuilder(Math.min(text.length(), most));
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      kept.append(isControl(c) ? ' ' : c);
    }
    String clean = kept.toString().strip();
    return clean.length() <= most ? clean : clean.substring(0, end(clean, most)).strip();
  }

  /** As {@link #escape(String, int)}, cut at {@value #SHOWN} characters. */
  public static String escape(String text) {
    return escape(text, SHOWN);
  }

  /**
   * Text with control characters made visible: a line feed as {@code \n}, others as a backslash,
   * {@code u} and four hexadecimal digits.
   *
   * @param most UTF-16 units kept at most; neither a surrogate pair nor an escape is split
   */
  public static String escape(String text, int most) {
    StringBuilder shown = new StringBuilder(Math.min(text.length(), most));
    int last = end(text, most);
    for (int i = 0; i < last; i++) {
      char c = text.charAt(i);
      if (!isControl(c)) {
        shown.append(c);
      } else if (shown.length() + 6 > most) {
        break;
      } else if (c == '\n') {
        shown.append("\\n");
      } else {
        shown.append("\\u").append(Integer.toHexString(0x10000 + c), 1, 5);
      }
    }
    return shown.substring(0, end(shown, most));
  }

  /** Unicode's Cc, the line and paragraph separators, and the bidirectional controls (UAX #9). */
  private static boolean isControl(char c) {
    return Character.isISOControl(c)
        || (c >= '\u2028' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069');
  }

  private static int end(CharSequence text, int most) {
    if (text.length() <= most) {
      return text.length();
    }
    return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
  }
}
