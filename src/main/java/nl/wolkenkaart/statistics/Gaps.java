package nl.wolkenkaart.statistics;

import com.google.common.collect.ImmutableList;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Evidence;
import nl.wolkenkaart.provider.MailStatus;
import nl.wolkenkaart.provider.Posture;
import nl.wolkenkaart.provider.Rules;
import org.checkerframework.checker.nullness.qual.Nullable;

/** What was not measured of one organisation, and why: the reasons of statistics.avdl. */
final class Gaps {
  static final String MAIL = "mail";
  static final String SERVER_COUNTRY = "server_country";
  static final String DNS_PROVIDER = "dns_provider";
  static final String WEB_PROVIDER = "web_provider";
  static final String POPULATION = "population";

  /** The axes in the order in which the schema lists them. */
  static final ImmutableList<String> AXES =
      ImmutableList.of(
          MAIL,
          Counts.RECEIVER,
          Counts.RECEIVER_JURISDICTION,
          Counts.BACKEND,
          Counts.BACKEND_JURISDICTION,
          SERVER_COUNTRY,
          Counts.SERVICE,
          DNS_PROVIDER,
          WEB_PROVIDER,
          "spf",
          "dmarc",
          "mta_sts",
          "tls_rpt",
          "tlsa",
          "dane",
          "dnssec",
          POPULATION);

  static final String NOT_OBSERVED = "not_observed";
  static final String OPERATOR_UNKNOWN = "operator_unknown";
  static final String SEAT_UNKNOWN = "seat_unknown";
  static final String NO_PLACE = "no_place";
  static final String PLACE_UNCERTAIN = "place_uncertain";
  static final String NOT_ANSWERED = "not_answered";
  static final String NOT_TOLD = "not_told";

  /** The reasons in the order in which the schema lists them. */
  static final ImmutableList<String> REASONS =
      ImmutableList.of(
          MailStatus.NO_DOMAIN,
          NOT_OBSERVED,
          MailStatus.LOOKUP_FAILED,
          MailStatus.NXDOMAIN,
          MailStatus.NO_MAIL_DECLARED,
          MailStatus.NO_MAIL_FOUND,
          MailStatus.CONFLICT,
          CodeLists.UNKNOWN,
          OPERATOR_UNKNOWN,
          SEAT_UNKNOWN,
          NO_PLACE,
          PLACE_UNCERTAIN,
          NOT_ANSWERED,
          NOT_TOLD,
          Pooling.POOLED);

  private static final String PLACE_RULE = "server-country";

  private final Attribution row;
  private final Sink sink;

  /** Takes the axes that were not measured. */
  @FunctionalInterface
  interface Sink {
    void gap(String axis, String reason);
  }

  private Gaps(Attribution row, Sink sink) {
    this.row = row;
    this.sink = sink;
  }

  /** Tells what was not measured of one organisation: of each axis at most one reason. */
  static void of(Attribution row, Sink sink) {
    new Gaps(row, sink).tell();
  }

  private void tell() {
    if (row.getPopulation() == null) {
      sink.gap(POPULATION, NOT_TOLD);
    }
    String unseen = unseen();
    String status = row.getStatus();
    String withoutMail =
        unseen != null ? unseen : CodeLists.WITHOUT_SHARE.contains(status) ? status : null;
    boolean failed = status.equals(MailStatus.LOOKUP_FAILED);
    tell(MAIL, unseen != null ? unseen : failed ? MailStatus.LOOKUP_FAILED : null);
    tell(Counts.SERVICE, withoutMail);
    if (withoutMail == null) {
      boolean conflict = status.equals(MailStatus.CONFLICT);
      String receiver = Counts.receiver(row);
      String backend = conflict ? MailStatus.CONFLICT : row.getBackend();
      tell(Counts.RECEIVER, undecided(receiver));
      tell(Counts.BACKEND, undecided(backend));
      tell(Counts.RECEIVER_JURISDICTION, undecidedLaw(receiver, Counts.receiverJurisdiction(row)));
      tell(
          Counts.BACKEND_JURISDICTION,
          undecidedLaw(backend, CodeLists.law(backend, row.getBackendJurisdiction())));
      tell(SERVER_COUNTRY, row.getServerCountry() == null ? place() : null);
    } else {
      tell(Counts.RECEIVER, withoutMail);
      tell(Counts.BACKEND, withoutMail);
      tell(Counts.RECEIVER_JURISDICTION, withoutMail);
      tell(Counts.BACKEND_JURISDICTION, withoutMail);
      tell(SERVER_COUNTRY, withoutMail);
    }
    tellOfDomain(unseen);
  }

  /** Why nothing at all was seen of the organisation's domain; null where something was. */
  private @Nullable String unseen() {
    if (row.getStatus().equals(MailStatus.NO_DOMAIN)) {
      return MailStatus.NO_DOMAIN;
    }
    return row.getRule().equals(Rules.NOT_OBSERVED) ? NOT_OBSERVED : null;
  }

  private static @Nullable String undecided(String value) {
    return value.equals(MailStatus.CONFLICT) || value.equals(CodeLists.UNKNOWN) ? value : null;
  }

  private static @Nullable String undecidedLaw(String operator, String law) {
    if (operator.equals(MailStatus.CONFLICT)) {
      return MailStatus.CONFLICT;
    }
    if (!law.equals(CodeLists.UNKNOWN)) {
      return null;
    }
    return operator.equals(CodeLists.UNKNOWN) ? OPERATOR_UNKNOWN : SEAT_UNKNOWN;
  }

  private String place() {
    for (Evidence line : row.getEvidence()) {
      if (line.getRule().equals(PLACE_RULE)) {
        return PLACE_UNCERTAIN;
      }
    }
    return NO_PLACE;
  }

  private void tellOfDomain(@Nullable String unseen) {
    String gone = row.getStatus().equals(MailStatus.NXDOMAIN) ? MailStatus.NXDOMAIN : null;
    String none = unseen != null ? unseen : gone;
    String unknown = none != null ? none : CodeLists.UNKNOWN;
    tell(DNS_PROVIDER, row.getDnsProvider() == null ? unknown : null);
    tell(WEB_PROVIDER, row.getWebProvider() == null ? unknown : null);
    String silent = none != null ? none : NOT_ANSWERED;
    Posture posture = row.getPosture();
    tell("spf", posture == null || posture.getSpf() == null ? silent : null);
    tell("dmarc", posture == null || posture.getDmarc() == null ? silent : null);
    tell("mta_sts", posture == null || posture.getMtaSts() == null ? silent : null);
    tell("tls_rpt", posture == null || posture.getTlsRpt() == null ? silent : null);
    tell("tlsa", posture == null || posture.getTlsa() == null ? silent : null);
    tell("dane", posture == null || posture.getDane() == null ? silent : null);
    tell("dnssec", posture == null || posture.getDnssec() == null ? silent : null);
  }

  private void tell(String axis, @Nullable String reason) {
    if (reason != null) {
      sink.gap(axis, reason);
    }
  }
}
