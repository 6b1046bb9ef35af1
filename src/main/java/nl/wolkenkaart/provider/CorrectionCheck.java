package nl.wolkenkaart.provider;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.wolkenkaart.directory.MailDomain;
import nl.wolkenkaart.directory.RegistrableDomain;
import nl.wolkenkaart.provider.CorrectionEntry.Claim;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Makes a correction of an entry, and notes everything that is wrong with it. */
final class CorrectionCheck {
  private static final String OTHER = "other:";
  private static final String NONE = "none";
  private static final String UNKNOWN = "unknown";
  private static final LocalDate NO_DATE = LocalDate.EPOCH;

  /** That a look-up failed is no fact that a source can state. */
  private static final Set<String> STATUSES =
      Set.of(
          MailStatus.OK,
          MailStatus.UNKNOWN_BACKEND,
          MailStatus.CONFLICT,
          MailStatus.IMPLICIT_MX,
          MailStatus.NO_MAIL_DECLARED,
          MailStatus.NO_MAIL_FOUND,
          MailStatus.NXDOMAIN);

  static final Set<String> WITHOUT_MAIL =
      Set.of(MailStatus.NO_MAIL_DECLARED, MailStatus.NO_MAIL_FOUND, MailStatus.NXDOMAIN);

  private final Catalogue catalogue;
  private final List<String> faults = new ArrayList<>();

  CorrectionCheck(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The faults found so far, each without its place. */
  List<String> faults() {
    return faults;
  }

  /** The correction; to be used only where no fault was found. */
  Correction of(CorrectionEntry e) {
    boolean ofDomain = e.domain() != null;
    if (ofDomain == (e.organisation() != null)) {
      faults.add("needs either an organisation or a domain");
    }
    String subject = String.valueOf(ofDomain ? e.domain() : e.organisation());
    if (ofDomain) {
      domain(subject);
    } else if (e.organisation() != null) {
      note(CatalogueCheck.text("organisation", e.organisation()));
    }
    Claim claim = e.claim() == null ? new Claim(null, null, null) : e.claim();
    claim(claim);
    note(CatalogueCheck.text("reason", e.reason()));
    note(CatalogueCheck.text("source", e.source()));
    LocalDate date = date("date", e.date());
    LocalDate expires = date("expires", e.expires());
    if (!date.equals(NO_DATE) && !expires.equals(NO_DATE) && !expires.isAfter(date)) {
      faults.add("expires: must be after its date");
    }
    return new Correction(
        ofDomain,
        subject,
        claim.status(),
        claim.receiver(),
        claim.backend(),
        String.valueOf(e.reason()),
        String.valueOf(e.source()),
        date,
        expires);
  }

  private void domain(String domain) {
    MailDomain.Result result = MailDomain.of(domain);
    if (result instanceof MailDomain.Refused refused) {
      faults.add("domain: " + refused.reason());
    } else if (result instanceof MailDomain.Found found && !found.domain().equals(domain)) {
      faults.add("domain: must be written as " + found.domain());
    }
  }

  private void claim(Claim claim) {
    if (claim.status() == null && claim.receiver() == null && claim.backend() == null) {
      faults.add("claim: needs a status, a receiver or a backend");
    }
    if (claim.status() != null && !STATUSES.contains(claim.status())) {
      faults.add("claim: status: unknown or nothing that a source can state: " + claim.status());
    }
    operator("receiver", claim.receiver(), claim.status());
    operator("backend", claim.backend(), claim.status());
    catalogue
        .provider(String.valueOf(claim.backend()))
        .filter(Provider::isGateway)
        .ifPresent(p -> faults.add("claim: backend: a gateway keeps no mailboxes: " + p.id()));
    boolean unknown = UNKNOWN.equals(claim.backend());
    if (unknown && MailStatus.OK.equals(claim.status())) {
      faults.add("claim: status ok needs a backend that is known");
    }
    if (claim.backend() != null && !unknown && MailStatus.UNKNOWN_BACKEND.equals(claim.status())) {
      faults.add("claim: status unknown_backend goes with no other backend than unknown");
    }
  }

  private void operator(String column, @Nullable String id, @Nullable String status) {
    if (id == null) {
      return;
    }
    boolean withoutMail = status != null && WITHOUT_MAIL.contains(status);
    if (id.equals(NONE) != withoutMail) {
      faults.add("claim: " + column + ": none and a status without mail go together");
    }
    boolean known =
        switch (id) {
          case "self", UNKNOWN, NONE -> true;
          default -> isOther(id) || catalogue.provider(id).isPresent();
        };
    if (!known) {
      faults.add("claim: " + column + ": unknown provider " + id);
    }
  }

  private static boolean isOther(String id) {
    return id.startsWith(OTHER)
        && MailDomain.of(id.substring(OTHER.length())) instanceof MailDomain.Found found
        && id.equals(OTHER + RegistrableDomain.of(found.domain()));
  }

  private LocalDate date(String field, @Nullable String text) {
    try {
      return LocalDate.parse(String.valueOf(text));
    } catch (DateTimeParseException e) {
      faults.add(field + ": not a day such as 2026-04-28: " + text);
      return NO_DATE;
    }
  }

  private void note(@Nullable String fault) {
    if (fault != null) {
      faults.add(fault);
    }
  }
}
