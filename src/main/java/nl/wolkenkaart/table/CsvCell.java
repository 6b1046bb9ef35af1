package nl.wolkenkaart.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.avro.Schema;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * One value as the text of a CSV cell.
 *
 * <ul>
 *   <li>null is the empty cell, and so is the empty text: Parquet and Avro tell them apart
 *   <li>flags are {@code true} and {@code false}; numbers are plain, without an exponent, a
 *       thousands separator or zeros at the end ({@code 0.5}, {@code 1})
 *   <li>times are in UTC with milliseconds, {@code 2026-04-28T09:00:00.000Z}
 *   <li>lists, records and maps are one line of JSON
 *   <li>all text, nested text too, is made harmless by {@link CsvText}: no control characters, and
 *       an apostrophe before what a spreadsheet would run as a formula (OWASP, "CSV Injection"),
 *       also after a semicolon, where a spreadsheet of many European countries begins a new cell
 *       whatever the quotes around it
 * </ul>
 *
 * <p>The text comes from name servers and lists that anyone may write. Who needs it to the byte
 * reads the Parquet or Avro twin, which is not changed.
 */
final class CsvCell {
  private static final long MILLISECONDS_OF_A_DAY = 86_400_000;

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
      return CsvText.of(text.toString());
    }
    if (value instanceof Double || value instanceof Float) {
      return plain(((Number) value).doubleValue());
    }
    if (value instanceof Instant time) {
      return time(time.toEpochMilli());
    }
    if (value instanceof Long number && schema.getLogicalType() != null) {
      return time(number);
    }
    if (value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    return CsvText.ofJson(NestedJson.of(schema, value));
  }

  /** Milliseconds since 1970 as a time in UTC, always of 24 characters. */
  private static String time(long milliseconds) {
    int ofDay = (int) Math.floorMod(milliseconds, MILLISECONDS_OF_A_DAY);
    StringBuilder text = new StringBuilder(24);
    text.append(LocalDate.ofEpochDay(Math.floorDiv(milliseconds, MILLISECONDS_OF_A_DAY)));
    digits(text.append('T'), ofDay / 3_600_000, 10);
    digits(text.append(':'), ofDay / 60_000 % 60, 10);
    digits(text.append(':'), ofDay / 1000 % 60, 10);
    digits(text.append('.'), ofDay % 1000, 100);
    return text.append('Z').toString();
  }

  private static void digits(StringBuilder text, int number, int highest) {
    for (int unit = highest; unit > 0; unit /= 10) {
      text.append((char) ('0' + number / unit % 10));
    }
  }

  static String plain(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("A table has no place for the number " + number);
    }
    BigDecimal exact = BigDecimal.valueOf(number);
    return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
  }
}
