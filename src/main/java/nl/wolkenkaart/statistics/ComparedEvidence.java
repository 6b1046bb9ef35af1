package nl.wolkenkaart.statistics;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Evidence;

/** What a verdict rests on, without what differs from one look-up to the next. */
final class ComparedEvidence {
  private static final int MOST_LINES = 10;

  /** What only remarks on the rest: failed look-ups, counts of other domains. */
  private static final String NOTE = "note";

  private static final String NOT_ANSWERED = "not answered";
  private static final ImmutableSet<String> OF_RECEIVER = ImmutableSet.of("receiver");
  private static final ImmutableSet<String> OF_BACKEND =
      ImmutableSet.of("backend", "sender", "service");

  private ComparedEvidence() {}

  /** The lines of an axis for people, strongest first. */
  static List<String> text(ChangeAxis axis, Attribution row) {
    return row.getEvidence().stream()
        .filter(line -> axis.roles().contains(line.getRole()))
        .map(
            line ->
                line.getProvider() == null
                    ? line.getSeen()
                    : line.getSeen() + " (" + line.getProvider() + ')')
        .distinct()
        .limit(MOST_LINES)
        .toList();
  }

  /**
   * Whether the evidence of an axis is another. The order of lines does not matter, nor do points,
   * rules, addresses, networks (an axis of their own) and remarks. A line that is missing where
   * something was not answered says nothing.
   */
  static boolean differs(ChangeAxis axis, Attribution before, Attribution after) {
    ImmutableSet<String> roles = axis == ChangeAxis.RECEIVER ? OF_RECEIVER : OF_BACKEND;
    Set<List<String>> lines = lines(before, roles);
    Set<List<String>> later = lines(after, roles);
    boolean gained = !Sets.difference(later, lines).isEmpty() && isComplete(before);
    boolean lost = !Sets.difference(lines, later).isEmpty() && isComplete(after);
    return gained || lost;
  }

  private static Set<List<String>> lines(Attribution row, ImmutableSet<String> roles) {
    Set<List<String>> lines = new HashSet<>();
    for (Evidence line : row.getEvidence()) {
      if (roles.contains(line.getRole()) && !line.getSignal().equals(NOTE)) {
        lines.add(
            List.of(
                line.getSignal(),
                line.getRole(),
                String.valueOf(line.getProvider()),
                line.getSeen()));
      }
    }
    return lines;
  }

  private static boolean isComplete(Attribution row) {
    return row.getEvidence().stream()
        .noneMatch(
            line -> line.getSignal().equals(NOTE) && line.getSeen().startsWith(NOT_ANSWERED));
  }
}
