package nl.wolkenkaart.cli;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.Semaphore;
import nl.wolkenkaart.lookup.AnswerStatus;
import nl.wolkenkaart.lookup.DnsClient;
import nl.wolkenkaart.lookup.LookupCounters;
import nl.wolkenkaart.lookup.LookupFigures;
import nl.wolkenkaart.lookup.LookupSettings;
import nl.wolkenkaart.lookup.PatientClient;
import nl.wolkenkaart.lookup.Question;

/** The client of a survey, asking a list of questions as a survey's first rounds are asked. */
final class BenchClient implements AutoCloseable {
  /** Questions handed over together: about as many as the lookup of a domain begins with. */
  private static final int AT_ONCE = 32;

  private static final double NANOS_PER_SECOND = 1e9;

  private final LookupCounters counters = new LookupCounters();
  private final DnsClient client;
  private final Semaphore room;
  private final int window;

  /**
   * @param window questions without an answer at the same moment, at most
   */
  BenchClient(String server, int window) {
    LookupSettings defaults = LookupSettings.of(List.of(server), 0);
    this.client =
        new PatientClient(
            new LookupSettings(
                defaults.resolvers(),
                defaults.rate(),
                window,
                defaults.domainsInFlight(),
                defaults.timeoutsMillis(),
                defaults.giveUpMillis()),
            counters);
    this.window = window;
    this.room = new Semaphore(window);
  }

  /** Asks every question once and waits for all answers. */
  BenchSample ask(List<Question> questions) throws InterruptedException {
    LookupFigures before = counters.soFar();
    long cpu = cpuNanos();
    long started = System.nanoTime();
    int atOnce = Math.min(AT_ONCE, window);
    for (int i = 0; i < questions.size(); i++) {
      if (i % atOnce == 0) {
        room.acquire(atOnce);
      }
      client.ask(questions.get(i), answer -> room.release());
    }
    // Permits that the last, smaller batch did not need.
    room.release((atOnce - questions.size() % atOnce) % atOnce);
    room.acquire(window);
    long ended = System.nanoTime();
    long cpuEnded = cpuNanos();
    room.release(window);
    return new BenchSample(
        questions.size(),
        (ended - started) / NANOS_PER_SECOND,
        (cpuEnded - cpu) / NANOS_PER_SECOND,
        lost(counters.soFar().since(before)));
  }

  /** Questions that came to no reply at all; an error code is one. */
  private static long lost(LookupFigures figures) {
    long lost = 0;
    for (AnswerStatus status : AnswerStatus.values()) {
      lost +=
          switch (status) {
            case TIMEOUT, TCP_FAILED, NETWORK_ERROR, MALFORMED, NOT_ASKED ->
                figures.ended().get(status);
            default -> 0;
          };
    }
    return lost;
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  @Override
  public void close() {
    client.close();
  }
}
