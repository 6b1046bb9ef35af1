package nl.wolkenkaart.directory.rows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Numbers and dates of spreadsheets as text. */
final class SheetNumber {
  private static final int LONGEST = 40;
  private static final int MOST_ZEROS = 20;

  private static final long SECONDS_PER_DAY = 86_400;

  /** 9999-12-31, the last day of both kinds of workbook. */
  private static final double LAST_DAY = 2_958_465;

  private SheetNumber() {}

  /** A number without an exponent and without zeros at its end; other text as it is. */
  static @Nullable String plain(@Nullable String number) {
    if (number == null || number.length() > LONGEST) {
      return number;
    }
    try {
      BigDecimal value = new BigDecimal(number).stripTrailingZeros();
      return Math.abs((long) value.scale()) > MOST_ZEROS ? number : value.toPlainString();
    } catch (NumberFormatException e) {
      return number;
    }
  }

  /** A date of ISO 8601 without the time where that is midnight. */
  static @Nullable String withoutMidnight(@Nullable String date) {
    return date != null && date.length() > 10 && date.substring(10).matches("T00:00:00(\\.0+)?")
        ? date.substring(0, 10)
        : date;
  }

  /**
   * A day number of a workbook (ECMA-376 part 1, 18.17.4.1) as a date of ISO 8601, with its time
   * where it has one; other text as it is.
   *
   * @param from1904 whether day 0 is 1904-01-01; else day 1 is 1900-01-01, and 1900 a leap year
   */
  static String date(String number, boolean from1904) {
    double day;
    try {
      day = Double.parseDouble(number);
    } catch (NumberFormatException e) {
      return number;
    }
    if (!(day >= 0 && day <= LAST_DAY)) {
      return number;
    }
    LocalDate first =
        from1904
            ? LocalDate.of(1904, 1, 1)
            : day < 60 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
    long seconds = Math.round(day * SECONDS_PER_DAY);
    LocalDateTime time = first.atStartOfDay().plusSeconds(seconds);
    return seconds % SECONDS_PER_DAY == 0
        ? time.toLocalDate().toString()
        : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
  }
}
