package nl.wolkenkaart.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.provider.Provider;
import nl.wolkenkaart.statistics.Change;
import nl.wolkenkaart.statistics.ChangeKind;
import nl.wolkenkaart.statistics.CodeLists;

/**
 * What was planted from one year to the next, and whether a comparison found exactly that. The rows
 * of status, receiver and backend, and of a change of owner, are known to the letter; of the other
 * axes it is known whose may differ, and why.
 */
public final class PlantedChanges {
  private static final List<String> AXES = List.of("status", "receiver", "backend");
  private static final Set<String> UNSEEN =
      Set.of("unknown", "conflict", "lookup_failed", "unknown_backend");
  private static final Set<String> OF_THE_WORLD =
      Set.of(
          ChangeKind.MOVED,
          ChangeKind.NOW_SEEN,
          ChangeKind.NO_LONGER_SEEN,
          ChangeKind.UNDECIDED,
          ChangeKind.EVIDENCE_CHANGED);

  /** A row of the changes, without its evidence. */
  private record Row(String id, String axis, String kind, String from, String to) {}

  private final Set<Row> rows = new HashSet<>();

  /** Which kinds of rows an organisation may have. */
  private final Map<String, Set<String>> kinds = new HashMap<>();

  /** What the later catalogue finds in the earlier year, by organisation. */
  private final Map<String, Expectation> listed = new HashMap<>();

  private final Set<String> moved = new TreeSet<>();
  private final Set<String> otherEvidence = new TreeSet<>();

  private PlantedChanges() {}

  static PlantedChanges of(
      List<PlantedOrganisation> before, List<PlantedOrganisation> after, Evolution evolution) {
    PlantedChanges changes = new PlantedChanges();
    Map<String, PlantedOrganisation> later = new HashMap<>();
    after.forEach(organisation -> later.put(organisation.id(), organisation));
    for (PlantedOrganisation earlier : before) {
      Expectation was = earlier.expected();
      Expectation listed = LaterCatalogue.of(was);
      changes.listed.put(earlier.id(), listed);
      changes.rows(earlier.id(), ChangeKind.CATALOGUE_CHANGED, was, listed);
      PlantedOrganisation now = later.remove(earlier.id());
      if (now == null) {
        changes.rows(earlier.id(), ChangeKind.GONE, listed, null);
      } else {
        changes.rows(earlier.id(), null, listed, now.expected());
      }
      if (evolution.moves().containsKey(earlier.number())) {
        changes.moved.add(earlier.id());
        changes.allowed(earlier.id()).addAll(OF_THE_WORLD);
      } else if (evolution.turns().containsKey(earlier.number())) {
        changes.otherEvidence.add(earlier.id());
        changes.allowed(earlier.id()).add(ChangeKind.EVIDENCE_CHANGED);
      }
    }
    later
        .values()
        .forEach(
            newcomer ->
                changes.rows(newcomer.id(), ChangeKind.APPEARED, null, newcomer.expected()));
    return changes;
  }

  /**
   * Expects what companies changed owner from one day to another: whose receiver or backend of the
   * earlier year stands under another law, has that for a change.
   *
   * @param catalogue the later one, whose dated owners say who was sold
   */
  public void expectOwners(Catalogue catalogue, LocalDate from, LocalDate to) {
    Catalogue then = catalogue.asOf(from);
    Catalogue now = catalogue.asOf(to);
    listed.forEach(
        (id, found) -> {
          for (String axis : List.of("receiver", "backend")) {
            Optional<Provider> was = then.provider(value(axis, found));
            Optional<Provider> is = now.provider(value(axis, found));
            String before = was.map(Provider::jurisdiction).orElse(CodeLists.UNKNOWN);
            String after = is.map(Provider::jurisdiction).orElse(CodeLists.UNKNOWN);
            if (!before.equals(after)) {
              String law = axis + "_jurisdiction";
              rows.add(new Row(id, law, ChangeKind.CHANGED_OWNER, before, after));
            }
          }
        });
  }

  private Set<String> allowed(String id) {
    return kinds.computeIfAbsent(id, i -> new TreeSet<>());
  }

  /**
   * @param kind null for one that follows from the values
   */
  private void rows(String id, String kind, Expectation from, Expectation to) {
    for (String axis : AXES) {
      String was = from == null ? null : value(axis, from);
      String is = to == null ? null : value(axis, to);
      if (!Objects.equals(was, is)) {
        String of = kind == null ? kind(was, is) : kind;
        rows.add(new Row(id, axis, of, was, is));
        allowed(id).add(of);
      }
    }
  }

  private static String value(String axis, Expectation e) {
    if (axis.equals("status") || CodeLists.WITHOUT_SHARE.contains(e.status())) {
      return e.status();
    }
    if (axis.equals("receiver")) {
      boolean several = e.status().equals("conflict") && e.receiver().equals("unknown");
      return several ? "conflict" : e.receiver();
    }
    return e.status().equals("conflict") ? "conflict" : e.backend();
  }

  private static String kind(String from, String to) {
    if (UNSEEN.contains(from)) {
      return UNSEEN.contains(to) ? ChangeKind.UNDECIDED : ChangeKind.NOW_SEEN;
    }
    return UNSEEN.contains(to) ? ChangeKind.NO_LONGER_SEEN : ChangeKind.MOVED;
  }

  /**
   * What a comparison found against what was planted.
   *
   * @param table for people: planted and found organisations by kind. ASCII.
   * @param differences a line for each row that is missing or should not be there
   */
  public record Found(String table, List<String> differences) {}

  /** Holds a comparison against what was planted. */
  public Found found(Iterable<Change> changes) {
    Set<Row> missing = new HashSet<>(rows);
    Set<String> silent = new TreeSet<>(otherEvidence);
    Map<String, Set<String>> organisations = new TreeMap<>();
    List<String> differences = new ArrayList<>();
    for (Change change : changes) {
      String id = change.getOrganisationId();
      String kind = change.getKind();
      Row row = new Row(id, change.getAxis(), kind, change.getFrom(), change.getTo());
      boolean sure =
          kind.equals(ChangeKind.CHANGED_OWNER)
              || (AXES.contains(row.axis) && !kind.equals(ChangeKind.EVIDENCE_CHANGED));
      boolean planted =
          sure ? missing.remove(row) : kinds.getOrDefault(id, Set.of()).contains(kind);
      if (!planted) {
        differences.add("found, not planted: " + row + ' ' + change.getItem());
      }
      if (kind.equals(ChangeKind.EVIDENCE_CHANGED)) {
        silent.remove(id);
      }
      String group = moved.contains(id) && OF_THE_WORLD.contains(kind) ? "moves" : kind;
      organisations.computeIfAbsent(group, k -> new HashSet<>()).add(id);
    }
    missing.stream().map(row -> "planted, not found: " + row).sorted().forEach(differences::add);
    silent.forEach(id -> differences.add("planted, not found: other evidence of " + id));
    return new Found(table(organisations), differences);
  }

  private String table(Map<String, Set<String>> found) {
    Map<String, Set<String>> planted = new TreeMap<>();
    planted.put("moves", moved);
    planted.put(ChangeKind.EVIDENCE_CHANGED, otherEvidence);
    rows.stream()
        .filter(row -> !OF_THE_WORLD.contains(row.kind))
        .forEach(row -> planted.computeIfAbsent(row.kind, k -> new HashSet<>()).add(row.id));
    Set<String> groups = new TreeSet<>(planted.keySet());
    groups.addAll(found.keySet());
    StringBuilder text = new StringBuilder();
    text.append("SYNTHETIC: a made-up country. Nothing here is about a real organisation.\n");
    text.append("Organisations that changed from one year to the next, by what changed them\n\n");
    text.append(String.format(Locale.ROOT, "%-20s %8s %8s%n", "", "planted", "found"));
    for (String group : groups) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-20s %,8d %,8d%n",
              group,
              planted.getOrDefault(group, Set.of()).size(),
              found.getOrDefault(group, Set.of()).size()));
    }
    return text.toString();
  }
}
