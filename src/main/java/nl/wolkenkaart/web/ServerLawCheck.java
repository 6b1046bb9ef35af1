package nl.wolkenkaart.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import nl.wolkenkaart.provider.MailStatus;
import nl.wolkenkaart.statistics.CodeLists;
import nl.wolkenkaart.statistics.Counts;
import nl.wolkenkaart.statistics.ServerLaw;
import org.checkerframework.checker.nullness.qual.Nullable;

/** What server_law says of place and law must be what the organisations' rows say. */
final class ServerLawCheck {
  private ServerLawCheck() {}

  /**
   * Compares; a table that is not there is not wrong.
   *
   * @throws ReportException naming each cell that differs
   */
  static void check(List<ServerLaw> table, Figures figures, List<OrganisationRow> rows) {
    if (table.isEmpty()) {
      return;
    }
    Map<List<String>, Long> counted = new HashMap<>();
    for (OrganisationRow row : rows) {
      if (row.hasShare()) {
        String place = Objects.requireNonNullElse(row.serverCountry(), CodeLists.UNKNOWN);
        String first = law(row.receiverConflict(), row.receiver(), row.receiverLaw());
        boolean conflict = row.status().equals(MailStatus.CONFLICT);
        String last = law(conflict, row.backend(), row.backendLaw());
        for (String sector : List.of(row.sector(), Counts.ALL)) {
          counted.merge(List.of(sector, "receiver", place, first), 1L, Math::addExact);
          counted.merge(List.of(sector, "backend", place, last), 1L, Math::addExact);
        }
      }
    }
    Map<List<String>, Long> said = new HashMap<>();
    Set<String> faults = new TreeSet<>();
    for (ServerLaw row : table) {
      List<String> cell =
          List.of(row.getSector(), row.getRole(), row.getServerCountry(), row.getJurisdiction());
      said.merge(cell, row.getOrganisations(), Math::addExact);
      if (row.getDenominator() != figures.denominator(row.getSector())) {
        faults.add("server_law " + cell + ": another denominator than the statistics");
      }
    }
    Set<String> cells = new TreeSet<>();
    counted.forEach((cell, n) -> cells.add(n.equals(said.get(cell)) ? "" : cell + ": rows " + n));
    said.forEach((cell, n) -> cells.add(n.equals(counted.get(cell)) ? "" : cell + ": table " + n));
    cells.remove("");
    cells.forEach(cell -> faults.add("server_law " + cell));
    if (!faults.isEmpty()) {
      throw new ReportException("the tables contradict each other: " + String.join("; ", faults));
    }
  }

  private static String law(boolean conflict, String operator, @Nullable String law) {
    return conflict ? MailStatus.CONFLICT : CodeLists.law(operator, law);
  }
}
