package nl.wolkenkaart.statistics;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of the check of a run.
 *
 * @param held the invariants that the run keeps
 * @param violated one sentence with figures for each violation found; at most {@value
 *     Collector#SHOWN} for one invariant, then one that counts the others
 */
public record InvariantReport(ImmutableList<String> held, ImmutableList<String> violated) {
  /** Whether every invariant is kept. */
  public boolean good() {
    return violated.isEmpty();
  }

  /** This report and after it another one. */
  public InvariantReport and(InvariantReport other) {
    return new InvariantReport(
        ImmutableList.<String>builder().addAll(held).addAll(other.held).build(),
        ImmutableList.<String>builder().addAll(violated).addAll(other.violated).build());
  }

  /** Gathers violations, bounded for each invariant, in the order of the invariants. */
  static final class Collector {
    static final int SHOWN = 5;

    private final Map<String, List<String>> violations = new LinkedHashMap<>();
    private final Map<String, Long> found = new LinkedHashMap<>();

    void announce(String invariant) {
      violations.put(invariant, new ArrayList<>());
      found.put(invariant, 0L);
    }

    void check(String invariant, boolean kept, String sentence) {
      if (kept) {
        return;
      }
      found.merge(invariant, 1L, Long::sum);
      if (violations.get(invariant).size() < SHOWN) {
        violations.get(invariant).add(sentence);
      }
    }

    InvariantReport report() {
      ImmutableList.Builder<String> held = ImmutableList.builder();
      ImmutableList.Builder<String> violated = ImmutableList.builder();
      violations.forEach(
          (invariant, sentences) -> {
            long others = found.get(invariant) - sentences.size();
            if (sentences.isEmpty()) {
              held.add(invariant);
            }
            violated.addAll(sentences);
            if (others > 0) {
              violated.add("And " + others + " more against: " + invariant);
            }
          });
      return new InvariantReport(held.build(), violated.build());
    }
  }
}
