package nl.wolkenkaart.table;

import java.math.BigDecimal;
import org.apache.avro.Schema;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * One value as the text of a CSV cell.
 *
 * <ul>
 *   <li>null is the empty cell, and so is the empty text: Parquet and Avro tell them apart
 *   <li>flags are {@code true} and {@code false}; numbers are plain, without an exponent, a
 *       thousands separator or zeros at the end ({@code 0.5}, {@code 1})
 *   <li>lists, records and maps are one line of JSON
 *   <li>in all text, nested text too, control characters and those that turn the direction of
 *       writing are written as a backslash, {@code u} and four hexadecimal digits
 *   <li>text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, "CSV
 *       Injection"): text that begins with {@code = + - @}, or their full-width forms, and such a
 *       sign after a semicolon, where a spreadsheet of many European countries begins a new cell
 *       whatever the quotes around it
 * </ul>
 *
 * <p>The text comes from name servers and lists that anyone may write. Who needs it to the byte
 * reads the Parquet or Avro twin, which is not changed.
 */
final class CsvCell {
  private static final String HEXADECIMAL = "0123456789abcdef";

  private CsvCell() {}

  /**
   * The text of a cell.
   *
   * @throws IllegalArgumentException for a number that is none (NaN or infinite)
   */
  static String of(Schema schema, @Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof CharSequence text) {
      return harmless(text.toString());
    }
    if (value instanceof Double || value instanceof Float) {
      return plain(((Number) value).doubleValue());
    }
    if (value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    return harmless(NestedJson.of(schema, value));
  }

  /** Escaping leaves JSON text the same JSON value, since it is the way of JSON. */
  private static String harmless(String text) {
    StringBuilder changed = null;
    char before = ';';
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      boolean formula = before == ';' && beginsFormula(sign);
      boolean unprintable = isUnprintable(sign);
      if ((formula || unprintable) && changed == null) {
        changed = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      if (changed != null) {
        if (formula) {
          changed.append('\'');
        }
        if (unprintable) {
          changed.append("\\u").append(hex(sign >> 12)).append(hex(sign >> 8));
          changed.append(hex(sign >> 4)).append(hex(sign));
        } else {
          changed.append(sign);
        }
      }
      before = sign;
    }
    return changed == null ? text : changed.toString();
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

  private static char hex(int digit) {
    return HEXADECIMAL.charAt(digit & 15);
  }

  static String plain(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("A table has no place for the number " + number);
    }
    BigDecimal exact = BigDecimal.valueOf(number);
    return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
  }
}
