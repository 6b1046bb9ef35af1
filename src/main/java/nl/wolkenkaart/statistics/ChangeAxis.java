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
  SECTOR("sector", Attribution::getSector, Set.none(), Set.none()),
  DOMAIN("domain", Attribution::getDomain, Set.none(), Set.none()),
  STATUS(Counts.STATUS, Set.UNDECIDED_STATUS, Set.ALL_BUT_OTHERS),
  RECEIVER(Counts.RECEIVER, Set.NOBODY, Set.RECEIVER),
  RECEIVER_JURISDICTION(Counts.RECEIVER_JURISDICTION, Set.NOBODY, Set.RECEIVER),
  BACKEND(Counts.BACKEND, Set.NOBODY, Set.BACKEND),
  BACKEND_JURISDICTION(Counts.BACKEND_JURISDICTION, Set.NOBODY, Set.BACKEND),
  HOSTING(Counts.HOSTING, ImmutableSet.of(MailStatus.LOOKUP_FAILED), Set.NETWORK),
  NETWORK("network", ChangeAxis::networks, Set.none(), Set.NETWORK),
  SERVER_COUNTRY("server_country", Attribution::getServerCountry, Set.none(), Set.NETWORK),
  DNS_PROVIDER("dns_provider", Attribution::getDnsProvider, Set.none(), Set.none()),
  WEB_PROVIDER("web_provider", Attribution::getWebProvider, Set.none(), Set.none()),
  DMARC("dmarc", row -> posture(row, Posture::getDmarc), Set.none(), Set.none()),
  MTA_STS("mta_sts", row -> posture(row, Posture::getMtaSts), Set.none(), Set.none());

  /** The axis of services, which has any number of values. */
  static final String SERVICE = "service";

  /** The axis of tenants, likewise. */
  static final String TENANT = "tenant";

  private final String word;
  private final Function<Attribution, @Nullable String> value;
  private final ImmutableSet<String> unseen;
  private final ImmutableSet<String> roles;

  ChangeAxis(
      String word,
      Function<Attribution, @Nullable String> value,
      ImmutableSet<String> unseen,
      ImmutableSet<String> roles) {
    this.word = word;
    this.value = value;
    this.unseen = unseen;
    this.roles = roles;
  }

  ChangeAxis(String measure, ImmutableSet<String> unseen, ImmutableSet<String> roles) {
    this(measure, row -> CountedValues.of(measure, row), unseen, roles);
  }

  /** The axis's name in the tables. */
  String word() {
    return word;
  }

  /** The value of an organisation; null where nothing was seen. */
  @Nullable String of(Attribution row) {
    return value.apply(row);
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
  private static final class Set {
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
