package nl.wolkenkaart.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import nl.wolkenkaart.lookup.Answer;
import nl.wolkenkaart.lookup.DnsClient;
import nl.wolkenkaart.lookup.LookupCounters;
import nl.wolkenkaart.lookup.LookupSettings;
import nl.wolkenkaart.lookup.PatientClient;
import nl.wolkenkaart.lookup.Question;

/** The client of a survey, asking a list of questions as a survey's first rounds are asked. */
final class BenchClient implements AutoCloseable {
  /** Questions handed over together: about as many as the lookup of a domain begins with. */
  private static final int AT_ONCE = 32;

  private static final double NANOS_PER_SECOND = 1e9;

  private final DnsClient client;
  private final Semaphore room;
  private final LongAdder lost = new LongAdder();
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
            new LookupCounters());
    this.window = window;
    this.room = new Semaphore(window);
  }

  /** Questions that are handed to {@link #ask}, one after the other. */
  interface Source {
    void forEach(BenchQuestions.Taker taker) throws IOException, InterruptedException;
  }

  /** Asks every question of a list once and waits for all answers. */
  BenchSample ask(List<Question> questions) throws IOException, InterruptedException {
    return ask(
        taker -> {
          for (Question question : questions) {
            taker.take(question);
          }
        });
  }

  /** Asks every question once, while they are read, and waits for all answers. */
  BenchSample ask(Source questions) throws IOException, InterruptedException {
    long cpu = cpuNanos();
    long started = System.nanoTime();
    Feed feed = new Feed();
    questions.forEach(feed);
    feed.await();
    long ended = System.nanoTime();
    long cpuEnded = cpuNanos();
    room.release(window);
    return new BenchSample(
        feed.asked,
        (ended - started) / NANOS_PER_SECOND,
        (cpuEnded - cpu) / NANOS_PER_SECOND,
        lost.sumThenReset());
  }

  /** Hands questions to the client as fast as the window allows. */
  private final class Feed implements BenchQuestions.Taker {
    private final int atOnce = Math.min(AT_ONCE, window);
    private int asked;

    @Override
    public void take(Question question) throws InterruptedException {
      if (asked % atOnce == 0) {
        room.acquire(atOnce);
      }
      asked++;
      client.ask(question, BenchClient.this::take);
    }

    void await() throws InterruptedException {
      // Permits that the last, smaller batch did not need.
      room.release((atOnce - asked % atOnce) % atOnce);
      room.acquire(window);
    }
  }

  private void take(Answer answer) {
    switch (answer.status()) {
      // An error code is a reply, these are none.
      case TIMEOUT, TCP_FAILED, NETWORK_ERROR, MALFORMED, NOT_ASKED -> lost.increment();
      default -> {
        // Came.
      }
    }
    room.release();
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
