package nl.wolkenkaart.observation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answers of one domain, found by the plan's question or by name and type. */
public final class AnswerIndex {
  private final DomainObservation observation;
  private final Map<String, List<ObservedAnswer>> byQuestion = new HashMap<>();
  private final Map<String, ObservedAnswer> byName = new HashMap<>();

  public AnswerIndex(DomainObservation observation) {
    this.observation = observation;
    for (ObservedAnswer answer : observation.getAnswers()) {
      byQuestion.computeIfAbsent(answer.getQuestion(), q -> new ArrayList<>()).add(answer);
      byName.putIfAbsent(key(answer.getName(), answer.getType()), answer);
    }
  }

  public String domain() {
    return observation.getDomain();
  }

  /**
   * The answer to a question that the plan asks once per domain, such as {@code mx}; empty when it
   * was not planned.
   */
  public Optional<ObservedAnswer> one(String question) {
    List<ObservedAnswer> answers = all(question);
    return answers.isEmpty() ? Optional.empty() : Optional.of(answers.get(0));
  }

  /**
   * All answers to a question that the plan asks of each followed name, such as {@code
   * mail-host-a}.
   */
  public List<ObservedAnswer> all(String question) {
    return byQuestion.getOrDefault(question, List.of());
  }

  /** The answer for a name and type, whichever question of the plan asked for it. */
  public Optional<ObservedAnswer> find(String name, String type) {
    return Optional.ofNullable(byName.get(key(name, type)));
  }

  private static String key(String name, String type) {
    return type + ' ' + name;
  }
}
