package nl.wolkenkaart.observation;

import java.util.Comparator;
import java.util.List;
import nl.wolkenkaart.lookup.Answer;
import nl.wolkenkaart.lookup.PlannedAnswer;
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
