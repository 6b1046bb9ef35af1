package nl.wolkenkaart.lookup;

import java.io.Serializable;
import java.util.List;

/**
 * How politely and how patiently questions are asked.
 *
 * @param resolvers resolvers to ask, each {@code address:port}; at least one
 * @param rate questions per second that this JVM may send, retries included; 0 for no limit
 * @param questionsInFlight questions sent for the first time and not yet answered, at most, per
 *     JVM; one that was silent once and is asked again does not count, so that dead names cannot
 *     hold up the others
 * @param domainsInFlight domains being looked up at the same time, at most, per JVM
 * @param timeoutsMillis how long each attempt waits at least, milliseconds, growing; its size is
 *     the number of attempts. A resolver that takes longer to answer is waited for longer, as long
 *     as one of these
 * @param giveUpMillis how long a run waits while no resolver answers at all before the rest is not
 *     asked, milliseconds
 * @param deadlineMillis how long resolvers may take over one domain in all, milliseconds: the time
 *     during which at least one of its questions is with a resolver. Waiting for the rate or for
 *     resolvers that are down does not count
 */
public record LookupSettings(
    List<String> resolvers,
    int rate,
    int questionsInFlight,
    int domainsInFlight,
    List<Integer> timeoutsMillis,
    int giveUpMillis,
    int deadlineMillis)
    implements Serializable {

  /**
   * Eight attempts in 13 s. Where a fifth of all packets is lost, an attempt fails with 1 - 0.8 *
   * 0.8 = 0.36; all eight with 0.03 %, where four would with 1.7 %. The first wait is short because
   * most silences are lost packets; the last are long because a resolver may take seconds to find
   * that a name's servers are dead.
   */
  private static final List<Integer> TIMEOUTS_MILLIS =
      List.of(300, 500, 700, 1_000, 1_500, 2_000, 3_000, 4_000);

  private static final int GIVE_UP_MILLIS = 30_000;
  private static final int DEADLINE_MILLIS = 60_000;

  /** Of a second pass: one attempt, since all the others went before it. */
  private static final List<Integer> SLOW_TIMEOUTS_MILLIS = List.of(3_000);

  private static final int SLOW_RATE = 1_000;
  private static final int SLOW_GIVE_UP_MILLIS = 10_000;

  /** The settings with the default deadline. */
  public LookupSettings(
      List<String> resolvers,
      int rate,
      int questionsInFlight,
      int domainsInFlight,
      List<Integer> timeoutsMillis,
      int giveUpMillis) {
    this(
        resolvers,
        rate,
        questionsInFlight,
        domainsInFlight,
        timeoutsMillis,
        giveUpMillis,
        DEADLINE_MILLIS);
  }

  public LookupSettings {
    resolvers = List.copyOf(resolvers);
    timeoutsMillis = List.copyOf(timeoutsMillis);
    if (resolvers.isEmpty() || timeoutsMillis.isEmpty()) {
      throw new IllegalArgumentException("at least one resolver and one attempt are needed");
    }
    boolean hasRoom = questionsInFlight > 0 && domainsInFlight > 0;
    boolean hasTime = giveUpMillis >= 0 && deadlineMillis > 0;
    if (!hasRoom || !hasTime || rate < 0 || timeoutsMillis.stream().anyMatch(t -> t <= 0)) {
      // With no room, a run would wait for ever.
      throw new IllegalArgumentException(
          "numbers of questions, domains and milliseconds must be positive, the rate at least 0");
    }
  }

  /** The defaults for these resolvers and this rate. */
  public static LookupSettings of(List<String> resolvers, int rate) {
    return new LookupSettings(resolvers, rate, 1_000, 256, TIMEOUTS_MILLIS, GIVE_UP_MILLIS);
  }

  /** These settings with another deadline. */
  public LookupSettings withDeadline(int millis) {
    return new LookupSettings(
        resolvers, rate, questionsInFlight, domainsInFlight, timeoutsMillis, giveUpMillis, millis);
  }

  /**
   * What each of several processes may do so that all together keep to these settings.
   *
   * @throws IllegalArgumentException when there is not one question per second for each
   */
  public LookupSettings dividedAmong(int processes) {
    if (rate > 0 && rate < processes) {
      throw new IllegalArgumentException(
          rate + " questions per second cannot be divided among " + processes + " processes");
    }
    return new LookupSettings(
        resolvers,
        rate / processes,
        Math.max(1, questionsInFlight / processes),
        Math.max(1, domainsInFlight / processes),
        timeoutsMillis,
        giveUpMillis,
        deadlineMillis);
  }

  /**
   * How what failed is asked again: at half the rate, once more, and with less patience for
   * resolvers that are all silent, since they were there a moment ago.
   */
  LookupSettings slowly() {
    return new LookupSettings(
        resolvers,
        rate == 0 ? SLOW_RATE : Math.max(1, rate / 2),
        questionsInFlight,
        domainsInFlight,
        SLOW_TIMEOUTS_MILLIS,
        Math.min(giveUpMillis, SLOW_GIVE_UP_MILLIS),
        deadlineMillis);
  }
}
