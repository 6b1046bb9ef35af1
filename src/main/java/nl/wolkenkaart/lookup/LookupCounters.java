package nl.wolkenkaart.lookup;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What a client has done so far, as anybody may read while it works. */
public final class LookupCounters {
  private final LongAdder domains = new LongAdder();
  private final LongAdder sent = new LongAdder();
  private final Map<AnswerStatus, LongAdder> ended = new EnumMap<>(AnswerStatus.class);
  private LookupFigures taken = LookupFigures.none();

  public LookupCounters() {
    for (AnswerStatus status : AnswerStatus.values()) {
      ended.put(status, new LongAdder());
    }
  }

  /**
   * Domains are done: all of their questions ended, now or in an earlier run. One that is asked
   * again by a second pass was done before.
   */
  public void domainsDone(int count) {
    domains.add(count);
  }

  void sent() {
    sent.increment();
  }

  void ended(AnswerStatus status) {
    ended.get(status).increment();
  }

  /** All figures; a question that ends meanwhile may be in some and not yet in others. */
  public LookupFigures soFar() {
    Map<AnswerStatus, Long> byStatus = new EnumMap<>(AnswerStatus.class);
    ended.forEach((status, n) -> byStatus.put(status, n.sum()));
    return new LookupFigures(domains.sum(), sent.sum(), byStatus);
  }

  /**
   * What nobody has taken yet: added up over all calls, every question is there once. For those who
   * share a client and each count a part of its work.
   */
  public synchronized LookupFigures take() {
    LookupFigures now = soFar();
    LookupFigures fresh = now.since(taken);
    taken = now;
    return fresh;
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
