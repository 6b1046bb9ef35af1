package nl.wolkenkaart.provider;

import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Filters that the catalogue does not have, known by the company they keep: whoever receives the
 * mail of many organisations whose mailboxes are visibly elsewhere passes mail on. It counts
 * domains by the registrable domain of their mail host, so it needs all domains of a run.
 *
 * <p>A receiver {@code other:X} is a filter when it receives for at least {@value #FEWEST_DOMAINS}
 * domains of the run and the backend of at least half of them was found elsewhere (by DKIM, by
 * autodiscover, by a less preferred mail host). Then it is nobody's backend any more: where nothing
 * else shows, the backend is unknown, as it is behind a listed filter. One that keeps mailboxes for
 * some and filters for others falls on the careful side.
 */
final class SharedFilters {
  /** Of fewer the half may be chance. */
  static final int FEWEST_DOMAINS = 5;

  private static final String OTHER = "other:";

  private SharedFilters() {}

  /**
   * What a receiver does for the domains of a run.
   *
   * @param domains how many it receives for
   * @param elsewhere how many of them have a backend that is another's
   */
  record Customers(long domains, long elsewhere) {
    boolean tellFilter() {
      return domains >= FEWEST_DOMAINS && 2 * elsewhere >= domains;
    }
  }

  /** Whether the catalogue does not have the receiver of a domain. */
  static boolean isUnlisted(DomainAttribution domain) {
    return domain.getReceiver().startsWith(OTHER);
  }

  /** Whether a domain's mailboxes are visibly with another than its receiver. */
  static boolean isElsewhere(DomainAttribution domain) {
    return !domain.getBackend().equals(domain.getReceiver())
        && !domain.getBackend().equals(Operator.UNKNOWN.id());
  }

  /**
   * What is said of a domain once the customers of its receiver are known; the same object where
   * nothing changes.
   */
  static DomainAttribution apply(DomainAttribution domain, Customers of, Catalogue catalogue) {
    if (!isUnlisted(domain) || !of.tellFilter()) {
      return domain;
    }
    List<Evidence> evidence = new ArrayList<>(domain.getEvidence());
    evidence.add(
        new Evidence(
            Signal.NOTE.word,
            domain.getReceiver().substring(OTHER.length())
                + " receives for "
                + of.domains()
                + " domains, of which "
                + of.elsewhere()
                + " have their mailboxes elsewhere",
            domain.getReceiver(),
            Finding.RECEIVER,
            0,
            Rules.GATEWAY_SHARED));
    DomainAttribution.Builder filtered =
        DomainAttribution.newBuilder(domain).setReceiverIsGateway(true).setEvidence(evidence);
    if (!domain.getBackend().equals(domain.getReceiver())) {
      return filtered.build();
    }
    return filtered
        .setStatus(MailStatus.UNKNOWN_BACKEND)
        .setBackend(Operator.UNKNOWN.id())
        .setBackendConfidence(Confidence.UNKNOWN)
        .setBackendJurisdiction(null)
        .setBackendPossible(possible(domain, catalogue))
        .setRule(Rules.GATEWAY_SHARED)
        .build();
  }

  private static List<PossibleOperator> possible(DomainAttribution domain, Catalogue catalogue) {
    return domain.getEvidence().stream()
        .filter(line -> line.getPoints() > 0 && line.getProvider() != null)
        .map(Evidence::getProvider)
        .distinct()
        .sorted()
        .map(id -> new PossibleOperator(id, jurisdiction(id, catalogue)))
        .toList();
  }

  private static @Nullable String jurisdiction(String id, Catalogue catalogue) {
    return catalogue.provider(id).map(Provider::jurisdiction).orElse(null);
  }
}
