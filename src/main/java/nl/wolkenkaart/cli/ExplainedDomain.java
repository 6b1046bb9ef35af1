package nl.wolkenkaart.cli;

import java.util.List;
import java.util.Optional;
import nl.wolkenkaart.observation.DomainObservation;
import nl.wolkenkaart.provider.BackendScore;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.provider.Corrections;
import nl.wolkenkaart.provider.DomainAttribution;

/**
 * Everything that an explanation tells of one domain.
 *
 * @param observed what was asked and answered
 * @param found what the evidence says
 * @param row what holds: the same, or corrected
 * @param score the points for the backend that was found
 * @param capped why the confidence is lower than the points come to; empty when it is not
 * @param changes what would have changed what was found
 * @param withoutEffect parts without any one of which it would be the same
 * @param questions what became of the questions
 * @param customers what is known of the receiver's other customers, where that matters
 * @param verdict the verdict in one line
 */
record ExplainedDomain(
    DomainObservation observed,
    DomainAttribution found,
    DomainAttribution row,
    BackendScore score,
    Optional<String> capped,
    List<ExplainChange> changes,
    List<ExplainPart> withoutEffect,
    ExplainQuestions questions,
    Optional<ExplainCustomers.Count> customers,
    String verdict) {

  static ExplainedDomain of(
      DomainObservation observed,
      ExplainCustomers survey,
      Catalogue catalogue,
      Corrections corrections) {
    DomainAttribution found = survey.classify(observed);
    DomainAttribution row = corrections.applyTo(found, null, catalogue);
    ExplainChanges changes = new ExplainChanges(survey, catalogue, observed, found);
    BackendScore score = BackendScore.of(found);
    return new ExplainedDomain(
        observed,
        found,
        row,
        score,
        capped(found, score, catalogue),
        changes.changes(),
        changes.withoutEffect(),
        ExplainQuestions.of(observed),
        survey.of(found),
        new ExplainVerdict(catalogue, row).line());
  }

  private static Optional<String> capped(
      DomainAttribution found, BackendScore score, Catalogue catalogue) {
    if (found.getBackendConfidence().equals(score.band())) {
      return Optional.empty();
    }
    if (catalogue.provider(found.getBackend()).isEmpty()) {
      return Optional.of("it follows from silence: nobody else shows");
    }
    if (found.getHybridPossible()) {
      return Optional.of("the client set-up points to an own name");
    }
    if (found.getEvidence().stream().anyMatch(line -> line.getRule().equals("doubted"))) {
      return Optional.of("the evidence names other providers as well");
    }
    return Optional.of("who receives it first is not settled, or does not lead to the provider");
  }
}
