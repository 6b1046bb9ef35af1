package nl.wolkenkaart.statistics;

import java.util.ArrayList;
import java.util.List;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Evidence;

/** Attributions for tests. */
public final class Rows {
  private Rows() {}

  public static Attribution attribution(
      String id, String sector, String status, String receiver, String backend) {
    return Attribution.newBuilder()
        .setOrganisationId(id)
        .setOrganisationName("Organisation " + id)
        .setSector(sector)
        .setCountry("NL")
        .setDomain(id + ".example")
        .setStatus(status)
        .setReceiver(receiver)
        .setReceiverIsGateway(false)
        .setBackend(backend)
        .setBackendConfidence("high")
        .setBackendJurisdiction("US")
        .setHosting("outsourced")
        .setHybridPossible(false)
        .setRule("mx-direct")
        .setEvidence(List.of())
        .build();
  }

  public static Evidence evidence(String signal, String seen, int points) {
    return new Evidence(signal, seen, "microsoft-365", "backend", points, "rule-" + signal);
  }

  /**
   * Thirteen organisations of sector {@code town}: nine with mail (six with the backend
   * microsoft-365, one of them in conflict; one google-workspace, one self, one unknown), two
   * failed lookups, one that declares no mail, one whose domain does not exist.
   */
  public static List<Attribution> town() {
    List<Attribution> rows = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      rows.add(attribution("t0" + i, "town", "ok", "microsoft-365", "microsoft-365"));
    }
    rows.add(attribution("t06", "town", "ok", "google-workspace", "google-workspace"));
    rows.add(attribution("t07", "town", "unknown_backend", "proofpoint", "unknown"));
    rows.add(attribution("t08", "town", "implicit_mx", "self", "self"));
    rows.add(attribution("t09", "town", "conflict", "microsoft-365", "microsoft-365"));
    rows.add(attribution("t10", "town", "lookup_failed", "microsoft-365", "unknown"));
    rows.add(attribution("t11", "town", "lookup_failed", "unknown", "unknown"));
    rows.add(attribution("t12", "town", "no_mail_declared", "none", "none"));
    rows.add(attribution("t13", "town", "nxdomain", "none", "none"));
    return rows;
  }

  public static Counts counts(Iterable<Attribution> rows) {
    Counts counts = new Counts();
    rows.forEach(counts::add);
    return counts;
  }
}
