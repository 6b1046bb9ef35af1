package nl.wolkenkaart.statistics;

import com.google.common.collect.Iterables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import nl.wolkenkaart.directory.Organisation;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.DomainStands;
import nl.wolkenkaart.provider.Service;
import nl.wolkenkaart.provider.ServiceLevel;
import nl.wolkenkaart.provider.Tenant;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What must be true of every run: nothing is lost, nothing is counted twice, every figure can be
 * recounted. Reads the tables that were written, not what was meant to be written.
 */
public final class Invariants {
  static final String ROWS = "every row read is an organisation or a reject";
  static final String OBSERVED = "every domain of the list is observed and read again";
  static final String ATTRIBUTED = "every organisation has one attribution";
  static final String LISTED =
      "every attribution is of an organisation, with its sector and domain";
  static final String ONCE = "no organisation appears twice";
  static final String DOMAINS =
      "of the organisations of a domain the first stands for it, in each sector and in the list";
  static final String CODES = "every code of every table is in its documented list";
  static final String SERVICES =
      "every row of services is of a known organisation, and its attribution has the same ones";
  static final String TENANTS =
      "every row of tenants is of a known organisation, and is there once";
  static final String RESERVED = "no sector has the name all";

  private final InvariantReport.Collector collector = new InvariantReport.Collector();
  private final Map<String, Long> organisationsBySector = new TreeMap<>(Utf8Order.UTF8_ORDER);
  private final Map<String, Long> unknownCodes = new TreeMap<>(Utf8Order.UTF8_ORDER);
  private final Map<String, Long> rowsOfTwice = new TreeMap<>(Utf8Order.UTF8_ORDER);
  private final IdentityHashMap<Schema, CodeColumns> codes = new IdentityHashMap<>();

  /** Services by organisation that no row has been seen of yet: {@code service level}. */
  private final Map<String, Set<String>> services = new HashMap<>();

  /** By domain, the sector of the first organisation that has it. */
  private final Map<String, String> sectorOfDomain = new HashMap<>();

  /** Domain and sector, where a later organisation is of another sector. */
  private final Set<String> moreSectors = new HashSet<>();

  private final Counts recount = new Counts();
  private long attributionsSeen;

  private Invariants() {}

  /**
   * Checks one run.
   *
   * @param minCell organisations that a cell of the tables that count must have; 0 for all cells
   * @param tables the rows of its tables
   */
  public static InvariantReport check(RunFacts facts, int minCell, RunTables tables) {
    Invariants invariants = new Invariants();
    invariants.collector.announce(LISTED);
    invariants.collector.announce(DOMAINS);
    invariants.read(tables.organisations().iterator(), tables.attributions());
    invariants.collector.announce(CODES);
    invariants.checkServices(tables.services());
    invariants.checkTenants(tables.tenants());
    invariants.checkFacts(facts);
    Totals published = Pooling.of(invariants.recount, minCell);
    Map<String, Long> sectors = new TreeMap<>(Utf8Order.UTF8_ORDER);
    published.lists().forEach((sector, list) -> sectors.put(sector, list.organisations()));
    new StatisticsInvariants(
            invariants.collector,
            minCell > 1 ? sectors : invariants.organisationsBySector,
            PublishedCounts.of(published),
            minCell > 1)
        .check(
            invariants.noted(tables.statistics()),
            invariants.noted(tables.concentration()),
            invariants.noted(tables.notMeasured()));
    invariants.checkCodes();
    return invariants.collector.report();
  }

  private void read(Iterator<Organisation> organisations, Iterable<Attribution> attributions) {
    Organisation listed = next(organisations);
    for (Attribution row : attributions) {
      attributionsSeen++;
      organisationsBySector.merge(row.getSector(), 1L, Long::sum);
      while (listed != null && compare(listed, row) < 0) {
        collector.check(
            LISTED, false, "Organisation " + listed.getOrganisationId() + " has no attribution");
        listed = next(organisations);
      }
      if (listed != null && compare(listed, row) == 0) {
        checkListed(listed, row);
        listed = next(organisations);
      } else {
        collector.check(
            LISTED,
            false,
            "The attribution of " + row.getOrganisationId() + " is of no organisation");
      }
      checkStand(row);
      note(row);
      Set<String> ofRow = row.getServices().isEmpty() ? Set.of() : new HashSet<>();
      for (ServiceLevel service : row.getServices()) {
        ofRow.add(service.getService() + ' ' + service.getLevel());
      }
      if (services.putIfAbsent(row.getOrganisationId(), ofRow) != null) {
        rowsOfTwice.merge(row.getOrganisationId(), 2L, (rows, first) -> rows + 1);
      }
      if (!row.getSector().equals(Counts.ALL)) {
        recount.add(row);
      }
    }
    for (; listed != null; listed = next(organisations)) {
      collector.check(
          LISTED, false, "Organisation " + listed.getOrganisationId() + " has no attribution");
    }
  }

  private @Nullable Organisation next(Iterator<Organisation> organisations) {
    if (!organisations.hasNext()) {
      return null;
    }
    Organisation organisation = organisations.next();
    note(organisation);
    return organisation;
  }

  private static int compare(Organisation organisation, Attribution row) {
    return Utf8Order.UTF8_ORDER.compare(organisation.getOrganisationId(), row.getOrganisationId());
  }

  private void checkListed(Organisation listed, Attribution row) {
    boolean same =
        listed.getSector().equals(row.getSector())
            && Objects.equals(listed.getDomain(), row.getDomain())
            && Objects.equals(listed.getPopulation(), row.getPopulation());
    collector.check(
        LISTED,
        same,
        String.format(
            "Organisation %s has sector %s, domain %s and population %s, its attribution %s, %s"
                + " and %s",
            row.getOrganisationId(),
            listed.getSector(),
            listed.getDomain(),
            listed.getPopulation(),
            row.getSector(),
            row.getDomain(),
            row.getPopulation()));
  }

  /** The rows are in the order of the organisations, so the first with a domain stands for it. */
  private void checkStand(Attribution row) {
    String expected = null;
    if (row.getDomain() != null) {
      String first = sectorOfDomain.putIfAbsent(row.getDomain(), row.getSector());
      if (first == null) {
        expected = DomainStands.LIST;
      } else if (!first.equals(row.getSector())
          && moreSectors.add(row.getDomain() + '\0' + row.getSector())) {
        expected = DomainStands.SECTOR;
      }
    }
    collector.check(
        DOMAINS,
        Objects.equals(expected, row.getStandsForDomain()),
        String.format(
            "Organisation %s stands for the domain %s as %s, and should as %s",
            row.getOrganisationId(), row.getDomain(), row.getStandsForDomain(), expected));
  }

  private void checkServices(Iterable<Service> rows) {
    collector.announce(SERVICES);
    for (Service row : rows) {
      Set<String> open = services.get(row.getOrganisationId());
      note(row);
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
      note(row);
      String name = "tenant " + row.getTenant() + " of organisation " + row.getOrganisationId();
      collector.check(
          TENANTS,
          services.containsKey(row.getOrganisationId()),
          "There is no attribution for " + name);
      collector.check(TENANTS, seen.add(name), "There are two rows for " + name);
    }
  }

  private <T extends IndexedRecord> Iterable<T> noted(Iterable<T> rows) {
    return Iterables.transform(
        rows,
        row -> {
          note(row);
          return row;
        });
  }

  private void note(IndexedRecord row) {
    codes
        .computeIfAbsent(row.getSchema(), CodeColumns::of)
        .undocumented(
            row,
            (column, value) -> unknownCodes.merge(column + " \"" + value + '"', 1L, Long::sum));
  }

  private void checkCodes() {
    unknownCodes.forEach(
        (code, rows) ->
            collector.check(CODES, false, "Undocumented " + code + " in " + rows + " of the rows"));
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
    collector.announce(OBSERVED);
    RunFacts.Observed observed = facts.observed();
    if (observed != null) {
      collector.check(
          OBSERVED,
          observed.listed() == observed.written() && observed.written() == observed.read(),
          observed.listed()
              + " domains were to be asked about, "
              + observed.written()
              + " were observed and "
              + observed.read()
              + " were classified");
    }
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
