package nl.wolkenkaart.statistics;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Exposure;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What differs between the exposures of one organisation. In each role, an operator whose law
 * changes is one row; operators that go and come are paired in their order.
 */
public final class AffectedRows {
  /** In place of an operator and its jurisdiction where nobody has the role. */
  public static final String NONE = "none";

  private AffectedRows() {}

  private record Who(String operator, String jurisdiction) implements Comparable<Who> {
    @Override
    public int compareTo(Who other) {
      int byOperator = Utf8Order.UTF8_ORDER.compare(operator, other.operator);
      return byOperator != 0
          ? byOperator
          : Utf8Order.UTF8_ORDER.compare(jurisdiction, other.jurisdiction);
    }
  }

  private static final Who NOBODY = new Who(NONE, NONE);

  /** The rows of one organisation and scenario; none where nothing differs. */
  public static List<Affected> of(
      String scenario, Attribution row, List<Exposure> before, List<Exposure> after) {
    Map<String, SortedSet<Who>> gone = byRole(before);
    Map<String, SortedSet<Who>> come = byRole(after);
    TreeSet<String> roles = new TreeSet<>(gone.keySet());
    roles.addAll(come.keySet());
    List<Affected> affected = new ArrayList<>();
    for (String role : roles) {
      SortedSet<Who> old = gone.getOrDefault(role, new TreeSet<>());
      SortedSet<Who> young = come.getOrDefault(role, new TreeSet<>());
      SortedSet<Who> same = new TreeSet<>(old);
      same.retainAll(young);
      old.removeAll(same);
      young.removeAll(same);
      for (Who was : List.copyOf(old)) {
        Who stays = ofOperator(young, was.operator());
        if (stays != null) {
          affected.add(row(scenario, row, role, was, stays));
          old.remove(was);
          young.remove(stays);
        }
      }
      Iterator<Who> next = young.iterator();
      for (Who was : old) {
        affected.add(row(scenario, row, role, was, next.hasNext() ? next.next() : NOBODY));
      }
      while (next.hasNext()) {
        affected.add(row(scenario, row, role, NOBODY, next.next()));
      }
    }
    return affected;
  }

  private static Map<String, SortedSet<Who>> byRole(List<Exposure> exposures) {
    Map<String, SortedSet<Who>> roles = new TreeMap<>();
    for (Exposure exposure : exposures) {
      roles
          .computeIfAbsent(exposure.getRole(), role -> new TreeSet<>())
          .add(new Who(exposure.getOperator(), exposure.getJurisdiction()));
    }
    return roles;
  }

  private static @Nullable Who ofOperator(SortedSet<Who> among, String operator) {
    return among.stream().filter(who -> who.operator().equals(operator)).findFirst().orElse(null);
  }

  private static Affected row(
      String scenario, Attribution row, String role, Who before, Who after) {
    return new Affected(
        scenario,
        row.getOrganisationId(),
        row.getOrganisationName(),
        row.getSector(),
        role,
        before.operator(),
        before.jurisdiction(),
        after.operator(),
        after.jurisdiction());
  }
}
