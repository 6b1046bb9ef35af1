package nl.wolkenkaart.table;

import java.util.Arrays;

/**
 * Makes text harmless in a spreadsheet and on a terminal.
 *
 * <ul>
 *   <li>A control character, or one that turns the direction of writing, becomes a backslash,
 *       {@code u} and four hexadecimal digits in lower case. Where the text itself has a backslash
 *       before what looks like such an escape, the backslash is written so.
 *   <li>Before text that begins with {@code = + - @} or their full-width forms stands an
 *       apostrophe, and so after each semicolon; where it begins with apostrophes and then such a
 *       sign, one more.
 * </ul>
 *
 * <p>Both can be undone: of apostrophes before such a sign the first is taken away, and then each
 * escape is read.
 */
final class CsvText {
  private static final String HEXADECIMAL = "0123456789abcdef";
  private static final int HEXADECIMALS = 4;
  private static final char BACKSLASH = '\\';

  /** By ASCII code: what can neither be, nor stand before, what is changed. */
  private static final boolean[] HARMLESS = new boolean[0x7f];

  static {
    Arrays.fill(HARMLESS, ' ', HARMLESS.length, true);
    HARMLESS[';'] = false;
    HARMLESS[BACKSLASH] = false;
  }

  private final String text;
  private final boolean json;
  private final StringBuilder changed;

  private CsvText(String text, boolean json) {
    this.text = text;
    this.json = json;
    this.changed = new StringBuilder(text.length() + 16);
  }

  /** Text of one's own or of others. */
  static String of(String text) {
    return mayNeedChange(text) ? new CsvText(text, false).change() : text;
  }

  /**
   * A JSON text. Its own escapes stay as they are, and ours are JSON's: it stays the same JSON
   * value, but for apostrophes.
   */
  static String ofJson(String text) {
    return mayNeedChange(text) ? new CsvText(text, true).change() : text;
  }

  /** Most text is printable ASCII that can be no formula, which is seen at once. */
  private static boolean mayNeedChange(String text) {
    int length = text.length();
    if (length > 0 && (beginsFormula(text.charAt(0)) || text.charAt(0) == '\'')) {
      return true;
    }
    for (int i = 0; i < length; i++) {
      char sign = text.charAt(i);
      if (sign >= HARMLESS.length || !HARMLESS[sign]) {
        return true;
      }
    }
    return false;
  }

  private String change() {
    int copied = 0;
    char before = ';';
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      boolean formula = before == ';' && isFormula(i);
      boolean escaped = isUnprintable(sign) || (sign == BACKSLASH && !json && isEscape(i));
      if (formula || escaped) {
        changed.append(text, copied, i);
        copied = i;
      }
      if (formula) {
        changed.append('\'');
      }
      if (escaped) {
        escape(sign);
        copied++;
      }
      before = sign;
    }
    return changed.append(text, copied, text.length()).toString();
  }

  private void escape(char sign) {
    changed.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      changed.append(HEXADECIMAL.charAt(sign >> shift & 15));
    }
  }

  /** Whether at a place there is a sign that begins a formula, after apostrophes or none. */
  private boolean isFormula(int at) {
    int first = at;
    while (first < text.length() && text.charAt(first) == '\'') {
      first++;
    }
    return first < text.length() && beginsFormula(text.charAt(first));
  }

  /** Whether what stands at a place would be read as an escape of ours. */
  private boolean isEscape(int backslash) {
    int digits = backslash + 2;
    if (digits + HEXADECIMALS > text.length() || text.charAt(backslash + 1) != 'u') {
      return false;
    }
    int code = 0;
    for (int i = digits; i < digits + HEXADECIMALS; i++) {
      int digit = HEXADECIMAL.indexOf(text.charAt(i));
      if (digit < 0) {
        return false;
      }
      code = code << 4 | digit;
    }
    return code == BACKSLASH || isUnprintable((char) code);
  }

  private static boolean beginsFormula(char sign) {
    return switch (sign) {
      case '=', '+', '-', '@', '＝', '＋', '－', '＠' -> true;
      default -> false;
    };
  }

  /** C0, DEL, C1, line separators, byte order mark, and what turns text (Unicode annex 9). */
  private static boolean isUnprintable(char sign) {
    if (sign >= ' ' && sign < 0x7f) {
      return false;
    }
    return sign <= 0x9f
        || sign == 0x061c
        || sign == 0x200e
        || sign == 0x200f
        || (sign >= 0x2028 && sign <= 0x202e)
        || (sign >= 0x2066 && sign <= 0x2069)
        || sign == 0xfeff;
  }
}
