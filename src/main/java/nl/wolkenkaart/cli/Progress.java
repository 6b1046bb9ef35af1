package nl.wolkenkaart.cli;

import java.io.PrintStream;
import java.util.Locale;
import nl.wolkenkaart.lookup.AnswerStatus;
import nl.wolkenkaart.lookup.LookupCounters;

/** A line now and then while questions are asked. */
final class Progress {
  private static final long EVERY_MILLIS = 10_000;
  private static final double MILLIS_PER_SECOND = 1e3;

  private final PrintStream out;

  Progress(PrintStream out) {
    this.out = out;
  }

  /** Begins; ends when the result is closed. */
  AutoCloseable watch(LookupCounters counters) {
    Thread watcher = new Thread(() -> watchUntilInterrupted(counters), "progress");
    watcher.setDaemon(true);
    watcher.start();
    return watcher::interrupt;
  }

  private void watchUntilInterrupted(LookupCounters counters) {
    long before = 0;
    while (true) {
      try {
        Thread.sleep(EVERY_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
      long sent = counters.sentSoFar();
      long failed = 0;
      for (AnswerStatus status : AnswerStatus.values()) {
        if (status.isFailure()) {
          failed += counters.endedSoFar(status);
        }
      }
      out.printf(
          Locale.ROOT,
          "%,d questions sent, %,.0f per second, %,d answered, %,d failed%n",
          sent,
          (sent - before) / (EVERY_MILLIS / MILLIS_PER_SECOND),
          counters.endedSoFar() - failed,
          failed);
      before = sent;
    }
  }
}
