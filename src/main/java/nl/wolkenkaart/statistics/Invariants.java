package nl.wolkenkaart.statistics;

import com.google.common.collect.ImmutableSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.wolkenkaart.provider.Attribution;

/**
 * What must be true of every run: nothing is lost, nothing is counted twice, every figure can be
 * recounted. Reads the tables that were written, not what was meant to be written.
 */
public final class Invariants {
  static final String ROWS = "every row read is an organisation or a reject";
  static final String ATTRIBUTED = "every organisation has one attribution";
  static final String ONCE = "no organisation appears twice";
  static final String CODES = "every status, hosting and confidence is in its documented list";
  static final String RESERVED = "no sector has the name all";

  private final InvariantReport.Collector collector = new InvariantReport.Collector();
  private final Map<String, Long> organisationsBySector = new TreeMap<>(Utf8Order.UTF8_ORDER);
  private final Map<String, Long> unknownCodes = new TreeMap<>(Utf8Order.UTF8_ORDER);
  private final Map<String, Long> rowsOfTwice = new TreeMap<>(Utf8Order.UTF8_ORDER);
  private final Counts recount = new Counts();
  private long attributionsSeen;

  private Invariants() {}

  /**
   * Checks one run.
   *
   * @param attributions the rows of the attributions table; read once, never held all together
   * @param statistics the rows of the statistics table, in any order
   */
  public static InvariantReport check(
      RunFacts facts, Iterable<Attribution> attributions, Iterable<Statistic> statistics) {
    Invariants invariants = new Invariants();
    invariants.read(attributions);
    invariants.checkFacts(facts);
    new StatisticsInvariants(
            invariants.collector, invariants.organisationsBySector, Shares.of(invariants.recount))
        .check(statistics);
    return invariants.collector.report();
  }

  private void read(Iterable<Attribution> attributions) {
    Set<String> seen = new HashSet<>();
    for (Attribution row : attributions) {
      attributionsSeen++;
      organisationsBySector.merge(row.getSector(), 1L, Long::sum);
      if (!seen.add(row.getOrganisationId())) {
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

  private void note(String column, String value, ImmutableSet<String> documented) {
    if (!documented.contains(value)) {
      unknownCodes.merge(column + " \"" + value + '"', 1L, Long::sum);
    }
  }

  private void checkFacts(RunFacts facts) {
    collector.announce(ROWS);
    collector.check(
        ROWS,
        facts.rowsRead() == facts.organisations() + facts.rejects(),
        facts.rowsRead()
            + " rows were read, but "
            + facts.organisations()
            + " organisations and "
            + facts.rejects()
            + " rejects came of them");
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
    collector.announce(CODES);
    unknownCodes.forEach(
        (code, rows) ->
            collector.check(
                CODES, false, "Undocumented " + code + " in " + rows + " of the attributions"));
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
