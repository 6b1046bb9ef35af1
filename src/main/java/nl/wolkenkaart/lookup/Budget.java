package nl.wolkenkaart.lookup;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Lets questions go when there is room for them: at most so many unanswered, at most so many per
 * second, and none while no resolver answers. Waiting costs a question nothing.
 */
final class Budget {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /** Questions that may go at once after a pause, as a part of a second's. */
  private static final int BURSTS_PER_SECOND = 50;

  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger calls = new AtomicInteger();
  private final int mostInFlight;
  private final long nanosPerQuestion;
  private final BooleanSupplier open;
  private long nextNanos;

  /**
   * @param mostInFlight questions sent and not yet ended, at most
   * @param rate questions per second, 0 for no limit
   * @param open whether anything may be sent now
   */
  Budget(int mostInFlight, int rate, BooleanSupplier open) {
    this.mostInFlight = mostInFlight;
    this.nanosPerQuestion = rate == 0 ? 0 : NANOS_PER_SECOND / rate;
    this.open = open;
    this.nextNanos = System.nanoTime();
  }

  /**
   * Runs the sending as soon as the budget allows; each sending is followed by one {@link #ended}.
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
          && open.getAsBoolean()
          && inTime()) {
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
    sending.run();
    return true;
  }

  private boolean inTime() {
    if (nanosPerQuestion == 0) {
      return true;
    }
    long now = System.nanoTime();
    long earliest = now - NANOS_PER_SECOND / BURSTS_PER_SECOND;
    if (nextNanos - earliest < 0) {
      nextNanos = earliest;
    }
    if (nextNanos - now > 0) {
      return false;
    }
    nextNanos += nanosPerQuestion;
    return true;
  }
}
