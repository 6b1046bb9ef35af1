package nl.wolkenkaart.statistics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.wolkenkaart.directory.Organisation;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Evidence;
import nl.wolkenkaart.provider.PossibleOperator;
import nl.wolkenkaart.provider.Service;
import nl.wolkenkaart.provider.ServiceLevel;

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
        .setReceiverJurisdiction(jurisdiction(receiver))
        .setBackend(backend)
        .setBackendConfidence("high")
        .setBackendJurisdiction(jurisdiction(backend))
        .setHosting("outsourced")
        .setHybridPossible(false)
        .setRule("mx-direct")
        .setEvidence(List.of())
        .setStandsForDomain("list")
        .build();
  }

  public static Evidence evidence(String signal, String seen, int points) {
    return new Evidence(signal, seen, "microsoft-365", "backend", points, "rule-" + signal);
  }

  private static String jurisdiction(String provider) {
    return switch (provider) {
      case "microsoft-365", "google-workspace", "proofpoint" -> "US";
      case "ezorg" -> "NL";
      case "aruba" -> "IT";
      default -> null;
    };
  }

  public static PossibleOperator possible(String provider) {
    return new PossibleOperator(provider, jurisdiction(provider));
  }

  /**
   * Thirteen organisations of sector {@code town}, nine of them with mail. Backends: five
   * microsoft-365, of which four by MX and one behind ezorg; one google-workspace; one self; one
   * unknown (Microsoft or itself); one in conflict (Microsoft and itself receive, Microsoft's are
   * the mailboxes). Then two failed lookups, one that declares no mail, one whose domain does not
   * exist.
   */
  public static List<Attribution> town() {
    List<Attribution> rows = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      rows.add(attribution("t0" + i, "town", "ok", "microsoft-365", "microsoft-365"));
    }
    rows.add(attribution("t05", "town", "ok", "ezorg", "microsoft-365"));
    rows.add(attribution("t06", "town", "ok", "google-workspace", "google-workspace"));
    rows.add(attribution("t07", "town", "unknown_backend", "proofpoint", "unknown"));
    rows.get(6).setBackendPossible(List.of(possible("microsoft-365"), possible("self")));
    rows.add(attribution("t08", "town", "ok", "self", "self"));
    rows.get(7).setHosting("self");
    rows.add(attribution("t09", "town", "conflict", "unknown", "microsoft-365"));
    rows.get(8).setReceiverPossible(List.of(possible("microsoft-365"), possible("self")));
    rows.add(attribution("t10", "town", "lookup_failed", "microsoft-365", "unknown"));
    rows.get(9).setBackendPossible(List.of(possible("microsoft-365")));
    rows.add(attribution("t11", "town", "lookup_failed", "unknown", "unknown"));
    rows.add(attribution("t12", "town", "no_mail_declared", "none", "none"));
    rows.add(attribution("t13", "town", "nxdomain", "none", "none"));
    services(rows.get(0), "exchange-online", "proven", "teams", "likely");
    services(rows.get(1), "exchange-online", "proven", "teams", "likely");
    services(rows.get(4), "exchange-online", "likely");
    services(rows.get(6), "exchange-online", "hint");
    services(rows.get(7), "azure", "hint");
    services(rows.get(11), "entra-id", "proven");
    return rows;
  }

  private static void services(Attribution row, String... servicesAndLevels) {
    List<ServiceLevel> services = new ArrayList<>();
    for (int i = 0; i < servicesAndLevels.length; i += 2) {
      services.add(new ServiceLevel(servicesAndLevels[i], servicesAndLevels[i + 1]));
    }
    row.setServices(services);
  }

  /** The rows of the services table that belong to attributions. */
  public static List<Service> services(List<Attribution> attributions) {
    List<Service> rows = new ArrayList<>();
    for (Attribution row : attributions) {
      for (ServiceLevel service : row.getServices()) {
        rows.add(
            new Service(
                row.getOrganisationId(),
                row.getDomain(),
                service.getService(),
                "company",
                "US",
                service.getLevel(),
                List.of("seen")));
      }
    }
    return rows;
  }

  /** Finds anew who stands for each domain, in rows that are in the order of their ids. */
  public static List<Attribution> stand(List<Attribution> rows) {
    Set<String> seen = new HashSet<>();
    for (Attribution row : rows) {
      boolean inList = row.getDomain() != null && seen.add(row.getDomain());
      boolean inSector =
          row.getDomain() != null && seen.add(row.getDomain() + ' ' + row.getSector());
      row.setStandsForDomain(inList ? "list" : inSector ? "sector" : null);
    }
    return rows;
  }

  /** The organisations of attributions. */
  public static List<Organisation> organisations(List<Attribution> attributions) {
    List<Organisation> rows = new ArrayList<>();
    for (Attribution row : attributions) {
      rows.add(
          Organisation.newBuilder()
              .setOrganisationId(row.getOrganisationId())
              .setOrganisationName(row.getOrganisationName())
              .setSector(row.getSector())
              .setCountry(row.getCountry())
              .setDomain(row.getDomain())
              .setRegistrableDomain(row.getDomain())
              .setSourceFile("list.csv")
              .setSourceLine(2)
              .setPopulation(row.getPopulation())
              .build());
    }
    return rows;
  }

  /** The tables of a run without tenants. */
  static RunTables tables(List<Attribution> attributions, PublishedCounts counts) {
    return new RunTables(
        organisations(attributions),
        attributions,
        services(attributions),
        List.of(),
        counts.statistics(),
        counts.concentration(),
        counts.notMeasured());
  }

  /** The rows of the tables that count. */
  public static PublishedCounts published(List<Attribution> rows, int minCell) {
    return PublishedCounts.of(counts(rows), minCell);
  }

  /** A row of statistics whose organisations have a domain each and no population. */
  public static Statistic statistic(
      String sector,
      String measure,
      String value,
      long n,
      long of,
      Double share,
      Double low,
      Double high) {
    return new Statistic(
        sector, measure, value, n, of, share, low, high, n, of, share, null, null, null);
  }

  public static Counts counts(Iterable<Attribution> rows) {
    Counts counts = new Counts();
    rows.forEach(counts::add);
    return counts;
  }
}
