package nl.wolkenkaart.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.wolkenkaart.provider.MailStatus;
import nl.wolkenkaart.statistics.CodeLists;
import nl.wolkenkaart.statistics.Counts;
import nl.wolkenkaart.statistics.ScenarioStatistic;
import nl.wolkenkaart.statistics.Statistic;
import nl.wolkenkaart.web.AffectedList.Change;
import nl.wolkenkaart.web.AffectedList.Touched;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What the tables say of scenarios must be what the statistics and the organisations' rows say: it
 * begins from them, nobody is gained or lost, and those who are listed are those who are counted.
 */
final class ScenarioCheck {
  private static final int DECIMALS = 6;
  private static final int SHOWN = 20;
  private static final Set<String> ROLES =
      Set.of(
          "receiver",
          "gateway",
          "backup",
          "backend",
          "possible-backend",
          "server",
          "sender",
          "dmarc-reports");

  private final Set<String> faults = new TreeSet<>();
  private final Figures figures;
  private final List<OrganisationRow> rows;
  private final Map<String, Integer> places;

  private ScenarioCheck(Figures figures, List<OrganisationRow> rows) {
    this.figures = figures;
    this.rows = rows;
    this.places = AffectedList.places(rows);
  }

  private record Cell(String sector, String measure, String value) {}

  /**
   * Compares.
   *
   * @throws ReportException naming what differs
   */
  static void check(List<ScenarioResult> scenarios, Figures figures, List<OrganisationRow> rows) {
    if (scenarios.isEmpty()) {
      return;
    }
    ScenarioCheck check = new ScenarioCheck(figures, rows);
    scenarios.forEach(check::scenario);
    if (!check.faults.isEmpty()) {
      throw new ReportException(
          "the tables contradict each other: "
              + String.join("; ", check.faults.stream().limit(SHOWN).toList()));
    }
  }

  private void scenario(ScenarioResult scenario) {
    String name = "scenario " + scenario.description().id() + ", ";
    Map<Cell, Long> counted = new HashMap<>();
    Map<Cell, Long> undecided = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (String role : scenario.affected().byRole().keySet()) {
      if (!ROLES.contains(role)) {
        faults.add(name + "affected: there is no role " + role);
      }
    }
    for (Touched touched : scenario.affected().all()) {
      Integer place = places.get(touched.id());
      OrganisationRow row = place == null ? null : rows.get(place);
      if (row == null || !row.name().equals(touched.name())) {
        faults.add(name + "affected: no such organisation is in the list: " + touched.id());
      } else if (!row.sector().equals(touched.sector()) || !seen.add(row.id())) {
        faults.add(name + "affected: not as in the list, or there twice: " + touched.id());
      } else if (row.hasShare()) {
        List<Change> changes = new ArrayList<>();
        touched.changes().forEach(i -> changes.add(scenario.affected().changes().get(i)));
        backend(name, row, changes, counted, undecided);
        receiver(name, row, changes, counted, undecided);
      }
    }
    Map<List<String>, Long> gained = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    for (ScenarioStatistic row : scenario.differences()) {
      if (ScenarioResult.LAWS.contains(row.getMeasure())
          || ScenarioResult.OPERATORS.contains(row.getMeasure())) {
        String what = name + row.getSector() + ' ' + row.getMeasure() + ' ' + row.getValue();
        begins(what, row);
        shares(what, row);
        long difference = row.getOrganisationsAfter() - row.getOrganisationsBefore();
        gained.merge(List.of(row.getSector(), row.getMeasure()), difference, Math::addExact);
        Cell cell = new Cell(row.getSector(), row.getMeasure(), row.getValue());
        listed(what, cell, difference, orZero(counted.remove(cell)), undecided);
      }
    }
    counted.forEach((cell, n) -> listed(name + cell, cell, 0, n, undecided));
    gained.forEach(
        (what, sum) -> {
          if (sum != 0) {
            faults.add(name + what + ": " + sum + " more than before");
          }
        });
  }

  /**
   * What is counted is who is listed. Of an organisation with several possible operators the list
   * names each of them, so it may make a difference in one value more than it is listed for.
   */
  private void listed(
      String what, Cell cell, long said, long counted, Map<Cell, Long> undecided) {
    long slack = orZero(undecided.get(new Cell(cell.sector(), cell.measure(), "")));
    if (Math.abs(said - counted) > slack) {
      faults.add(what + ": the table says " + said + ", those listed make " + counted);
    }
  }

  private void begins(String what, ScenarioStatistic row) {
    Statistic is =
        figures.row(row.getSector(), row.getMeasure(), row.getValue()).orElse(null);
    boolean same =
        is == null
            ? row.getOrganisationsBefore() == 0
            : is.getOrganisations() == row.getOrganisationsBefore()
                && Objects.equals(is.getShare(), row.getShareBefore());
    if (!same) {
      faults.add(what + ": begins from " + row.getOrganisationsBefore() + ", not from " + is);
    }
  }

  private void shares(String what, ScenarioStatistic row) {
    long whole = figures.denominator(row.getSector());
    if (row.getDenominatorAfter() == null) {
      if (row.getOrganisationsAfter() != 0) {
        faults.add(what + ": has no denominator");
      }
    } else if (row.getDenominatorAfter() != whole
        || !Objects.equals(row.getShareAfter(), share(row.getOrganisationsAfter(), whole))) {
      faults.add(what + ": the share as it would be is not that of " + whole);
    }
  }

  private static double share(long part, long whole) {
    return whole == 0
        ? 0
        : BigDecimal.valueOf(part)
            .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP)
            .doubleValue();
  }

  private void backend(
      String name,
      OrganisationRow row,
      List<Change> changes,
      Map<Cell, Long> counted,
      Map<Cell, Long> undecided) {
    if (row.status().equals(MailStatus.CONFLICT)) {
      undecided(row, "backend", undecided);
      return;
    }
    for (Change change : changes) {
      if (change.role().equals("backend")) {
        begins(name, row, change, row.backend(), law(row.backend(), row.backendLaw()));
        count(row, "backend", change, counted);
      }
    }
  }

  /** Who receives may be a filter before and none afterwards, or the other way round. */
  private void receiver(
      String name,
      OrganisationRow row,
      List<Change> changes,
      Map<Cell, Long> counted,
      Map<Cell, Long> undecided) {
    if (row.receiverConflict()) {
      undecided(row, "receiver", undecided);
      return;
    }
    Change was = null;
    Change would = null;
    for (Change change : changes) {
      if (change.role().equals("receiver") || change.role().equals("gateway")) {
        was = change.operatorBefore().equals("none") ? was : change;
        would = change.operatorAfter().equals("none") ? would : change;
      }
    }
    if (was != null && would != null) {
      begins(name, row, was, row.receiver(), law(row.receiver(), row.receiverLaw()));
      Change whole =
          new Change(
              "receiver",
              was.operatorBefore(),
              was.lawBefore(),
              would.operatorAfter(),
              would.lawAfter());
      count(row, "receiver", whole, counted);
    } else if (was != null || would != null) {
      faults.add(name + "affected: nobody receives for " + row.id());
    }
  }

  private void begins(
      String name, OrganisationRow row, Change change, String operator, String law) {
    if (!change.operatorBefore().equals(operator) || !change.lawBefore().equals(law)) {
      faults.add(name + "affected: " + row.id() + " has another " + change.role() + " in its row");
    }
  }

  private static void count(
      OrganisationRow row, String measure, Change change, Map<Cell, Long> counted) {
    String laws = measure + "_jurisdiction";
    for (String sector : List.of(row.sector(), Counts.ALL)) {
      add(counted, new Cell(sector, measure, change.operatorBefore()), -1);
      add(counted, new Cell(sector, measure, change.operatorAfter()), 1);
      add(counted, new Cell(sector, laws, change.lawBefore()), -1);
      add(counted, new Cell(sector, laws, change.lawAfter()), 1);
    }
  }

  private static void undecided(OrganisationRow row, String measure, Map<Cell, Long> undecided) {
    for (String sector : List.of(row.sector(), Counts.ALL)) {
      add(undecided, new Cell(sector, measure, ""), 1);
      add(undecided, new Cell(sector, measure + "_jurisdiction", ""), 1);
    }
  }

  private static void add(Map<Cell, Long> counts, Cell cell, long n) {
    counts.merge(cell, n, Math::addExact);
  }

  private static long orZero(@Nullable Long n) {
    return n == null ? 0 : n;
  }

  private static String law(String operator, @Nullable String law) {
    if (law != null) {
      return law;
    }
    return operator.equals(CodeLists.SELF) ? CodeLists.SELF : CodeLists.UNKNOWN;
  }
}
