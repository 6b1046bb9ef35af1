package nl.wolkenkaart.lookup;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/** A message that was sent and whose reply is awaited. Ends exactly once. */
final class PendingReply {
  private final byte[] query;
  private final long deadlineNanos;

  /** Emptied when it ends, so that a queue that still holds this holds nothing that waited. */
  private final AtomicReference<BiConsumer<byte[], Throwable>> whenDone;

  private final AtomicReference<Runnable> slot = new AtomicReference<>();

  /**
   * @param whenDone gets the reply with the message's own id, or the failure
   */
  PendingReply(byte[] query, long deadlineNanos, BiConsumer<byte[], Throwable> whenDone) {
    this.query = query;
    this.deadlineNanos = deadlineNanos;
    this.whenDone = new AtomicReference<>(whenDone);
  }

  byte[] query() {
    return query;
  }

  boolean isDone() {
    return whenDone.get() == null;
  }

  boolean isOverdue(long nanos) {
    return nanos - deadlineNanos >= 0;
  }

  /** What gives back the slot when this ends; at once where it has ended already. */
  void onEnd(Runnable giveBack) {
    slot.set(giveBack);
    if (isDone()) {
      release();
    }
  }

  private void release() {
    Runnable giveBack = slot.getAndSet(null);
    if (giveBack != null) {
      giveBack.run();
    }
  }

  /** Whether the reply repeats this question; see {@link QueryWire#isRepeated}. */
  boolean isAnsweredBy(byte[] reply) {
    return QueryWire.isRepeated(query, reply);
  }

  void complete(byte[] reply) {
    BiConsumer<byte[], Throwable> waiting = whenDone.getAndSet(null);
    if (waiting != null) {
      release();
      reply[0] = query[0];
      reply[1] = query[1];
      waiting.accept(reply, null);
    }
  }

  void fail(Exception reason) {
    BiConsumer<byte[], Throwable> waiting = whenDone.getAndSet(null);
    if (waiting != null) {
      release();
      waiting.accept(null, reason);
    }
  }
}
