package nl.wolkenkaart.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import nl.wolkenkaart.cli.ExplainChange.Kind;
import nl.wolkenkaart.observation.DomainObservation;
import nl.wolkenkaart.observation.ObservedAnswer;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.provider.Confidence;
import nl.wolkenkaart.provider.DomainAttribution;
import nl.wolkenkaart.provider.Evidence;
import nl.wolkenkaart.provider.Provider;

/**
 * Finds out what would have changed a verdict, by classifying again what was not seen: the
 * observation with each part thought away, with parts put in, with failures answered. Where no part
 * alone decides on the backend, the smallest sets of parts that do are looked for.
 */
final class ExplainChanges {
  private static final int MOST_TOGETHER = 3;
  private static final int MOST_CANDIDATES = 2;

  /** Stands for mailbox providers where the evidence names none. */
  private static final String EXAMPLE = "microsoft-365";

  private final ExplainCustomers survey;
  private final Catalogue catalogue;
  private final DomainObservation observed;
  private final DomainAttribution now;
  private final List<ExplainChange> changes = new ArrayList<>();
  private final List<ExplainPart> idle = new ArrayList<>();

  /**
   * @param now what a survey says of what was observed
   */
  ExplainChanges(
      ExplainCustomers survey,
      Catalogue catalogue,
      DomainObservation observed,
      DomainAttribution now) {
    this.survey = survey;
    this.catalogue = catalogue;
    this.observed = observed;
    this.now = now;
    if (!now.getBackend().equals("none")) {
      thinkAway();
      putIn();
    }
    answerFailures();
  }

  /** What would have changed the verdict. */
  List<ExplainChange> changes() {
    return changes;
  }

  /** Parts that are there, and without any one of which the verdict would be the same. */
  List<ExplainPart> withoutEffect() {
    return idle;
  }

  private void thinkAway() {
    List<ExplainPart> present = new ArrayList<>();
    boolean decided = false;
    for (ExplainPart part : ExplainPart.values()) {
      DomainObservation without = part.awayFrom(observed);
      if (without.equals(observed)) {
        continue;
      }
      present.add(part);
      DomainAttribution then = classify(without);
      if (differs(then) || (part == ExplainPart.NETWORK && differsInPlace(then))) {
        changes.add(new ExplainChange(Kind.WITHOUT, List.of(part), null, then));
        decided |= !sameBackend(then);
      } else {
        idle.add(part);
      }
    }
    for (int size = 2; size <= MOST_TOGETHER && !decided; size++) {
      decided = together(present, List.of(), size, observed);
    }
  }

  /** Whether some set of so many parts, taken away together, gives another backend. */
  private boolean together(
      List<ExplainPart> from, List<ExplainPart> taken, int more, DomainObservation rest) {
    if (more == 0) {
      DomainAttribution then = classify(rest);
      boolean other = !sameBackend(then);
      if (other) {
        changes.add(new ExplainChange(Kind.WITHOUT, taken, null, then));
      }
      return other;
    }
    boolean found = false;
    for (int i = 0; i < from.size(); i++) {
      List<ExplainPart> now = new ArrayList<>(taken);
      now.add(from.get(i));
      List<ExplainPart> later = from.subList(i + 1, from.size());
      found |= together(later, now, more - 1, from.get(i).awayFrom(rest));
    }
    return found;
  }

  private void putIn() {
    if (now.getBackendConfidence().equals(Confidence.CERTAIN)) {
      return;
    }
    for (Provider provider : candidates()) {
      for (ExplainPart part : ExplainPart.values()) {
        part.puttingIn(observed, provider)
            .map(this::classify)
            .filter(then -> !sameBackend(then) || !sameConfidence(then))
            .ifPresent(
                then -> changes.add(new ExplainChange(Kind.WITH, List.of(part), provider, then)));
      }
    }
  }

  /**
   * The backend; where it is not in the catalogue, mailbox providers that the evidence hints at.
   */
  private List<Provider> candidates() {
    Optional<Provider> backend = catalogue.provider(now.getBackend());
    if (backend.isPresent()) {
      return List.of(backend.get());
    }
    List<Provider> hinted =
        now.getEvidence().stream()
            .filter(line -> line.getPoints() > 0)
            .map(Evidence::getProvider)
            .filter(Objects::nonNull)
            .distinct()
            .flatMap(id -> catalogue.provider(id).stream())
            .filter(Provider::keepsMailboxes)
            .limit(MOST_CANDIDATES)
            .toList();
    return hinted.isEmpty() ? catalogue.provider(EXAMPLE).stream().toList() : hinted;
  }

  private void answerFailures() {
    TreeSet<String> failed = new TreeSet<>();
    List<ObservedAnswer> answers = new ArrayList<>();
    for (ObservedAnswer answer : observed.getAnswers()) {
      boolean fails = ExplainQuestions.isFailure(answer);
      answers.add(
          fails
              ? ObservedAnswer.newBuilder(answer).setStatus("NODATA").setReason(null).build()
              : answer);
      if (fails) {
        failed.add(answer.getQuestion());
      }
    }
    // That there is no MX is too much to suppose.
    if (failed.isEmpty() || failed.contains("mx")) {
      return;
    }
    DomainAttribution then =
        classify(new DomainObservation(observed.getDomain(), observed.getPlan(), answers));
    if (differs(then)) {
      changes.add(new ExplainChange(Kind.ANSWERED, List.of(), null, then));
    }
  }

  private DomainAttribution classify(DomainObservation other) {
    return survey.classify(other);
  }

  private boolean differs(DomainAttribution then) {
    return !sameBackend(then) || !sameConfidence(then) || !now.getStatus().equals(then.getStatus());
  }

  private boolean differsInPlace(DomainAttribution then) {
    return !now.getReceiver().equals(then.getReceiver())
        || !now.getHosting().equals(then.getHosting());
  }

  private boolean sameBackend(DomainAttribution then) {
    return now.getBackend().equals(then.getBackend());
  }

  private boolean sameConfidence(DomainAttribution then) {
    return now.getBackendConfidence().equals(then.getBackendConfidence());
  }
}
