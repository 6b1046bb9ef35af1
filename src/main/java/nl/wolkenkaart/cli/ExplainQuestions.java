package nl.wolkenkaart.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.wolkenkaart.lookup.AnswerStatus;
import nl.wolkenkaart.observation.DomainObservation;
import nl.wolkenkaart.observation.ObservedAnswer;

/**
 * What was asked, and what became of it.
 *
 * @param failed questions without an answer
 * @param absent questions about the domain's own mail that were answered: there is nothing
 * @param resolvers who answered
 * @param last when the last answer was in; empty when nothing was asked
 */
record ExplainQuestions(
    List<ObservedAnswer> failed,
    List<ObservedAnswer> absent,
    List<String> resolvers,
    Optional<Instant> last) {

  static ExplainQuestions of(DomainObservation observed) {
    List<ObservedAnswer> failed = new ArrayList<>();
    List<ObservedAnswer> absent = new ArrayList<>();
    for (ObservedAnswer answer : observed.getAnswers()) {
      if (isFailure(answer)) {
        failed.add(answer);
      } else if (answer.getRecords().isEmpty() && answer.getChain().isEmpty()) {
        absent.add(answer);
      }
    }
    return new ExplainQuestions(
        failed,
        absent,
        observed.getAnswers().stream()
            .map(ObservedAnswer::getResolver)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList(),
        observed.getAnswers().stream()
            .map(ObservedAnswer::getObservedAt)
            .max(Comparator.naturalOrder()));
  }

  /** Whether no answer came; a status that this program does not know is none. */
  static boolean isFailure(ObservedAnswer answer) {
    for (AnswerStatus status : AnswerStatus.values()) {
      if (status.name().equals(answer.getStatus())) {
        return status.isFailure();
      }
    }
    return true;
  }
}
