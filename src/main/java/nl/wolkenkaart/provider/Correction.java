package nl.wolkenkaart.provider;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What somebody knows better than DNS, with its source. At least one of status, receiver and
 * backend is not null.
 *
 * @param ofDomain whether it is about a domain; else it is about an organisation
 * @param subject the domain, or the organisation's identifier
 * @param status one of {@link MailStatus}; null leaves what was found
 * @param receiver catalogue identifier, {@code self}, {@code other:<registrable domain>}, {@code
 *     unknown} or {@code none}; null leaves what was found
 * @param backend as receiver
 * @param reason why DNS misleads here
 * @param source where the claim is stated
 * @param date the day on which it was stated
 * @param expires the last day on which it is applied
 */
record Correction(
    boolean ofDomain,
    String subject,
    @Nullable String status,
    @Nullable String receiver,
    @Nullable String backend,
    String reason,
    String source,
    LocalDate date,
    LocalDate expires)
    implements Serializable {

  private static final String SIGNAL = "correction";

  boolean isExpired(LocalDate runDate) {
    return runDate.isAfter(expires);
  }

  /** Whether the evidence alone says the same. */
  boolean agreesWith(DomainAttribution found) {
    return (status == null || status.equals(found.getStatus()))
        && (receiver == null || receiver.equals(found.getReceiver()))
        && (backend == null || backend.equals(found.getBackend()));
  }

  /** What it is about, for people: {@code domain a.example}. */
  String about() {
    return (ofDomain ? "domain " : "organisation ") + subject;
  }

  /** What it claims, by column, sorted. */
  Map<String, String> claims() {
    Map<String, String> claims = new TreeMap<>();
    if (status != null) {
      claims.put("status", status);
    }
    if (receiver != null) {
      claims.put("receiver", receiver);
    }
    if (backend != null) {
      claims.put("backend", backend);
    }
    return claims;
  }

  /** The lines of evidence that show it, one for each claim, in the order of the columns. */
  List<Evidence> evidence(DomainAttribution found) {
    Map<String, String> before =
        Map.of(
            "status", found.getStatus(),
            "receiver", found.getReceiver(),
            "backend", found.getBackend());
    List<Evidence> lines = new ArrayList<>();
    claims()
        .forEach(
            (column, claimed) -> {
              String seen =
                  String.format(
                      "%s corrected from %s to %s: %s (%s, %s)",
                      column, before.get(column), claimed, reason, source, date);
              boolean isStatus = column.equals("status");
              Finding bounded =
                  new Finding(
                      Signal.NOTE,
                      seen,
                      isStatus ? null : claimed,
                      isStatus ? Finding.AS_NOTE : column,
                      0,
                      SIGNAL);
              lines.add(
                  new Evidence(
                      SIGNAL, bounded.seen(), bounded.provider(), bounded.role(), 0, SIGNAL));
            });
    return lines;
  }
}
