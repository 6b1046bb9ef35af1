package nl.wolkenkaart.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;

/** What one domain's evidence names, and how it adds up. */
final class BackendEvidence {
  private final Catalogue catalogue;
  final Receiver receiver;
  final Signals signals;
  final boolean implicit;

  /** Who receives and keeps mailboxes. */
  final @Nullable Provider direct;

  final @Nullable Provider dkim;
  final @Nullable Provider client;

  BackendEvidence(Catalogue catalogue, Receiver receiver, Signals signals, boolean implicit) {
    this.catalogue = catalogue;
    this.receiver = receiver;
    this.signals = signals;
    this.implicit = implicit;
    Operator operator = receiver.operator();
    this.direct = operator.keepsMailboxes() ? operator.provider() : null;
    List<Provider> keys = signals.dkim().mailboxProviders();
    this.dkim = keys.size() == 1 ? keys.get(0) : null;
    this.client = signals.client().provider();
  }

  /** Whether two signals of weight stand against the one that would decide. */
  boolean opposed() {
    if (direct != null && direct.kind() == Kind.MAILBOX) {
      return isRival(dkim, direct) && isRival(client, direct);
    }
    return signals.dkim().mailboxProviders().size() > 1;
  }

  private static boolean isRival(@Nullable Provider provider, Provider than) {
    return provider != null
        && provider.kind() == Kind.MAILBOX
        && !provider.company().id().equals(than.company().id());
  }

  Backend decided(Provider provider) {
    boolean isDirect = direct != null && direct.id().equals(provider.id());
    boolean doubted =
        isRival(dkim, provider)
            || isRival(client, provider)
            || signals.dkim().mailboxProviders().stream().anyMatch(p -> isRival(p, provider))
            || receiver.backups().stream().anyMatch(p -> isRival(p, provider));
    boolean strong = isDirect || isNamedBy(provider) || receiver.operator().isGateway();
    boolean capped =
        doubted
            || !strong
            || implicit
            || receiver.severalOperators()
            || signals.client().elsewhere();
    List<Finding> notes = new ArrayList<>();
    if (doubted) {
      notes.add(Finding.note("evidence for other providers as well: at most medium", "doubted"));
    }
    return new Backend(
        Operator.of(provider),
        Confidence.of(provider.id(), findings(), isDirect, capped),
        status(),
        rule(provider, isDirect),
        notes);
  }

  private boolean isNamedBy(Provider provider) {
    return Stream.of(dkim, client)
        .filter(Objects::nonNull)
        .anyMatch(p -> p.id().equals(provider.id()));
  }

  private String status() {
    if (implicit) {
      return MailStatus.IMPLICIT_MX;
    }
    return receiver.severalOperators() ? MailStatus.CONFLICT : MailStatus.OK;
  }

  private List<Finding> findings() {
    List<Finding> all = new ArrayList<>(receiver.findings());
    all.addAll(signals.findings());
    return all;
  }

  /** The families of evidence for a provider, in the order of {@link Rules}. */
  private String rule(Provider provider, boolean isDirect) {
    List<String> families = new ArrayList<>();
    if (isDirect) {
      families.add("mx-direct");
    }
    addIf(families, "dkim", provider, Signal.DKIM);
    addIf(families, "autodiscover", provider, Signal.AUTODISCOVER, Signal.AUTODISCOVER_SRV);
    addIf(families, "mx-backup", provider, Signal.MX_BACKUP);
    addIf(families, "dkim-google", provider, Signal.DKIM_GOOGLE);
    addIf(families, "spf", provider, Signal.SPF);
    return String.join("+", families);
  }

  private void addIf(List<String> families, String word, Provider provider, Signal... any) {
    Set<Signal> wanted = Set.of(any);
    if (findings().stream()
        .anyMatch(
            f ->
                wanted.contains(f.signal())
                    && f.points() > 0
                    && provider.id().equals(f.provider()))) {
      families.add(word);
    }
  }

  /** The questions without whose answers silence says nothing. */
  Set<String> notAnswered(boolean ownOrOther) {
    Set<String> questions = new TreeSet<>(signals.notAnswered());
    if (ownOrOther && signals.txtFailed()) {
      questions.add("txt");
    }
    if (receiver.networkFailed()) {
      questions.add("network of the mail host");
    }
    return questions;
  }

  /**
   * Whether something weaker names a mailbox provider. Against an own client set-up only that
   * counts which shows mail: SPF's own include, or an accepted domain. A hosting company is named
   * by nearly every SPF record of its customers for names and web sites, so its include counts only
   * where the own mail host stands in its network as well: two traces of the same company.
   */
  boolean pointsElsewhere(boolean ownClient) {
    return signals.findings().stream()
        .filter(f -> f.points() > 0)
        .anyMatch(
            f ->
                isOfMailboxProvider(f)
                    ? isWeighty(f, ownClient)
                    : !ownClient && f.signal() == Signal.SPF && standsWith(f));
  }

  private static boolean isWeighty(Finding finding, boolean ownClient) {
    return switch (finding.signal()) {
      case SPF, EOP_NAME, DKIM_GOOGLE -> true;
      case TXT_TOKEN -> !ownClient;
      default -> false;
    };
  }

  /** Whether the own mail host stands in a network of the hosting company that a line names. */
  private boolean standsWith(Finding finding) {
    return receiver.operator().isSelf()
        && catalogue
            .provider(String.valueOf(finding.provider()))
            .filter(provider -> provider.kind() == Kind.ISP_HOSTING)
            .filter(provider -> provider.asns().stream().anyMatch(receiver.networks()::contains))
            .isPresent();
  }

  private boolean isOfMailboxProvider(Finding finding) {
    return catalogue
        .provider(String.valueOf(finding.provider()))
        .filter(provider -> provider.kind() == Kind.MAILBOX)
        .isPresent();
  }

  Backend undecided(String status, String rule) {
    Set<String> missing = notAnswered(receiver.operator().isSelf());
    String of = implicit && !status.equals(MailStatus.CONFLICT) ? MailStatus.IMPLICIT_MX : status;
    boolean several = receiver.severalOperators();
    List<Finding> notes =
        missing.isEmpty()
            ? List.of()
            : List.of(Finding.note("not answered: " + String.join(", ", missing), rule));
    return Backend.undecided(several ? MailStatus.CONFLICT : of, rule, notes);
  }
}
