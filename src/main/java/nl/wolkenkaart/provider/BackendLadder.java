package nl.wolkenkaart.provider;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides who runs the mailboxes, rung by rung; the first that decides, decides:
 *
 * <ol>
 *   <li>MX directly at a mailbox provider, unless DKIM and autodiscover both name another.
 *   <li>DKIM's CNAME at a mailbox provider: it looks through whatever stands in front.
 *   <li>Autodiscover at one. At a hosting company it only decides where MX is not at one.
 *   <li>A less preferred MX at a mailbox provider.
 *   <li>A key at Google's selector, where the receiver does not keep mailboxes itself.
 *   <li>MX at a hosting company.
 *   <li>Nobody else shows: the organisation itself, or whoever the mail host's name belongs to.
 *       Only from silence, so every question must have been answered, and not against an SPF
 *       include, a token or an EOP name of a mailbox provider.
 * </ol>
 *
 * A gateway, shared IT, and whoever is known to keep no mailboxes are never the backend. Without
 * MX, DKIM or autodiscover at a provider it is never the backend either, whatever SPF and tokens
 * say.
 */
final class BackendLadder {
  private static final String GOOGLE = "google-workspace";
  private static final Splitter LABELS = Splitter.on('.');
  private static final Splitter WORDS = Splitter.on('-');

  /** Words by which a mail host's name tells that it filters and passes on. */
  private static final Set<String> FILTER_WORDS =
      Set.of(
          "antispam",
          "antivirus",
          "ces",
          "esva",
          "filter",
          "fm",
          "fortimail",
          "gateway",
          "gw",
          "ironport",
          "mailfilter",
          "mailgate",
          "mailgateway",
          "mailscanner",
          "mxfilter",
          "relay",
          "smtpgw",
          "spam",
          "spamfilter");

  private final Catalogue catalogue;

  BackendLadder(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Decides for one domain; {@code implicit} where it has an address and no MX. */
  Backend climb(Receiver receiver, Signals signals, boolean implicit) {
    BackendEvidence d = new BackendEvidence(catalogue, receiver, signals, implicit);
    return d.opposed()
        ? d.undecided(MailStatus.CONFLICT, Rules.PROVIDERS_DISAGREE)
        : provider(d).map(d::decided).orElseGet(() -> fromSilence(d));
  }

  private Optional<Provider> provider(BackendEvidence d) {
    boolean atMailboxProvider = d.direct != null && d.direct.kind() == Kind.MAILBOX;
    if (atMailboxProvider) {
      return Optional.of(d.direct);
    }
    if (d.dkim != null) {
      return Optional.of(d.dkim);
    }
    if (d.client != null && (d.client.kind() == Kind.MAILBOX || d.direct == null)) {
      return Optional.of(d.client);
    }
    if (d.direct == null && d.receiver.backups().size() == 1) {
      return Optional.of(d.receiver.backups().get(0));
    }
    boolean opaque = d.direct == null && !d.receiver.operator().isSelf();
    if (opaque && d.signals.dkim().googleKey() && !d.signals.client().own()) {
      return catalogue.provider(GOOGLE);
    }
    return Optional.ofNullable(d.direct);
  }

  /** What follows when no provider shows. */
  private static Backend fromSilence(BackendEvidence d) {
    Operator operator = d.receiver.operator();
    boolean ownOrOther = operator.isSelf() || operator.isOther();
    if (!d.notAnswered(ownOrOther).isEmpty()) {
      return d.undecided(MailStatus.LOOKUP_FAILED, Rules.BACKEND_NOT_ANSWERED);
    }
    if (d.implicit) {
      return d.undecided(MailStatus.IMPLICIT_MX, Rules.IMPLICIT_MX);
    }
    if (d.receiver.severalOperators()) {
      return d.undecided(MailStatus.CONFLICT, Rules.SEVERAL_RECEIVERS);
    }
    if (!ownOrOther) {
      return d.undecided(
          MailStatus.UNKNOWN_BACKEND,
          operator.isGateway()
              ? Rules.GATEWAY_OPAQUE
              : operator.isSharedIt() ? Rules.SHARED_IT_OPAQUE : Rules.RECEIVER_OPAQUE);
    }
    if (operator.isOther() && isFilter(d.receiver.host())) {
      return d.undecided(MailStatus.UNKNOWN_BACKEND, Rules.MX_OTHER_FILTER);
    }
    boolean ownClient = operator.isSelf() && d.signals.client().own();
    if (d.pointsElsewhere(ownClient)) {
      return d.undecided(
          MailStatus.UNKNOWN_BACKEND,
          operator.isSelf() ? Rules.MX_OWN_UNDECIDED : Rules.MX_OTHER_UNDECIDED);
    }
    String rule = operator.isOther() ? Rules.MX_OTHER : Rules.MX_OWN;
    return new Backend(
        operator,
        Confidence.MEDIUM,
        MailStatus.OK,
        ownClient ? Rules.MX_OWN_AND_CLIENT : rule,
        List.of());
  }

  /**
   * Whether a label left of the registrable domain is a filter's: {@code fm01}, {@code mx-filter}.
   */
  static boolean isFilter(String host) {
    return LABELS
        .splitToStream(host)
        .flatMap(WORDS::splitToStream)
        .map(BackendLadder::withoutNumber)
        .anyMatch(FILTER_WORDS::contains);
  }

  private static String withoutNumber(String word) {
    int end = word.length();
    while (end > 0 && word.charAt(end - 1) >= '0' && word.charAt(end - 1) <= '9') {
      end--;
    }
    return word.substring(0, end);
  }
}
