package nl.wolkenkaart.lookup;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that tells how time passes, twenty times a second. */
final class LookupTimer {
  private static final Logger LOG = LoggerFactory.getLogger(LookupTimer.class);
  private static final long TICK_NANOS = Duration.ofMillis(50).toNanos();

  /** A longer tick means that this program stood still, which is not a resolver's doing. */
  private static final long LONGEST_TICK_NANOS = Duration.ofSeconds(1).toNanos();

  private final LongConsumer passed;
  private final Thread thread;

  /**
   * @param passed takes the nanoseconds since it was called last
   */
  LookupTimer(LongConsumer passed) {
    this.passed = passed;
    this.thread = new Thread(this::run, "dns-deadlines");
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  void stop() {
    thread.interrupt();
  }

  private void run() {
    long before = System.nanoTime();
    while (!thread.isInterrupted()) {
      LockSupport.parkNanos(TICK_NANOS);
      long now = System.nanoTime();
      tell(Math.min(now - before, LONGEST_TICK_NANOS));
      before = now;
    }
  }

  private void tell(long nanos) {
    try {
      passed.accept(nanos);
    } catch (RuntimeException e) {
      // Others wait for their deadline too.
      LOG.error("a deadline could not be kept", e);
    }
  }
}
