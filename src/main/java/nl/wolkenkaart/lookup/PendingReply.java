package nl.wolkenkaart.lookup;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** A message that was sent and whose reply is awaited. Ends exactly once. */
final class PendingReply {
  private final byte[] query;
  private final long deadlineNanos;

  /** Emptied when it ends, so that a queue that still holds this does not hold the reply. */
  private final AtomicReference<CompletableFuture<byte[]>> future =
      new AtomicReference<>(new CompletableFuture<>());

  private final AtomicReference<Runnable> slot = new AtomicReference<>();

  PendingReply(byte[] query, long deadlineNanos) {
    this.query = query;
    this.deadlineNanos = deadlineNanos;
  }

  CompletableFuture<byte[]> future() {
    return future.get();
  }

  byte[] query() {
    return query;
  }

  boolean isDone() {
    return future.get() == null;
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
    CompletableFuture<byte[]> waiting = future.getAndSet(null);
    if (waiting != null) {
      release();
      reply[0] = query[0];
      reply[1] = query[1];
      waiting.complete(reply);
    }
  }

  void fail(Exception reason) {
    CompletableFuture<byte[]> waiting = future.getAndSet(null);
    if (waiting != null) {
      release();
      waiting.completeExceptionally(reason);
    }
  }
}
