package nl.wolkenkaart.table;

import java.math.BigDecimal;
import java.util.regex.Pattern;
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
  private static final Pattern FORMULA = Pattern.compile("(?<=^|;)(?=[=+\\-@＝＋－＠])");

  /** C0, DEL, C1, line separators, and the signs of bidirectional text (Unicode annex 9). */
  private static final Pattern UNPRINTABLE =
      Pattern.compile(
          "[\\x00-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]");

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
      return harmless(escaped(text.toString()));
    }
    if (value instanceof Double || value instanceof Float) {
      return plain(((Number) value).doubleValue());
    }
    if (value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    return harmless(escaped(NestedJson.of(schema, value)));
  }

  /** Control characters escaped; in JSON text this leaves the same JSON value. */
  static String escaped(String text) {
    return UNPRINTABLE
        .matcher(text)
        .replaceAll(
            match -> {
              char sign = match.group().charAt(0);
              return "\\\\u" + hex(sign >> 12) + hex(sign >> 8) + hex(sign >> 4) + hex(sign);
            });
  }

  private static char hex(int digit) {
    return HEXADECIMAL.charAt(digit & 15);
  }

  private static String harmless(String text) {
    return FORMULA.matcher(text).replaceAll("'");
  }

  static String plain(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("A table has no place for the number " + number);
    }
    BigDecimal exact = BigDecimal.valueOf(number);
    return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
  }
}
