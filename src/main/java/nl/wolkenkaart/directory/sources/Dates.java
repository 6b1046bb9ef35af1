package nl.wolkenkaart.directory.sources;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;

/** The dates of registers: {@code 2021-01-01}, also with a time behind it, and {@code 1-1-2021}. */
final class Dates {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?!\\d)");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[-/](\\d{1,2})[-/](\\d{4})(?!\\d)");

  private Dates() {}

  /** The date at the beginning of a text; null where there is none. */
  static @Nullable LocalDate of(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String stripped = text.strip();
    Matcher yearFirst = YEAR_FIRST.matcher(stripped);
    if (yearFirst.lookingAt()) {
      return date(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
    }
    Matcher dayFirst = DAY_FIRST.matcher(stripped);
    return dayFirst.lookingAt()
        ? date(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1))
        : null;
  }

  private static @Nullable LocalDate date(String year, String month, String day) {
    try {
      return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
