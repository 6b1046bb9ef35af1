package nl.wolkenkaart.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wolkenkaart.provider.MailStatus;
import nl.wolkenkaart.statistics.CodeLists;
import nl.wolkenkaart.statistics.Counts;
import nl.wolkenkaart.web.AffectedList.Change;
import nl.wolkenkaart.web.AffectedList.Touched;

/**
 * Counts those who are listed as affected, by what changes of them. Of an organisation with several
 * possible operators the list names each, while the statistics count one conflict; how many these
 * are is counted apart.
 */
final class AffectedRecount {
  private final String name;
  private final Set<String> faults;
  private final Map<Cell, Long> counted = new HashMap<>();
  private final Map<Cell, Long> undecided = new HashMap<>();

  /** A value of a measure in a sector. */
  record Cell(String sector, String measure, String value) {}

  /**
   * With nobody yet.
   *
   * @param name of the scenario, for what is wrong
   * @param faults where that goes
   */
  AffectedRecount(String name, Set<String> faults) {
    this.name = name;
    this.faults = faults;
  }

  /** Adds an organisation that has mail and an answer. */
  void add(OrganisationRow row, Touched touched, List<Change> all) {
    List<Change> changes = new ArrayList<>();
    touched.changes().forEach(i -> changes.add(all.get(i)));
    backend(row, changes);
    receiver(row, changes);
  }

  /** By how much each value would differ, by those who are listed. */
  Map<Cell, Long> counted() {
    return counted;
  }

  /** How many of those who are listed may make a difference of one in a value, and not be told. */
  long undecided(Cell cell) {
    return undecided.getOrDefault(new Cell(cell.sector(), cell.measure(), ""), 0L);
  }

  private void backend(OrganisationRow row, List<Change> changes) {
    if (row.status().equals(MailStatus.CONFLICT)) {
      undecided(row, "backend");
      return;
    }
    for (Change change : changes) {
      if (change.role().equals("backend")) {
        begins(row, change, row.backend(), CodeLists.law(row.backend(), row.backendLaw()));
        count(row, "backend", change);
      }
    }
  }

  /** Who receives may be a filter before and none afterwards, or the other way round. */
  private void receiver(OrganisationRow row, List<Change> changes) {
    if (row.receiverConflict()) {
      undecided(row, "receiver");
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
      begins(row, was, row.receiver(), CodeLists.law(row.receiver(), row.receiverLaw()));
      Change whole =
          new Change(
              "receiver",
              was.operatorBefore(),
              was.lawBefore(),
              would.operatorAfter(),
              would.lawAfter());
      count(row, "receiver", whole);
    } else if (was != null || would != null) {
      faults.add(name + "affected: nobody receives for " + row.id());
    }
  }

  private void begins(OrganisationRow row, Change change, String operator, String law) {
    if (!change.operatorBefore().equals(operator) || !change.lawBefore().equals(law)) {
      faults.add(name + "affected: " + row.id() + " has another " + change.role() + " in its row");
    }
  }

  private void count(OrganisationRow row, String measure, Change change) {
    String laws = measure + "_jurisdiction";
    for (String sector : List.of(row.sector(), Counts.ALL)) {
      add(counted, new Cell(sector, measure, change.operatorBefore()), -1);
      add(counted, new Cell(sector, measure, change.operatorAfter()), 1);
      add(counted, new Cell(sector, laws, change.lawBefore()), -1);
      add(counted, new Cell(sector, laws, change.lawAfter()), 1);
    }
  }

  private void undecided(OrganisationRow row, String measure) {
    for (String sector : List.of(row.sector(), Counts.ALL)) {
      add(undecided, new Cell(sector, measure, ""), 1);
      add(undecided, new Cell(sector, measure + "_jurisdiction", ""), 1);
    }
  }

  private static void add(Map<Cell, Long> counts, Cell cell, long n) {
    counts.merge(cell, n, Math::addExact);
  }
}
