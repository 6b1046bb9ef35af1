package nl.wolkenkaart.lookup;

import java.time.Clock;
import java.time.Duration;

/**
 * Who asks the questions of a domain, and how.
 *
 * @param own asks names that only this domain has
 * @param shared asks names that many domains have
 * @param inTurn whether the questions of a round are asked one after the other
 * @param deadline how long resolvers may take over one domain
 */
record LookupPace(DnsClient own, DnsClient shared, boolean inTurn, Duration deadline, Clock clock) {

  /**
   * Silences in a row after which a domain that is asked in turn is left alone: two, since one may
   * be a packet that was lost; one where most of the domain failed before.
   */
  private static final int MOST_SILENCES = 2;

  DomainPatience patienceAfter(EarlierAnswers earlier) {
    int most = earlier.mostlyFailed() ? 1 : MOST_SILENCES;
    return new DomainPatience(deadline.toNanos(), inTurn ? most : 0);
  }

  void ask(LookupRound round) {
    if (inTurn) {
      round.askInTurn();
    } else {
      round.askAll();
    }
  }
}
