package nl.wolkenkaart.lookup;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What a client has done so far, as anybody may read while it works. */
public final class LookupCounters {
  private final LongAdder sent = new LongAdder();
  private final Map<AnswerStatus, LongAdder> ended = new EnumMap<>(AnswerStatus.class);

  public LookupCounters() {
    for (AnswerStatus status : AnswerStatus.values()) {
      ended.put(status, new LongAdder());
    }
  }

  void sent() {
    sent.increment();
  }

  void ended(AnswerStatus status) {
    ended.get(status).increment();
  }

  /** Questions sent, each attempt counted. */
  public long sentSoFar() {
    return sent.sum();
  }

  /** Questions that ended with this status. */
  public long endedSoFar(AnswerStatus status) {
    return ended.get(status).sum();
  }

  /** Questions that ended, whatever their status. */
  public long endedSoFar() {
    return ended.values().stream().mapToLong(LongAdder::sum).sum();
  }
}
