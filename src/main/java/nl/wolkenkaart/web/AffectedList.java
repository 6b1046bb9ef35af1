package nl.wolkenkaart.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.wolkenkaart.statistics.Affected;
import nl.wolkenkaart.statistics.Utf8Order;

/**
 * The organisations that one scenario touches, in the order of the table, each with what changes of
 * it. Equal changes are kept once.
 */
final class AffectedList {
  private final List<Touched> all = new ArrayList<>();
  private final Map<Change, Integer> changes = new LinkedHashMap<>();
  private final Map<String, Set<String>> roles = new TreeMap<>(Utf8Order.UTF8_ORDER);
  private String last = "";

  /**
   * What changes in one role.
   *
   * @param role a role of exposures
   * @param operatorBefore {@code none} where nobody has it
   * @param lawBefore a country, {@code self}, {@code unknown} or {@code none}
   */
  record Change(
      String role,
      String operatorBefore,
      String lawBefore,
      String operatorAfter,
      String lawAfter) {}

  /**
   * An organisation.
   *
   * @param changes their places in {@link #changes}
   */
  record Touched(String id, String name, String sector, List<Integer> changes) {}

  /** Adds the next row of the table. */
  void add(Affected row) {
    Change change =
        new Change(
            row.getRole(),
            row.getOperatorBefore(),
            row.getJurisdictionBefore(),
            row.getOperatorAfter(),
            row.getJurisdictionAfter());
    int place = changes.computeIfAbsent(change, c -> changes.size());
    if (all.isEmpty() || !row.getOrganisationId().equals(last)) {
      last = row.getOrganisationId();
      all.add(new Touched(last, row.getOrganisationName(), row.getSector(), new ArrayList<>(2)));
    }
    all.get(all.size() - 1).changes().add(place);
    roles.computeIfAbsent(row.getRole(), role -> new HashSet<>()).add(last);
  }

  /** The organisations. */
  List<Touched> all() {
    return all;
  }

  /** The changes that there are, in the order in which they first came. */
  List<Change> changes() {
    return List.copyOf(changes.keySet());
  }

  /** How many organisations are touched in each role. */
  Map<String, Integer> byRole() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    roles.forEach((role, ids) -> counts.put(role, ids.size()));
    return counts;
  }

  /** The places of organisations by identifier, for those who look many up. */
  static Map<String, Integer> places(List<OrganisationRow> rows) {
    Map<String, Integer> places = new HashMap<>();
    for (OrganisationRow row : rows) {
      places.put(row.id(), places.size());
    }
    return places;
  }
}
