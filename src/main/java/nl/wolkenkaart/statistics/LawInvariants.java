package nl.wolkenkaart.statistics;

import com.google.common.collect.Iterators;
import com.google.common.collect.PeekingIterator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Exposure;
import nl.wolkenkaart.provider.PossibleOperator;
import nl.wolkenkaart.statistics.ServerLaws.Cell;
import org.checkerframework.checker.nullness.qual.Nullable;

/** What must be true of the tables about law, whatever was measured. */
public final class LawInvariants {
  static final String EXPOSED =
      "the exposures of each organisation are the operators and places that its attribution names";
  static final String CELLS = "server_law equals a recount of the attributions";
  static final String ADD_UP =
      "the rows of server_law of each sector and role add up to those with mail and an answer";
  static final String BEFORE = "what scenarios have before is what the statistics have";
  static final String NOBODY_LOST =
      "in each measure of a scenario but service, those gained and lost add up to 0";
  static final String NO_CELLS = "with a smallest cell, server_law and scenarios have no rows";
  static final String AFFECTED =
      "every affected organisation has the exposure that the scenario changes";

  private final InvariantReport.Collector collector = new InvariantReport.Collector();
  private final LawTables tables;
  private final Map<Cell, Long> recount = new HashMap<>();
  private final Map<String, Long> withMail = new TreeMap<>();
  private final Set<String> changed = new HashSet<>();

  private LawInvariants(LawTables tables) {
    this.tables = tables;
  }

  /**
   * Checks one run.
   *
   * @param minCell organisations that a published cell must have; with 2 or more the tables that
   *     count have no rows
   */
  public static InvariantReport check(int minCell, LawTables tables) {
    LawInvariants invariants = new LawInvariants(tables);
    invariants.readAffected();
    invariants.checkExposures();
    if (minCell > 1) {
      invariants.checkNoCells();
    } else {
      invariants.checkServerLaw();
      invariants.checkScenarios();
    }
    return invariants.collector.report();
  }

  private void readAffected() {
    for (Affected row : tables.affected()) {
      if (!row.getOperatorBefore().equals(AffectedRows.NONE)) {
        changed.add(
            key(
                row.getOrganisationId(),
                row.getRole(),
                row.getOperatorBefore(),
                row.getJurisdictionBefore()));
      }
    }
  }

  /** Both tables are in the order of organisations, so one walk beside the other is enough. */
  private void checkExposures() {
    collector.announce(EXPOSED);
    collector.announce(AFFECTED);
    PeekingIterator<Exposure> exposures = Iterators.peekingIterator(tables.exposures().iterator());
    for (Attribution row : tables.attributions()) {
      count(row);
      Set<String> found = new TreeSet<>();
      while (exposures.hasNext()
          && exposures.peek().getOrganisationId().equals(row.getOrganisationId())) {
        Exposure exposure = exposures.next();
        changed.remove(
            key(
                exposure.getOrganisationId(),
                exposure.getRole(),
                exposure.getOperator(),
                exposure.getJurisdiction()));
        if (!exposure.getRole().equals("backup")) {
          found.add(ExpectedExposures.text(exposure));
        }
      }
      Set<String> expected = ExpectedExposures.of(row);
      collector.check(
          EXPOSED,
          expected.equals(found),
          "The exposures of organisation "
              + row.getOrganisationId()
              + " are "
              + found
              + ", its attribution tells "
              + expected);
    }
    collector.check(
        EXPOSED,
        !exposures.hasNext(),
        exposures.hasNext()
            ? "There is no attribution in its place for the exposures of organisation "
                + exposures.peek().getOrganisationId()
            : "");
    for (String key : new TreeSet<>(changed)) {
      collector.check(AFFECTED, false, "There is no exposure " + key.replace('\0', ' '));
    }
  }

  private void count(Attribution row) {
    ServerLaws.cells(row).forEach(cell -> recount.merge(cell, 1L, Long::sum));
    if (!CodeLists.WITHOUT_SHARE.contains(row.getStatus())) {
      withMail.merge(row.getSector(), 1L, Long::sum);
      withMail.merge(Counts.ALL, 1L, Long::sum);
    }
  }

  private void checkNoCells() {
    collector.announce(NO_CELLS);
    collector.check(
        NO_CELLS, !tables.serverLaw().iterator().hasNext(), "server_law tells of single cells");
    collector.check(
        NO_CELLS, !tables.scenarios().iterator().hasNext(), "scenarios tell of single cells");
  }

  private void checkServerLaw() {
    collector.announce(CELLS);
    collector.announce(ADD_UP);
    Map<Cell, ServerLaw> expected = new TreeMap<>();
    ServerLaws.rows(recount).forEach(row -> expected.put(cell(row), row));
    Map<String, Long> sums = new TreeMap<>();
    for (ServerLaw row : tables.serverLaw()) {
      sums.merge(row.getSector() + '\0' + row.getRole(), row.getOrganisations(), Long::sum);
      ServerLaw counted = expected.remove(cell(row));
      collector.check(
          CELLS, row.equals(counted), "server_law has " + row + ", a recount gives " + counted);
    }
    expected.forEach(
        (cell, row) -> collector.check(CELLS, false, "server_law does not have " + row));
    Set<String> groups = new TreeSet<>(sums.keySet());
    withMail
        .keySet()
        .forEach(
            sector -> {
              groups.add(sector + '\0' + ServerLaws.RECEIVER);
              groups.add(sector + '\0' + ServerLaws.BACKEND);
            });
    for (String group : groups) {
      long sum = sums.getOrDefault(group, 0L);
      long all = withMail.getOrDefault(group.substring(0, group.indexOf('\0')), 0L);
      collector.check(
          ADD_UP,
          sum == all,
          "server_law of " + group.replace('\0', ' ') + " adds up to " + sum + " of " + all);
    }
  }

  private static Cell cell(ServerLaw row) {
    return new Cell(row.getSector(), row.getRole(), row.getServerCountry(), row.getJurisdiction());
  }

  private void checkScenarios() {
    collector.announce(BEFORE);
    collector.announce(NOBODY_LOST);
    Map<CountKey, Statistic> statistics = new HashMap<>();
    tables
        .statistics()
        .forEach(
            row ->
                statistics.put(
                    new CountKey(row.getSector(), row.getMeasure(), row.getValue()), row));
    Map<String, Long> gained = new TreeMap<>();
    for (ScenarioStatistic row : tables.scenarios()) {
      Statistic is =
          statistics.get(new CountKey(row.getSector(), row.getMeasure(), row.getValue()));
      collector.check(BEFORE, isBefore(row, is), row + " does not begin from " + is);
      if (Counts.EACH_ONCE.contains(row.getMeasure())) {
        gained.merge(
            row.getScenario() + ' ' + row.getSector() + ' ' + row.getMeasure(),
            row.getOrganisationsAfter() - row.getOrganisationsBefore(),
            Long::sum);
      }
    }
    gained.forEach(
        (measure, sum) ->
            collector.check(
                NOBODY_LOST, sum == 0, "Scenario and measure " + measure + " gain " + sum));
  }

  private static boolean isBefore(ScenarioStatistic row, @Nullable Statistic is) {
    return is == null
        ? row.getOrganisationsBefore() == 0 && row.getDenominatorBefore() == null
        : row.getOrganisationsBefore() == is.getOrganisations()
            && Objects.equals(row.getDenominatorBefore(), is.getDenominator())
            && Objects.equals(row.getShareBefore(), is.getShare());
  }

  private static String key(String... parts) {
    return String.join("\0", parts);
  }

  /** What an attribution alone says that its exposures must be. */
  private static final class ExpectedExposures {
    private final Attribution row;
    private final Set<String> texts = new TreeSet<>();

    private ExpectedExposures(Attribution row) {
      this.row = row;
    }

    static Set<String> of(Attribution row) {
      ExpectedExposures expected = new ExpectedExposures(row);
      boolean failed = row.getStatus().equals("lookup_failed");
      if (failed || !CodeLists.WITHOUT_SHARE.contains(row.getStatus())) {
        expected.withMail();
      }
      row.getSenders().forEach(sender -> expected.texts.add("sender " + sender));
      if (row.getPosture() != null) {
        row.getPosture()
            .getDmarcReportProcessors()
            .forEach(processor -> expected.texts.add("dmarc-reports " + processor));
      }
      return expected.texts;
    }

    private void withMail() {
      String country = row.getServerCountry();
      texts.add("server in " + (country == null ? CodeLists.UNKNOWN : country));
      if (row.getReceiverPossible().isEmpty()) {
        add("receiver", row.getReceiver(), row.getReceiverJurisdiction());
      }
      for (PossibleOperator one : row.getReceiverPossible()) {
        add("receiver", one.getOperator(), one.getJurisdiction());
      }
      add("backend", row.getBackend(), row.getBackendJurisdiction());
      for (PossibleOperator one : row.getBackendPossible()) {
        add("possible-backend", one.getOperator(), one.getJurisdiction());
      }
    }

    private void add(String role, String operator, @Nullable String jurisdiction) {
      texts.add(role + ' ' + operator + " under " + CodeLists.law(operator, jurisdiction));
    }

    /** An exposure in the same words. */
    static String text(Exposure exposure) {
      String role = exposure.getRole();
      return switch (role) {
        case "server" -> "server in " + exposure.getJurisdiction();
        case "sender", "dmarc-reports" -> role + ' ' + exposure.getOperator();
        default ->
            (role.equals("gateway") ? "receiver" : role)
                + ' '
                + exposure.getOperator()
                + " under "
                + exposure.getJurisdiction();
      };
    }
  }
}
