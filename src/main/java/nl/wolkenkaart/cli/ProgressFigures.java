package nl.wolkenkaart.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import nl.wolkenkaart.lookup.LookupFigures;

/**
 * How far a run is, in words.
 *
 * @param domains domains there are in all
 * @param done what was done since the beginning
 * @param perSecond questions sent per second, retries included, since the last time somebody looked
 * @param secondsLeft until all domains are done, if the rest goes as what was done; empty while
 *     none is
 */
record ProgressFigures(
    long domains, LookupFigures done, double perSecond, OptionalLong secondsLeft) {

  /** What stands beside a bar that shows the domains; most needed first, it may be cut. */
  String besideBar() {
    List<String> parts = new ArrayList<>();
    parts.add(String.format(Locale.ROOT, "%,.0f questions/s", perSecond));
    secondsLeft.ifPresent(seconds -> parts.add(clock(seconds) + " left"));
    parts.add(String.format(Locale.ROOT, "%,d failed", done.failed()) + kinds());
    return String.join(", ", parts);
  }

  /** All figures on a line. */
  String line() {
    List<String> parts = new ArrayList<>();
    parts.add(String.format(Locale.ROOT, "%,d of %,d domains", done.domains(), domains));
    parts.add(String.format(Locale.ROOT, "%,d questions", done.sent()));
    parts.add(String.format(Locale.ROOT, "%,.0f per second", perSecond));
    parts.add(String.format(Locale.ROOT, "%,d answered", done.answered()));
    parts.add(String.format(Locale.ROOT, "%,d failed", done.failed()) + kinds());
    secondsLeft.ifPresent(seconds -> parts.add(clock(seconds) + " left"));
    return String.join(", ", parts);
  }

  private String kinds() {
    List<String> kinds = new ArrayList<>();
    done.ended()
        .forEach(
            (status, n) -> {
              if (status.isFailure() && n > 0) {
                kinds.add(String.format(Locale.ROOT, "%s %,d", status, n));
              }
            });
    return kinds.isEmpty() ? "" : " (" + String.join(", ", kinds) + ")";
  }

  /** Hours, minutes and seconds as {@code 1:02:03}, without hours {@code 2:03}. */
  private static String clock(long seconds) {
    Duration time = Duration.ofSeconds(seconds);
    return time.toHours() > 0
        ? String.format(
            Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
        : String.format(Locale.ROOT, "%d:%02d", time.toMinutesPart(), time.toSecondsPart());
  }
}
