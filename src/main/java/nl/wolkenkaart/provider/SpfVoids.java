package nl.wolkenkaart.provider;

import java.util.Optional;
import java.util.stream.Stream;
import nl.wolkenkaart.lookup.SpfRecord.Term;
import nl.wolkenkaart.observation.AnswerIndex;
import nl.wolkenkaart.observation.ObservedAnswer;

/**
 * Void look-ups (RFC 7208, section 4.6.4): terms of an SPF record that lead to a name which does
 * not exist or has no such record. Only what was asked can be told: the names of includes and
 * redirects, the domain itself, its mail hosts. A name that was not asked, or not answered, does
 * not count, so that the number is what there is at least.
 */
final class SpfVoids {
  /** Void look-ups that a receiver bears; it should give up at more. */
  static final int MOST = 2;

  private SpfVoids() {}

  /**
   * Whether a term's look-up finds nothing.
   *
   * @param at the name at which the record stands, which {@code a} and {@code mx} mean by
   *     themselves
   */
  static boolean isVoid(Term term, String at, AnswerIndex index) {
    if (!term.costsLookup() || term.hasMacro()) {
      return false;
    }
    int slash = term.value().indexOf('/');
    String value = slash < 0 ? term.value() : term.value().substring(0, slash);
    String given = value.endsWith(".") ? value.substring(0, value.length() - 1) : value;
    String name = given.isEmpty() ? at : given;
    return switch (term.name()) {
      case "include", "redirect" -> nothing(index.find(name, "TXT"));
      case "mx" -> nothing(index.find(name, "MX"));
      case "exists" -> nothing(index.find(name, "A"));
      // Which family is asked for, the sender's address decides: void for both, or it is not said.
      case "a" -> {
        Optional<ObservedAnswer> a = index.find(name, "A");
        Optional<ObservedAnswer> aaaa = index.find(name, "AAAA");
        yield (a.isPresent() || aaaa.isPresent())
            && Stream.of(a, aaaa).flatMap(Optional::stream).allMatch(SpfVoids::nothing);
      }
      default -> false;
    };
  }

  private static boolean nothing(Optional<ObservedAnswer> answer) {
    return answer.filter(SpfVoids::nothing).isPresent();
  }

  private static boolean nothing(ObservedAnswer answer) {
    return Answered.isAnswer(answer) && answer.getRecords().isEmpty();
  }
}
