package nl.wolkenkaart.lookup;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a client has done by a moment, or between two.
 *
 * @param domains domains all of whose questions ended
 * @param sent questions sent, each attempt counted
 * @param ended questions that ended, by status; each status is there
 */
public record LookupFigures(long domains, long sent, Map<AnswerStatus, Long> ended) {

  public LookupFigures {
    ended = new EnumMap<>(ended);
  }

  /** What a client has done that has not begun. */
  public static LookupFigures none() {
    Map<AnswerStatus, Long> ended = new EnumMap<>(AnswerStatus.class);
    for (AnswerStatus status : AnswerStatus.values()) {
      ended.put(status, 0L);
    }
    return new LookupFigures(0, 0, ended);
  }

  /** What was done after the earlier moment. */
  public LookupFigures since(LookupFigures earlier) {
    Map<AnswerStatus, Long> fresh = new EnumMap<>(ended);
    fresh.replaceAll((status, n) -> n - earlier.ended.get(status));
    return new LookupFigures(domains - earlier.domains, sent - earlier.sent, fresh);
  }

  /** Questions that ended with an answer. */
  public long answered() {
    return sum(true);
  }

  /** Questions that ended without one. */
  public long failed() {
    return sum(false);
  }

  private long sum(boolean answers) {
    long sum = 0;
    for (Map.Entry<AnswerStatus, Long> status : ended.entrySet()) {
      sum += status.getKey().isAnswer() == answers ? status.getValue() : 0;
    }
    return sum;
  }
}
