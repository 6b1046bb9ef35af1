package nl.wolkenkaart.provider;

import java.util.List;

/**
 * Who runs the mailboxes, as far as DNS shows.
 *
 * @param operator who; {@code unknown} where that is not decided
 * @param confidence certain, high, medium or unknown
 * @param status the status that follows for a domain with MX records
 * @param rule one of {@link Rules}
 * @param notes why, where the evidence alone does not tell
 */
record Backend(
    Operator operator, String confidence, String status, String rule, List<Finding> notes) {

  static Backend undecided(String status, String rule, List<Finding> notes) {
    return new Backend(Operator.UNKNOWN, Confidence.UNKNOWN, status, rule, notes);
  }
}
