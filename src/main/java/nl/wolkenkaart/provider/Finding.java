package nl.wolkenkaart.provider;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * One line of evidence while it is being weighed.
 *
 * @param signal what it comes from
 * @param seen what was seen; cut at {@value #LONGEST} characters, without control characters
 * @param provider catalogue identifier, {@code self}, {@code other:<registrable domain>} or null
 * @param role what it shows the provider as, see the constants
 * @param points its weight
 * @param rule which rule made it
 */
record Finding(
    Signal signal, String seen, @Nullable String provider, String role, int points, String rule) {
  static final String RECEIVER = "receiver";
  static final String BACKEND = "backend";
  static final String SENDER = "sender";
  static final String SERVICE = "service";
  static final String NETWORK = "network";
  static final String AS_NOTE = "note";

  private static final int LONGEST = 300;

  /** More lines than this tell a reader nothing; the weakest are left out. */
  private static final int MOST_LINES = 100;

  private static final Comparator<Finding> STRONGEST_FIRST =
      comparingInt((Finding f) -> -f.points)
          .thenComparing(Finding::seen)
          .thenComparing(Finding::signal)
          .thenComparing(Finding::provider, nullsLast(naturalOrder()))
          .thenComparing(comparing(Finding::role))
          .thenComparing(Finding::rule);

  Finding {
    seen = printable(seen);
  }

  /** Something worth saying that weighs nothing. */
  static Finding note(String seen, String rule) {
    return new Finding(Signal.NOTE, seen, null, AS_NOTE, 0, rule);
  }

  /** The lines of a table's row: strongest first, then by text, each once. */
  static List<Evidence> evidence(Collection<Finding> findings) {
    return findings.stream()
        .distinct()
        .sorted(STRONGEST_FIRST)
        .limit(MOST_LINES)
        .map(f -> new Evidence(f.signal.word, f.seen, f.provider, f.role, f.points, f.rule))
        .toList();
  }

  /** A text without control characters, cut at {@value #LONGEST} characters. */
  static String printable(String text) {
    StringBuilder kept = new StringBuilder(Math.min(text.length(), LONGEST));
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (kept.length() + Character.charCount(c) > LONGEST) {
        break;
      }
      if (isPrintable(c)) {
        kept.appendCodePoint(c);
      }
    }
    return kept.toString();
  }

  /** Neither a control or format character, nor a line end, nor half a character. */
  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }
}
