package nl.wolkenkaart.lookup;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets questions go when there is room for them: at most so many unanswered, at most so many per
 * second, and none while no resolver answers. Waiting costs a question nothing.
 */
final class Budget {
  private static final Logger LOG = LoggerFactory.getLogger(Budget.class);
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /** Questions that may go at once after a pause, as a part of a second's. */
  private static final int BURSTS_PER_SECOND = 50;

  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger calls = new AtomicInteger();
  private final int mostInFlight;
  private final long nanosPerQuestion;
  private final BooleanSupplier open;
  private final LongSupplier nanoClock;
  private long nextNanos;

  /**
   * @param mostInFlight questions sent and not yet ended, at most
   * @param rate questions per second, 0 for no limit
   * @param open whether anything may be sent now
   */
  Budget(int mostInFlight, int rate, BooleanSupplier open) {
    this(mostInFlight, rate, open, System::nanoTime);
  }

  /** The same with another clock, of nanoseconds as {@link System#nanoTime} has them. */
  Budget(int mostInFlight, int rate, BooleanSupplier open, LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    this.mostInFlight = mostInFlight;
    this.nanosPerQuestion = rate == 0 ? 0 : NANOS_PER_SECOND / rate;
    this.open = open;
    this.nextNanos = nanoClock.getAsLong();
  }

  /**
   * Runs the sending as soon as the budget allows; each sending is followed by one {@link #ended}.
   * What it throws is logged and goes no further.
   */
  void submit(Runnable sending) {
    waiting.add(sending);
    letGo();
  }

  /** A question that was sent has its reply, or will have none. */
  void ended() {
    inFlight.decrementAndGet();
    letGo();
  }

  int inFlight() {
    return inFlight.get();
  }

  /**
   * Sends what may go. One thread does it at a time; who comes meanwhile leaves a note, so no call
   * is lost.
   */
  void letGo() {
    if (calls.getAndIncrement() != 0) {
      return;
    }
    int seen = 1;
    do {
      while (inFlight.get() < mostInFlight
          && !waiting.isEmpty()
          && isTime()
          && open.getAsBoolean()) {
        nextNanos += nanosPerQuestion;
        runNext();
      }
      seen = calls.addAndGet(-seen);
    } while (seen != 0);
  }

  /**
   * Runs everything that waits, whatever the budget: for a run that has given up, whose sendings
   * send nothing.
   */
  void letAllGo() {
    while (runNext()) {
      // Until none is left.
    }
  }

  private boolean runNext() {
    Runnable sending = waiting.poll();
    if (sending == null) {
      return false;
    }
    inFlight.incrementAndGet();
    try {
      sending.run();
    } catch (RuntimeException e) {
      // Thrown further, it would leave the note in `calls` and nobody would send any more.
      LOG.error("a question could not be sent", e);
    }
    return true;
  }

  private boolean isTime() {
    if (nanosPerQuestion == 0) {
      return true;
    }
    long now = nanoClock.getAsLong();
    long earliest = now - NANOS_PER_SECOND / BURSTS_PER_SECOND;
    if (nextNanos - earliest < 0) {
      nextNanos = earliest;
    }
    return nextNanos - now <= 0;
  }
}
