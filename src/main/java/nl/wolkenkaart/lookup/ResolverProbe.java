package nl.wolkenkaart.lookup;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Asks now and then, while no answer comes, a question that was answered before. Where only names
 * are left whose name servers are dead, their silence would otherwise pass for that of the
 * resolvers.
 */
final class ResolverProbe {
  private static final long EVERY_NANOS = Duration.ofMillis(400).toNanos();

  private final AtomicBoolean underWay = new AtomicBoolean();
  private volatile Question answered;
  private long quietNanos;
  private long answersBefore;

  /** Takes note of a question that was answered. */
  void learn(List<PlannedAnswer> answers) {
    for (PlannedAnswer planned : answers) {
      if (planned.answer().status().isAnswer()) {
        answered = planned.answer().question();
        return;
      }
    }
  }

  /**
   * Time passes; asks where no answer came for a while and no probe is under way. Called by one
   * thread.
   */
  void passes(long nanos, LookupCounters counters, DnsClient client) {
    long answers = 0;
    for (AnswerStatus status : AnswerStatus.values()) {
      answers += status.isAnswer() ? counters.endedSoFar(status) : 0;
    }
    quietNanos = answers == answersBefore ? quietNanos + nanos : 0;
    answersBefore = answers;
    Question question = answered;
    if (quietNanos >= EVERY_NANOS && question != null && underWay.compareAndSet(false, true)) {
      quietNanos = 0;
      client.ask(question, answer -> underWay.set(false));
    }
  }
}
