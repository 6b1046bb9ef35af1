package nl.wolkenkaart.world;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** What both loops share: the zones, the faults, and how often faulty names were asked. */
final class Responder {
  private final ZoneData zones;
  private final Faults faults;
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();

  Responder(ZoneData zones, Faults faults) {
    this.zones = zones;
    this.faults = faults;
  }

  Answerer newAnswerer() {
    return new Answerer(zones, faults);
  }

  /** Lets the fault of the answerer's last question reply to it. */
  void replyWithFault(Answerer answerer, int length, boolean tcp, Consumer<byte[]> sink) {
    byte[] answer = Arrays.copyOf(answerer.message(), length);
    String name = WireName.decode(answer, 12);
    int type = answerer.type();
    int earlier = tcp ? 0 : asked.merge(type + " " + name, 1, Integer::sum) - 1;
    answerer.fault().reply(new Exchange(name, type, tcp, earlier, answer, sink));
  }
}
