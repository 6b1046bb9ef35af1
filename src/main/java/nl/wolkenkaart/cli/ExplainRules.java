package nl.wolkenkaart.cli;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wolkenkaart.provider.Corrections;
import nl.wolkenkaart.web.Language;
import nl.wolkenkaart.web.Messages;

/**
 * What the identifiers of rules mean, each in one sentence for people: those that the report shows
 * in English.
 */
final class ExplainRules {
  private static final Splitter PLUS = Splitter.on('+');

  /** The families that a verdict for a provider rests on, joined by {@code +} in the rule. */
  static final Map<String, String> FAMILIES = sentences("family");

  /** The rules that decide otherwise. */
  static final Map<String, String> VERDICTS = sentences("verdict");

  /** The rules of single lines of evidence; a line may also carry a rule of a verdict. */
  static final Map<String, String> LINES = sentences("line");

  private ExplainRules() {}

  private static Map<String, String> sentences(String kind) {
    return Messages.in(Language.EN).below("rules." + kind);
  }

  /** What a rule means; empty for one that is not known here. */
  static Optional<String> meaning(String rule) {
    if (rule.startsWith(Corrections.CORRECTED)) {
      return meaningOfVerdict(rule.substring(Corrections.CORRECTED.length()))
          .map(found -> "corrected; the evidence alone says: " + found);
    }
    for (Map<String, String> known : List.of(VERDICTS, LINES)) {
      if (known.containsKey(rule)) {
        return Optional.of(known.get(rule));
      }
    }
    return families(rule);
  }

  /** What the verdict's rule means, for which {@code autodiscover} and others are families. */
  static Optional<String> meaningOfVerdict(String rule) {
    Optional<String> families = families(rule);
    return families.isPresent() ? families : meaning(rule);
  }

  private static Optional<String> families(String rule) {
    List<String> words = PLUS.splitToList(rule);
    return FAMILIES.keySet().containsAll(words)
        ? Optional.of(String.join("; ", words.stream().map(FAMILIES::get).toList()))
        : Optional.empty();
  }
}
