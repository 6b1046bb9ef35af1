package nl.wolkenkaart.lookup;

import java.io.Serializable;
import java.util.List;

/**
 * How politely and how patiently questions are asked.
 *
 * @param resolvers resolvers to ask, each {@code address:port}; at least one
 * @param rate questions per second that this JVM may send, retries included; 0 for no limit
 * @param questionsInFlight questions sent and not yet answered, at most, per JVM
 * @param domainsInFlight domains being looked up at the same time, at most, per JVM
 * @param timeoutsMillis how long each attempt waits, milliseconds; its size is the number of
 *     attempts
 * @param giveUpMillis how long a run waits while no resolver answers at all before the rest is not
 *     asked, milliseconds
 */
public record LookupSettings(
    List<String> resolvers,
    int rate,
    int questionsInFlight,
    int domainsInFlight,
    List<Integer> timeoutsMillis,
    int giveUpMillis)
    implements Serializable {

  private static final List<Integer> TIMEOUTS_MILLIS = List.of(1_000, 2_000, 4_000, 8_000);

  public LookupSettings {
    resolvers = List.copyOf(resolvers);
    timeoutsMillis = List.copyOf(timeoutsMillis);
    if (resolvers.isEmpty() || timeoutsMillis.isEmpty()) {
      throw new IllegalArgumentException("at least one resolver and one attempt are needed");
    }
    boolean hasRoom = questionsInFlight > 0 && domainsInFlight > 0;
    if (!hasRoom || rate < 0 || giveUpMillis < 0 || timeoutsMillis.stream().anyMatch(t -> t <= 0)) {
      // With no room, a run would wait for ever.
      throw new IllegalArgumentException(
          "numbers of questions, domains and milliseconds must be positive, the rate at least 0");
    }
  }

  /** The defaults for these resolvers and this rate. */
  public static LookupSettings of(List<String> resolvers, int rate) {
    return new LookupSettings(resolvers, rate, 1_000, 256, TIMEOUTS_MILLIS, 30_000);
  }
}
