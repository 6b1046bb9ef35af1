package nl.wolkenkaart.provider;

import com.google.common.base.Ascii;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The points for a backend, recounted from the lines of evidence of its row, and the band that they
 * alone come to; what caps the confidence is not in it.
 *
 * @param byFamily points of each family of signals that has any, such as {@code dkim}, in the order
 *     of {@link Signal.Family}
 * @param points their sum
 * @param band of {@link Confidence}; {@code unknown} where there is no backend
 */
public record BackendScore(Map<String, Integer> byFamily, int points, String band) {

  /** The score of a row's backend. */
  public static BackendScore of(DomainAttribution row) {
    String backend = row.getBackend();
    boolean direct = row.getRule().contains("mx-direct");
    boolean dkim = false;
    Map<Signal.Family, Integer> families = new EnumMap<>(Signal.Family.class);
    for (Evidence line : row.getEvidence()) {
      Signal signal = signal(line.getSignal());
      if (line.getPoints() > 0 && backend.equals(line.getProvider())) {
        families.merge(Confidence.family(signal, direct), line.getPoints(), Math::max);
        dkim |= signal == Signal.DKIM;
      }
    }
    Map<String, Integer> byWord = new LinkedHashMap<>();
    families.forEach(
        (family, points) -> byWord.put(Ascii.toLowerCase(family.name()).replace('_', '-'), points));
    int points = families.values().stream().mapToInt(Integer::intValue).sum();
    String band =
        row.getBackendConfidence().equals(Confidence.UNKNOWN)
            ? Confidence.UNKNOWN
            : Confidence.band(points, families.size(), dkim || direct);
    return new BackendScore(byWord, points, band);
  }

  private static Signal signal(String word) {
    return Arrays.stream(Signal.values())
        .filter(signal -> signal.word.equals(word))
        .findFirst()
        .orElse(Signal.NOTE);
  }
}
