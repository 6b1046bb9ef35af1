package nl.wolkenkaart.directory.rows;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Utf8;
import com.google.common.io.BaseEncoding;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Values of typed files as plain objects (null, text, flags, numbers, lists, and maps for records),
 * and those as cells: as in the CSV twins of this program's tables, a list or map is JSON on one
 * line, and a number has no exponent.
 */
final class PlainValue {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

  /** Digits of a double: more would only be zeros. */
  private static final int LARGEST_SCALE = 400;

  private PlainValue() {}

  /** A plain object as a cell; null for null. */
  static @Nullable String cell(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof String || value instanceof Boolean) {
      return value.toString();
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof Number number) {
      return number.toString();
    }
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("A value that is no plain object", e);
    }
  }

  /** Text where the bytes are UTF-8, else the bytes in hexadecimal. */
  static String ofBytes(byte[] bytes) {
    return Utf8.isWellFormed(bytes)
        ? new String(bytes, StandardCharsets.UTF_8)
        : BaseEncoding.base16().lowerCase().encode(bytes);
  }

  /** A finite number without zeros at its end; other ones as text. */
  static Object ofDouble(double number) {
    if (!Double.isFinite(number)) {
      return Double.toString(number);
    }
    return number == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(number).stripTrailingZeros();
  }

  /** A decimal; as text with an exponent where nobody would write it out. */
  static Object ofDecimal(BigDecimal number) {
    return Math.abs((long) number.scale()) > LARGEST_SCALE ? number.toString() : number;
  }

  /** A day since 1970-01-01 in the form of ISO 8601; the number where there is no such day. */
  static Object ofDay(long day) {
    try {
      return LocalDate.ofEpochDay(day).toString();
    } catch (DateTimeException e) {
      return day;
    }
  }

  /** A time since 1970-01-01 in the form of ISO 8601; the number where there is no such time. */
  static Object ofTime(long time, ChronoUnit unit) {
    try {
      return Instant.EPOCH.plus(time, unit).toString();
    } catch (DateTimeException | ArithmeticException e) {
      return time;
    }
  }
}
