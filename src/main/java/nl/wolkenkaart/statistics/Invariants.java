package nl.wolkenkaart.statistics;

import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Service;
import nl.wolkenkaart.provider.ServiceLevel;
import nl.wolkenkaart.provider.Tenant;

/**
 * What must be true of every run: nothing is lost, nothing is counted twice, every figure can be
 * recounted. Reads the tables that were written, not what was meant to be written.
 */
public final class Invariants {
  static final String ROWS = "every row read is an organisation or a reject";
  static final String ATTRIBUTED = "every organisation has one attribution";
  static final String ONCE = "no organisation appears twice";
  static final String CODES =
      "every status, hosting, confidence and level is in its documented list";
  static final String SERVICES =
      "every row of services is of a known organisation, and its attribution has the same ones";
  static final String TENANTS =
      "every row of tenants is of a known organisation, and is there once";
  static final String RESERVED = "no sector has the name all";

  private final InvariantReport.Collector collector = new InvariantReport.Collector();
  private final Map<String, Long> organisationsBySector = new TreeMap<>(Utf8Order.UTF8_ORDER);
  private final Map<String, Long> unknownCodes = new TreeMap<>(Utf8Order.UTF8_ORDER);
  private final Map<String, Long> rowsOfTwice = new TreeMap<>(Utf8Order.UTF8_ORDER);

  /** Services by organisation that no row has been seen of yet: {@code service level}. */
  private final Map<String, Set<String>> services = new HashMap<>();

  private final Counts recount = new Counts();
  private long attributionsSeen;

  private Invariants() {}

  /**
   * Checks one run.
   *
   * @param tables the rows of its tables
   */
  public static InvariantReport check(RunFacts facts, RunTables tables) {
    Invariants invariants = new Invariants();
    invariants.read(tables.attributions());
    invariants.collector.announce(CODES);
    invariants.checkServices(tables.services());
    invariants.checkTenants(tables.tenants());
    invariants.checkFacts(facts);
    new StatisticsInvariants(
            invariants.collector, invariants.organisationsBySector, Shares.of(invariants.recount))
        .check(tables.statistics());
    return invariants.collector.report();
  }

  private void read(Iterable<Attribution> attributions) {
    for (Attribution row : attributions) {
      attributionsSeen++;
      organisationsBySector.merge(row.getSector(), 1L, Long::sum);
      Set<String> ofRow = new HashSet<>();
      for (ServiceLevel service : row.getServices()) {
        note("level", service.getLevel(), CodeLists.LEVEL);
        ofRow.add(service.getService() + ' ' + service.getLevel());
      }
      if (services.putIfAbsent(row.getOrganisationId(), ofRow) != null) {
        rowsOfTwice.merge(row.getOrganisationId(), 2L, (rows, first) -> rows + 1);
      }
      note("status", row.getStatus(), CodeLists.STATUS);
      note("hosting", row.getHosting(), CodeLists.HOSTING);
      note("backend_confidence", row.getBackendConfidence(), CodeLists.CONFIDENCE);
      if (!row.getSector().equals(Counts.ALL)) {
        recount.add(row);
      }
    }
  }

  private void checkServices(Iterable<Service> rows) {
    collector.announce(SERVICES);
    for (Service row : rows) {
      Set<String> open = services.get(row.getOrganisationId());
      note("level", row.getLevel(), CodeLists.LEVEL);
      collector.check(
          SERVICES,
          open != null && open.remove(row.getService() + ' ' + row.getLevel()),
          "The attributions have no or no second service "
              + row.getService()
              + ", "
              + row.getLevel()
              + ", of organisation "
              + row.getOrganisationId());
    }
    new TreeMap<>(services)
        .forEach(
            (organisation, open) ->
                collector.check(
                    SERVICES,
                    open.isEmpty(),
                    "Organisation " + organisation + " has services without a row: " + open));
  }

  private void checkTenants(Iterable<Tenant> rows) {
    collector.announce(TENANTS);
    Set<String> seen = new HashSet<>();
    for (Tenant row : rows) {
      String name = "tenant " + row.getTenant() + " of organisation " + row.getOrganisationId();
      collector.check(
          TENANTS,
          services.containsKey(row.getOrganisationId()),
          "There is no attribution for " + name);
      collector.check(TENANTS, seen.add(name), "There are two rows for " + name);
    }
  }

  private void note(String column, String value, ImmutableSet<String> documented) {
    if (!documented.contains(value)) {
      unknownCodes.merge(column + " \"" + value + '"', 1L, Long::sum);
    }
  }

  private void checkFacts(RunFacts facts) {
    collector.announce(ROWS);
    collector.check(
        ROWS,
        facts.rowsRead()
            == facts.organisations() + facts.rejects() + facts.joined() + facts.ended(),
        facts.rowsRead()
            + " rows were read, but "
            + facts.organisations()
            + " organisations and "
            + facts.rejects()
            + " rejects came of them"
            + (facts.joined() + facts.ended() == 0
                ? ""
                : ", " + facts.joined() + " were joined, " + facts.ended() + " had ended"));
    collector.announce(ATTRIBUTED);
    collector.check(
        ATTRIBUTED,
        facts.organisations() == attributionsSeen,
        facts.organisations()
            + " organisations were to be classified, but there are "
            + attributionsSeen
            + " attributions");
    collector.announce(ONCE);
    rowsOfTwice.forEach(
        (id, rows) ->
            collector.check(ONCE, false, "Organisation " + id + " has " + rows + " attributions"));
    unknownCodes.forEach(
        (code, rows) ->
            collector.check(CODES, false, "Undocumented " + code + " in " + rows + " of the rows"));
    collector.announce(RESERVED);
    long reserved = organisationsBySector.getOrDefault(Counts.ALL, 0L);
    collector.check(
        RESERVED,
        reserved == 0,
        reserved + " organisations are in a sector named \"all\", which is reserved for totals");
    organisationsBySector.remove(Counts.ALL);
    long total = organisationsBySector.values().stream().mapToLong(Long::longValue).sum();
    if (total > 0) {
      organisationsBySector.put(Counts.ALL, total);
    }
  }
}
