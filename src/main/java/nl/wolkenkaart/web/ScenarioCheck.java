package nl.wolkenkaart.web;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.wolkenkaart.statistics.ScenarioStatistic;
import nl.wolkenkaart.statistics.Shares;
import nl.wolkenkaart.statistics.Statistic;
import nl.wolkenkaart.web.AffectedList.Touched;
import nl.wolkenkaart.web.AffectedRecount.Cell;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What the tables say of scenarios must be what the statistics and the organisations' rows say: it
 * begins from them, nobody is gained or lost, and those who are listed are those who are counted.
 */
final class ScenarioCheck {
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
    AffectedRecount recount = new AffectedRecount(name, faults);
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
        recount.add(row, touched, scenario.affected().changes());
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
        listed(what, cell, difference, recount.counted().remove(cell), recount);
      }
    }
    recount.counted().forEach((cell, n) -> listed(name + cell, cell, 0, n, recount));
    gained.forEach(
        (what, sum) -> {
          if (sum != 0) {
            faults.add(name + what + ": " + sum + " more than before");
          }
        });
  }

  /** What is counted is who is listed. */
  private void listed(
      String what, Cell cell, long said, @Nullable Long listed, AffectedRecount recount) {
    long counted = listed == null ? 0 : listed;
    if (Math.abs(said - counted) > recount.undecided(cell)) {
      faults.add(what + ": the table says " + said + ", those listed make " + counted);
    }
  }

  private void begins(String what, ScenarioStatistic row) {
    Statistic is = figures.row(row.getSector(), row.getMeasure(), row.getValue()).orElse(null);
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
    return whole == 0 ? 0 : Shares.share(part, whole);
  }
}
