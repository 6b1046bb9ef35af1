package nl.wolkenkaart.provider;

import java.util.List;
import java.util.Set;

/**
 * Who accepts the mail first.
 *
 * @param operator the operator of all most preferred hosts; {@code unknown} where they have several
 *     or where there is no host
 * @param operators the operators of the most preferred hosts, by identifier
 * @param host a most preferred host, the first by name; empty where there is none
 * @param backups mailbox providers at less preferred hosts, other than the operator
 * @param networks numbers of the networks in which the most preferred hosts stand, as far as known
 * @param networkFailed whether a network that could have shown a gateway was not answered
 * @param hosting the code list of {@code hosting}
 * @param findings what was seen
 */
record Receiver(
    Operator operator,
    List<Operator> operators,
    String host,
    List<Provider> backups,
    Set<Long> networks,
    boolean networkFailed,
    String hosting,
    List<Finding> findings) {

  /** Without MX: what the address says is not known. */
  static final Receiver NOBODY_KNOWN =
      new Receiver(
          Operator.UNKNOWN, List.of(), "", List.of(), Set.of(), false, Hosting.NONE, List.of());

  /** There is no mail. */
  static final Receiver NOBODY =
      new Receiver(
          Operator.NONE, List.of(), "", List.of(), Set.of(), false, Hosting.NONE, List.of());

  /** Whether the most preferred hosts have several operators. */
  boolean severalOperators() {
    return operators.size() > 1;
  }
}
