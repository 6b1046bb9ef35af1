package nl.wolkenkaart.observation;

import java.util.Comparator;
import java.util.List;
import nl.wolkenkaart.lookup.Answer;
import nl.wolkenkaart.lookup.AnswerStatus;
import nl.wolkenkaart.lookup.PlannedAnswer;
import nl.wolkenkaart.lookup.Question;
import nl.wolkenkaart.lookup.ResourceRecord;

/** Makes the record of a domain from its answers. */
public final class Observations {
  private static final Comparator<ObservedAnswer> ORDER =
      Comparator.comparing(ObservedAnswer::getQuestion)
          .thenComparing(ObservedAnswer::getName)
          .thenComparing(ObservedAnswer::getType);

  private Observations() {}

  /**
   * The record of one domain.
   *
   * @param plan identifier of the plan that was asked
   */
  public static DomainObservation of(String domain, String plan, List<PlannedAnswer> answers) {
    return DomainObservation.newBuilder()
        .setDomain(domain)
        .setPlan(plan)
        .setAnswers(answers.stream().map(Observations::answer).sorted(ORDER).toList())
        .build();
  }

  /** The answers of a record, as they were before they were one. */
  public static List<PlannedAnswer> answers(DomainObservation observation) {
    return observation.getAnswers().stream()
        .map(answer -> new PlannedAnswer(answer.getQuestion(), answer(answer)))
        .toList();
  }

  /** Whether every question of a record has its answer. */
  public static boolean isComplete(DomainObservation observation) {
    return observation.getAnswers().stream().noneMatch(Observations::isFailure);
  }

  static boolean isFailure(ObservedAnswer answer) {
    return AnswerStatus.valueOf(answer.getStatus()).isFailure();
  }

  private static Answer answer(ObservedAnswer observed) {
    return new Answer(
        new Question(observed.getName(), observed.getType()),
        AnswerStatus.valueOf(observed.getStatus()),
        observed.getReason(),
        observed.getRecords().stream().map(Observations::record).toList(),
        observed.getChain(),
        observed.getAuthenticated(),
        observed.getCut(),
        observed.getResolver(),
        observed.getAttempts(),
        observed.getObservedAt(),
        observed.getRoundTripMs());
  }

  private static ResourceRecord record(ObservedRecord observed) {
    return new ResourceRecord(
        observed.getName(), observed.getType(), observed.getTtl(), observed.getData());
  }

  private static ObservedAnswer answer(PlannedAnswer planned) {
    Answer answer = planned.answer();
    return ObservedAnswer.newBuilder()
        .setQuestion(planned.id())
        .setName(answer.question().name())
        .setType(answer.question().type())
        .setStatus(answer.status().name())
        .setReason(answer.reason())
        .setRecords(answer.records().stream().map(Observations::record).toList())
        .setChain(answer.chain())
        .setAuthenticated(answer.authenticated())
        .setCut(answer.cut())
        .setResolver(answer.resolver())
        .setAttempts(answer.attempts())
        .setObservedAt(answer.observedAt())
        .setRoundTripMs(answer.roundTripMillis())
        .build();
  }

  private static ObservedRecord record(ResourceRecord record) {
    return new ObservedRecord(record.name(), record.type(), record.ttl(), record.data());
  }
}
