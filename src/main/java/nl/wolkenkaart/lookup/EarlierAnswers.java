package nl.wolkenkaart.lookup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of a domain from an earlier pass or run: answers that stand, and failures. */
final class EarlierAnswers {
  private final Map<Question, PlannedAnswer> byQuestion = new HashMap<>();
  private final Map<String, PlannedAnswer> byId = new HashMap<>();

  EarlierAnswers(List<PlannedAnswer> answers) {
    for (PlannedAnswer answer : answers) {
      byQuestion.putIfAbsent(answer.answer().question(), answer);
      byId.putIfAbsent(answer.id(), answer);
    }
  }

  /** Whether more questions failed than were answered. */
  boolean mostlyFailed() {
    long failed = byQuestion.values().stream().filter(a -> a.answer().status().isFailure()).count();
    return failed > byQuestion.size() - failed;
  }

  /**
   * What became of a question, null when it was not asked. A control that an earlier day made up
   * serves as well as today's.
   */
  Answer find(PlannedQuestion planned, Question question) {
    PlannedAnswer found = byQuestion.get(question);
    if (found == null && planned.isControl()) {
      found = byId.get(planned.id());
    }
    return found == null ? null : found.answer();
  }
}
