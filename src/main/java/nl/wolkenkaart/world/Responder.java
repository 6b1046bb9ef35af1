package nl.wolkenkaart.world;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What both loops share: the zones, the faults, and how often faulty names were asked. */
final class Responder {
  private final ZoneData zones;
  private final Faults faults;
  private final Fault everywhere;
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();
  private volatile long silentUntilNanos = System.nanoTime();

  /**
   * @param everywhere done to whatever is sent
   */
  Responder(ZoneData zones, Faults faults, Fault everywhere) {
    this.zones = zones;
    this.faults = faults;
    this.everywhere = everywhere;
  }

  Answerer newAnswerer() {
    return new Answerer(zones, faults);
  }

  void beSilentFor(long nanos) {
    silentUntilNanos = System.nanoTime() + nanos;
  }

  /** Whether questions are dropped unread for now. */
  boolean isSilent() {
    return silentUntilNanos - System.nanoTime() > 0;
  }

  /** Whether the answerer's last question is not simply answered. */
  boolean meddlesWith(Answerer answerer) {
    return answerer.fault() != null || everywhere != Fault.NONE;
  }

  /** Lets the faults that hold for the answerer's last question reply to it. */
  void replyWithFault(Answerer answerer, int length, boolean tcp, Line line) {
    byte[] answer = Arrays.copyOf(answerer.message(), length);
    if (answer.length <= Answerer.HEADER) {
      line.send(answer); // It repeats no question, so there is nothing to be wrong about.
      return;
    }
    String name = WireName.decode(answer, Answerer.HEADER);
    int type = answerer.type();
    String key = type + " " + name;
    int times = tcp ? asked.getOrDefault(key, 1) : asked.merge(key, 1, Integer::sum);
    Fault own = answerer.fault() == null ? Fault.NONE : answerer.fault();
    Exchange.Asked question =
        new Exchange.Asked(name, type, tcp, numbers.getAndIncrement(), times - 1);
    everywhere.after(own).reply(new Exchange(question, answer, line));
  }
}
