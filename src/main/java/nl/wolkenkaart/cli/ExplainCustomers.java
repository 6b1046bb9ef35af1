package nl.wolkenkaart.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import nl.wolkenkaart.observation.AnswerIndex;
import nl.wolkenkaart.observation.DomainObservation;
import nl.wolkenkaart.observation.ObservedAnswer;
import nl.wolkenkaart.observation.ObservedRecord;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.provider.Classifier;
import nl.wolkenkaart.provider.DomainAttribution;
import nl.wolkenkaart.provider.ReceiverCustomers;
import nl.wolkenkaart.provider.Role;

/**
 * Classifies as a survey does: a domain by itself, and then by what the other customers of its
 * receiver tell (the rule {@code gateway-shared}), which needs all domains of a survey. They are
 * read only where a receiver is in question, and of those only the ones that name it are
 * classified.
 */
final class ExplainCustomers {
  private static final String OTHER = "other:";
  private final Classifier classifier;
  private final Catalogue catalogue;
  private final boolean canCount;
  private final ReceiverCustomers customers = new ReceiverCustomers();
  private long domains;

  /**
   * What is known of the customers of an unlisted receiver.
   *
   * @param receiver its registrable domain
   * @param counted whether they were counted
   * @param customers domains that it receives for
   * @param elsewhere those of them whose mailboxes are visibly elsewhere
   * @param domains domains observed in all
   */
  record Count(String receiver, boolean counted, long customers, long elsewhere, long domains) {
    String text() {
      return counted
          ? String.format(
              Locale.ROOT,
              "%s receives for %,d of %,d domains observed; %,d have their mailboxes elsewhere",
              receiver,
              customers,
              domains,
              elsewhere)
          : "not counted; whether "
              + receiver
              + " filters for many (gateway-shared) takes the observations of a survey";
    }
  }

  private ExplainCustomers(Classifier classifier, Catalogue catalogue, boolean canCount) {
    this.classifier = classifier;
    this.catalogue = catalogue;
    this.canCount = canCount;
  }

  /** For domains that were asked about by themselves. */
  static ExplainCustomers unknown(Classifier classifier, Catalogue catalogue) {
    return new ExplainCustomers(classifier, catalogue, false);
  }

  /** For domains of a survey, whose observations the folder holds. */
  static ExplainCustomers of(
      List<DomainObservation> explained,
      ObservationFolder survey,
      Classifier classifier,
      Catalogue catalogue)
      throws IOException {
    ExplainCustomers counter = new ExplainCustomers(classifier, catalogue, true);
    Set<String> receivers = new TreeSet<>();
    for (DomainObservation observation : explained) {
      DomainAttribution alone = classifier.classify(new AnswerIndex(observation));
      if (ReceiverCustomers.matterTo(alone)) {
        receivers.add(alone.getReceiver().substring(OTHER.length()));
      }
    }
    if (!receivers.isEmpty()) {
      LongAdder all = new LongAdder();
      survey
          .all(
              observation -> {
                all.increment();
                return counter.names(observation, receivers);
              })
          .forEach(o -> counter.customers.add(classifier.classify(new AnswerIndex(o))));
      counter.domains = all.sum();
    }
    return counter;
  }

  /** Whether a name that no provider has, of a mail host or its alias, has a receiver's in it. */
  private boolean names(DomainObservation observation, Set<String> receivers) {
    for (ObservedAnswer answer : observation.getAnswers()) {
      Stream<String> names =
          switch (answer.getQuestion()) {
            case "mx" ->
                answer.getRecords().stream()
                    .map(ObservedRecord::getData)
                    .map(data -> data.substring(data.indexOf(' ') + 1));
            case "mail-host-a", "mail-host-aaaa" -> answer.getChain().stream();
            default -> Stream.empty();
          };
      boolean found =
          names.anyMatch(
              name ->
                  receivers.stream().anyMatch(name::contains)
                      && catalogue.match(Role.MX, name).isEmpty());
      if (found) {
        return true;
      }
    }
    return false;
  }

  /** What a survey would say of a domain, without its corrections. */
  DomainAttribution classify(DomainObservation observation) {
    DomainAttribution alone = classifier.classify(new AnswerIndex(observation));
    return canCount ? customers.applyTo(alone, catalogue) : alone;
  }

  /** What is known of the customers of a domain's receiver; empty where they do not matter. */
  Optional<Count> of(DomainAttribution found) {
    if (!ReceiverCustomers.matterTo(found)) {
      return Optional.empty();
    }
    return Optional.of(
        new Count(
            found.getReceiver().substring(OTHER.length()),
            canCount,
            customers.domains(found.getReceiver()),
            customers.elsewhere(found.getReceiver()),
            domains));
  }
}
