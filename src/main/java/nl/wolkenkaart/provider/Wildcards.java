package nl.wolkenkaart.provider;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import nl.wolkenkaart.observation.AnswerIndex;
import nl.wolkenkaart.observation.ObservedAnswer;

/**
 * The controls: what a label that nobody made answers is a wildcard's doing (RFC 4592), and so is
 * every answer equal to it.
 */
final class Wildcards {
  /** For names directly below the domain. */
  static final String BELOW_DOMAIN = "wildcard-a";

  /** For TXT records at names directly below the domain. */
  static final String TXT_BELOW_DOMAIN = "wildcard-txt";

  /** For CNAME records below {@code _domainkey}. */
  static final String BELOW_DOMAINKEY = "wildcard-dkim";

  /** For TXT records below {@code _domainkey}. */
  static final String TXT_BELOW_DOMAINKEY = "wildcard-dkim-txt";

  /** What the control says of an answer. */
  enum Verdict {
    /** The control answers differently, or the answer cannot come from a wildcard. */
    OWN,
    /** The control answers the same. */
    WILDCARD,
    /** The control was not answered. */
    UNKNOWN,
    /** The control was not planned. */
    UNCONTROLLED
  }

  private final AnswerIndex index;

  Wildcards(AnswerIndex index) {
    this.index = index;
  }

  /**
   * Compares an answer with its control: by the first target of a CNAME where there is one, else by
   * any equal record. Without a control's answer only that counts which speaks for itself: a target
   * whose first label repeats the one asked, as in {@code autodiscover.outlook.com} and {@code
   * selector1-example-nl._domainkey...}, is never that of a wildcard.
   */
  Verdict of(ObservedAnswer answer, String control) {
    List<String> targets = targets(answer);
    Optional<ObservedAnswer> controlled = index.one(control);
    List<String> wild = controlled.map(Wildcards::targets).orElse(List.of());
    if (!targets.isEmpty() && !wild.isEmpty() && targets.get(0).equals(wild.get(0))) {
      return Verdict.WILDCARD;
    }
    if (targets.isEmpty()
        && wild.isEmpty()
        && !Collections.disjoint(Answered.data(answer), Answered.data(controlled))) {
      return Verdict.WILDCARD;
    }
    boolean compared = !wild.isEmpty() || (controlled.isPresent() && !Answered.failed(controlled));
    if (compared || speaksForItself(answer, targets)) {
      return Verdict.OWN;
    }
    return controlled.isPresent() ? Verdict.UNKNOWN : Verdict.UNCONTROLLED;
  }

  /** The targets of CNAME records, whether they were followed or asked for. */
  static List<String> targets(ObservedAnswer answer) {
    return answer.getType().equals("CNAME") ? Answered.data(answer) : answer.getChain();
  }

  private static boolean speaksForItself(ObservedAnswer answer, List<String> targets) {
    String name = answer.getName();
    int dot = name.indexOf('.');
    return dot > 0 && !targets.isEmpty() && targets.get(0).startsWith(name.substring(0, dot));
  }
}
