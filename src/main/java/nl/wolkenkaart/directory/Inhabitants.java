package nl.wolkenkaart.directory;

import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;

/** The column {@code population} of a list: a whole number of inhabitants, or nothing. */
final class Inhabitants {
  /** Why another text is refused. */
  static final String REFUSED = "the population is no whole number of up to 11 digits";

  private static final Pattern NUMBER = Pattern.compile("[0-9]{0,11}");

  private Inhabitants() {}

  /** Whether a text is a number or empty. */
  static boolean isNumber(@Nullable String text) {
    return text == null || NUMBER.matcher(text).matches();
  }

  /** The number; null for an empty text. */
  static @Nullable Long of(@Nullable String text) {
    return text == null || text.isEmpty() ? null : Long.valueOf(text);
  }
}
