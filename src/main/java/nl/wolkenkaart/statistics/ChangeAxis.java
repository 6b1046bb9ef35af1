package nl.wolkenkaart.statistics;

import com.google.common.collect.ImmutableSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.MailStatus;
import nl.wolkenkaart.provider.Posture;
import org.checkerframework.checker.nullness.qual.Nullable;

/** On what two runs are compared: what has one value for each organisation. */
enum ChangeAxis {
  SECTOR("sector", Shared.none(), Shared.none()),
  DOMAIN("domain", Shared.none(), Shared.none()),
  STATUS(Counts.STATUS, Shared.UNDECIDED_STATUS, Shared.ALL_BUT_OTHERS),
  RECEIVER(Counts.RECEIVER, Shared.NOBODY, Shared.RECEIVER),
  RECEIVER_JURISDICTION(Counts.RECEIVER_JURISDICTION, Shared.NOBODY, Shared.RECEIVER),
  BACKEND(Counts.BACKEND, Shared.NOBODY, Shared.BACKEND),
  BACKEND_JURISDICTION(Counts.BACKEND_JURISDICTION, Shared.NOBODY, Shared.BACKEND),
  HOSTING(Counts.HOSTING, ImmutableSet.of(MailStatus.LOOKUP_FAILED), Shared.NETWORK),
  NETWORK("network", Shared.none(), Shared.NETWORK),
  SERVER_COUNTRY("server_country", Shared.none(), Shared.NETWORK),
  DNS_PROVIDER("dns_provider", Shared.none(), Shared.none()),
  WEB_PROVIDER("web_provider", Shared.none(), Shared.none()),
  DMARC("dmarc", Shared.none(), Shared.none()),
  MTA_STS("mta_sts", Shared.none(), Shared.none());

  /** The axis of services, which has any number of values. */
  static final String SERVICE = "service";

  /** The axis of tenants, likewise. */
  static final String TENANT = "tenant";

  private final String word;
  private final ImmutableSet<String> unseen;
  private final ImmutableSet<String> roles;

  ChangeAxis(String word, ImmutableSet<String> unseen, ImmutableSet<String> roles) {
    this.word = word;
    this.unseen = unseen;
    this.roles = roles;
  }

  /** The axis's name in the tables. */
  String word() {
    return word;
  }

  /** The value of an organisation; null where nothing was seen. */
  @Nullable String of(Attribution row) {
    return switch (this) {
      case SECTOR -> row.getSector();
      case DOMAIN -> row.getDomain();
      case STATUS, RECEIVER, RECEIVER_JURISDICTION, BACKEND, BACKEND_JURISDICTION, HOSTING ->
          CountedValues.of(word, row);
      case NETWORK -> networks(row);
      case SERVER_COUNTRY -> row.getServerCountry();
      case DNS_PROVIDER -> row.getDnsProvider();
      case WEB_PROVIDER -> row.getWebProvider();
      case DMARC -> posture(row, Posture::getDmarc);
      case MTA_STS -> posture(row, Posture::getMtaSts);
    };
  }

  /** Whether a value shows nothing and nobody; that there is no mail is something seen. */
  boolean isUnseen(@Nullable String of) {
    return of == null || unseen.contains(of);
  }

  /** Roles of the lines of evidence that tell of this axis. */
  ImmutableSet<String> roles() {
    return roles;
  }

  /** Whether the organisations of a value are counted in the statistics and in the flows. */
  boolean flows() {
    return this == RECEIVER
        || this == RECEIVER_JURISDICTION
        || this == BACKEND
        || this == BACKEND_JURISDICTION;
  }

  /** Whether an organisation that appears or goes has a row for this axis. */
  boolean isEachOnce() {
    return this == DOMAIN || Counts.EACH_ONCE.contains(word);
  }

  private static @Nullable String networks(Attribution row) {
    return row.getReceiverNetworks().isEmpty()
        ? null
        : row.getReceiverNetworks().stream()
            .map(network -> "AS" + network.getAsn())
            .collect(Collectors.joining(" "));
  }

  private static @Nullable String posture(Attribution row, Function<Posture, ?> fact) {
    Object value = row.getPosture() == null ? null : fact.apply(row.getPosture());
    return value == null ? null : value.toString();
  }

  /** Sets that several axes share; a constant cannot use a static field of its own enum. */
  private static final class Shared {
    static final ImmutableSet<String> NOBODY =
        ImmutableSet.of(CodeLists.UNKNOWN, MailStatus.CONFLICT, MailStatus.LOOKUP_FAILED);
    static final ImmutableSet<String> UNDECIDED_STATUS =
        ImmutableSet.of(MailStatus.UNKNOWN_BACKEND, MailStatus.CONFLICT, MailStatus.LOOKUP_FAILED);
    static final ImmutableSet<String> RECEIVER = ImmutableSet.of("receiver", "note");
    static final ImmutableSet<String> BACKEND =
        ImmutableSet.of("receiver", "backend", "sender", "service", "note");
    static final ImmutableSet<String> NETWORK = ImmutableSet.of("receiver", "network");
    static final ImmutableSet<String> ALL_BUT_OTHERS =
        ImmutableSet.of("receiver", "backend", "note");

    static ImmutableSet<String> none() {
      return ImmutableSet.of();
    }
  }
}
