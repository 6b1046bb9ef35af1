package nl.wolkenkaart.provider;

import java.util.ArrayList;
import java.util.List;
import nl.wolkenkaart.observation.AnswerIndex;

/**
 * Says who receives a domain's mail and who keeps it, from what was seen in DNS alone. Pure: the
 * same answers give the same attribution, whatever the order of their records. Safe for any number
 * of threads.
 *
 * <p>The steps: is there mail ({@link MailPresence}); who receives it ({@link Receivers}); what
 * else is seen ({@link Signals}); who stands behind the receiver ({@link BackendLadder}); where the
 * server stands ({@link Hosting}). Status {@code lookup_failed} keeps the receiver where that is
 * known. Without a backend its confidence is {@code unknown}. {@code server_country} is null: DNS
 * does not tell it.
 */
public final class Classifier {
  private final Catalogue catalogue;
  private final AddressRanges ranges;
  private final Receivers receivers;
  private final BackendLadder ladder;

  public Classifier(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.ranges = new AddressRanges(catalogue);
    this.receivers = new Receivers(catalogue);
    this.ladder = new BackendLadder(catalogue);
  }

  /** Classifies one domain. Never fails, whatever text the answers hold. */
  public DomainAttribution classify(AnswerIndex index) {
    MailPresence presence = MailPresence.of(index);
    if (presence.hasNoMail()) {
      return noMail(index.domain(), presence);
    }
    OwnNames own = new OwnNames(index.domain());
    Signals signals = Signals.of(index, own, catalogue, ranges);
    if (presence.status().equals(MailStatus.LOOKUP_FAILED)) {
      return notAnswered(index.domain(), presence, signals);
    }
    boolean implicit = presence.status().equals(MailStatus.IMPLICIT_MX);
    Receiver receiver =
        implicit ? Receiver.NOBODY_KNOWN : receivers.of(presence.hosts(), own, new Networks(index));
    Backend backend = ladder.climb(receiver, signals, implicit);
    List<Finding> findings = new ArrayList<>(presence.notes());
    findings.addAll(receiver.findings());
    findings.addAll(signals.findings());
    findings.addAll(backend.notes());
    return attribution(index.domain(), receiver, backend, signals.client().own(), findings);
  }

  private static DomainAttribution noMail(String domain, MailPresence presence) {
    Backend nobody =
        new Backend(
            Operator.NONE, Confidence.UNKNOWN, presence.status(), presence.rule(), List.of());
    Receiver receiver =
        new Receiver(Operator.NONE, false, "", List.of(), false, Hosting.NONE, List.of());
    return attribution(domain, receiver, nobody, false, presence.notes());
  }

  private static DomainAttribution notAnswered(
      String domain, MailPresence presence, Signals signals) {
    List<Finding> findings = new ArrayList<>(presence.notes());
    findings.addAll(signals.findings());
    Backend unknown = Backend.undecided(presence.status(), presence.rule(), List.of());
    return attribution(domain, Receiver.NOBODY_KNOWN, unknown, signals.client().own(), findings);
  }

  private static DomainAttribution attribution(
      String domain,
      Receiver receiver,
      Backend backend,
      boolean hybridPossible,
      List<Finding> findings) {
    return DomainAttribution.newBuilder()
        .setDomain(domain)
        .setStatus(backend.status())
        .setReceiver(receiver.operator().id())
        .setReceiverIsGateway(receiver.operator().isGateway())
        .setReceiverJurisdiction(receiver.operator().jurisdiction())
        .setBackend(backend.operator().id())
        .setBackendConfidence(backend.confidence())
        .setBackendJurisdiction(backend.operator().jurisdiction())
        .setServerCountry(null)
        .setHosting(receiver.hosting())
        .setHybridPossible(hybridPossible)
        .setRule(backend.rule())
        .setEvidence(Finding.evidence(findings))
        .build();
  }
}
