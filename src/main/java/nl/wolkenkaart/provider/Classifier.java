package nl.wolkenkaart.provider;

import java.util.ArrayList;
import java.util.List;
import nl.wolkenkaart.observation.AnswerIndex;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Says who receives a domain's mail and who keeps it, from what was seen in DNS alone. Pure: the
 * same answers give the same attribution, whatever the order of their records. Safe for any number
 * of threads.
 *
 * <p>The steps: is there mail ({@link MailPresence}); who receives it ({@link Receivers}); what
 * else is seen ({@link Signals}); who stands behind the receiver ({@link BackendLadder}); where the
 * server stands ({@link Hosting}). Beside it, and without a say in it: name servers, website,
 * services and how the mail is secured. Status {@code lookup_failed} keeps the receiver where that
 * is known. Without a backend its confidence is {@code unknown}. {@code server_country} comes from
 * a table of addresses ({@link ServerCountry}); DNS does not tell it.
 */
public final class Classifier {
  private final Catalogue catalogue;
  private final AddressRanges ranges;
  private final Receivers receivers;
  private final BackendLadder ladder;
  private final WebNetworks webNetworks;
  private final AddressTable addresses;

  /** A classifier that knows of no table of addresses. */
  public Classifier(Catalogue catalogue) {
    this(catalogue, AddressTable.none());
  }

  /** A classifier that looks servers up in a table of addresses, which its owner closes. */
  public Classifier(Catalogue catalogue, AddressTable addresses) {
    this.catalogue = catalogue;
    this.addresses = addresses;
    this.ranges = new AddressRanges(catalogue);
    this.receivers = new Receivers(catalogue);
    this.ladder = new BackendLadder(catalogue);
    this.webNetworks = new WebNetworks(catalogue);
  }

  /** Classifies one domain. Never fails, whatever text the answers hold. */
  public DomainAttribution classify(AnswerIndex index) {
    MailPresence presence = MailPresence.of(index);
    OwnNames own = new OwnNames(index.domain());
    Wildcards wildcards = new Wildcards(index);
    Networks networks = new Networks(index);
    Signals signals = Signals.of(index, wildcards, own, catalogue, ranges);
    Receiver receiver = receiver(presence, own, networks);
    Backend backend = backend(presence, receiver, signals);
    List<MailHost> hosts =
        presence.hosts().hosts().isEmpty() ? List.of() : presence.hosts().mostPreferred();
    ServerCountry country = ServerCountry.of(hosts, networks, catalogue, addresses);
    List<Finding> findings = new ArrayList<>(presence.notes());
    findings.addAll(country.findings());
    if (!presence.hasNoMail()) {
      findings.addAll(receiver.findings());
      findings.addAll(signals.findings());
      findings.addAll(backend.notes());
    }
    return attribution(
        new DomainFacts(
            index,
            own,
            wildcards,
            networks,
            hosts,
            country.country(),
            signals,
            receiver,
            backend,
            findings,
            backendPossible(backend, findings),
            NameServers.of(index, own, catalogue),
            Website.of(index, catalogue)));
  }

  private Receiver receiver(MailPresence presence, OwnNames own, Networks networks) {
    if (presence.hasNoMail()) {
      return Receiver.NOBODY;
    }
    return presence.hosts().hosts().isEmpty()
        ? Receiver.NOBODY_KNOWN
        : receivers.of(presence.hosts(), own, networks);
  }

  private Backend backend(MailPresence presence, Receiver receiver, Signals signals) {
    if (presence.hasNoMail()) {
      return new Backend(
          Operator.NONE, Confidence.UNKNOWN, presence.status(), presence.rule(), List.of());
    }
    if (presence.status().equals(MailStatus.LOOKUP_FAILED)) {
      return Backend.undecided(presence.status(), presence.rule(), List.of());
    }
    return ladder.climb(receiver, signals, presence.status().equals(MailStatus.IMPLICIT_MX));
  }

  /** Whom weaker evidence names where the backend is not decided. */
  private List<PossibleOperator> backendPossible(Backend backend, List<Finding> findings) {
    if (!backend.operator().equals(Operator.UNKNOWN)) {
      return List.of();
    }
    return findings.stream()
        .filter(f -> f.points() > 0 && f.provider() != null)
        .map(Finding::provider)
        .distinct()
        .sorted()
        .map(id -> new PossibleOperator(id, jurisdiction(id)))
        .toList();
  }

  private @Nullable String jurisdiction(String id) {
    return catalogue.provider(id).map(Provider::jurisdiction).orElse(null);
  }

  private List<PossibleOperator> receiverPossible(Receiver receiver) {
    return receiver.severalOperators()
        ? receiver.operators().stream()
            .map(operator -> new PossibleOperator(operator.id(), operator.jurisdiction()))
            .toList()
        : List.of();
  }

  /** A server beside that of a mailbox provider: whoever runs the mail alone has no other. */
  private static boolean isHybrid(DomainFacts facts) {
    Provider backend = facts.backend().operator().provider();
    return backend != null
        && backend.kind() == Kind.MAILBOX
        && facts.signals().client().elsewhere();
  }

  private static List<Network> receiverNetworks(DomainFacts facts) {
    return facts.hosts().stream()
        .flatMap(host -> host.addresses().stream())
        .flatMap(address -> facts.networks().numbers(address).stream())
        .distinct()
        .sorted()
        .map(number -> new Network(number, Finding.printable(facts.networks().name(number))))
        .toList();
  }

  private DomainAttribution attribution(DomainFacts facts) {
    Receiver receiver = facts.receiver();
    Backend backend = facts.backend();
    return DomainAttribution.newBuilder()
        .setDomain(facts.index().domain())
        .setStatus(backend.status())
        .setReceiver(receiver.operator().id())
        .setReceiverIsGateway(receiver.operator().isGateway())
        .setReceiverJurisdiction(receiver.operator().jurisdiction())
        .setBackend(backend.operator().id())
        .setBackendConfidence(backend.confidence())
        .setBackendJurisdiction(backend.operator().jurisdiction())
        .setServerCountry(facts.serverCountry())
        .setHosting(receiver.hosting())
        .setHybridPossible(isHybrid(facts))
        .setRule(backend.rule())
        .setEvidence(Finding.evidence(facts.findings()))
        .setReceiverNetworks(receiverNetworks(facts))
        .setReceiverPossible(receiverPossible(receiver))
        .setBackendPossible(facts.backendPossible())
        .setDnsProvider(facts.nameServers().operator())
        .setWebProvider(facts.website().operator(facts.own(), facts.networks(), webNetworks))
        .setSenders(facts.signals().spf().senders())
        .setPosture(
            Postures.of(
                facts.index(), facts.own(), catalogue, facts.signals().spf(), facts.hosts()))
        .setServices(ServiceSigns.of(facts, catalogue.services()))
        .setTenants(facts.signals().dkim().tenants())
        .build();
  }
}
