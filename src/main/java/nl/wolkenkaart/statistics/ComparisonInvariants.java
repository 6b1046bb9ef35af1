package nl.wolkenkaart.statistics;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/**
 * What must be true of every comparison: nobody is lost between two runs, and every flow can be
 * recounted from the changes. Reads the tables that were written.
 */
public final class ComparisonInvariants {
  static final String CODES = "every axis and kind is in its documented list";
  static final String CHAIN =
      "of an organisation's steps on one axis the second begins where the first ends";
  static final String OWNERS = "another owner changes the law and nothing else";
  static final String ORGANISATIONS =
      "every organisation of one run alone has its rows appeared or gone, and no other has any";
  static final String FLOWS = "the flows equal a recount of the changes";
  static final String NET = "what came and went at each value equals the flows";
  static final String CONSERVED =
      "before + all that came + appeared - all that left - gone = after, for each value";
  static final String TOTAL = "the rows of all are the sums of the sectors";
  static final String STATISTICS = "before and after equal the statistics of the two runs";

  /** The columns that follow from the changes. */
  private static final ImmutableMap<String, ToLongFunction<NetFlow>> COLUMNS =
      ImmutableMap.<String, ToLongFunction<NetFlow>>builder()
          .put("moved_in", NetFlow::getMovedIn)
          .put("moved_out", NetFlow::getMovedOut)
          .put("seen_in", NetFlow::getSeenIn)
          .put("seen_out", NetFlow::getSeenOut)
          .put("list_in", NetFlow::getListIn)
          .put("list_out", NetFlow::getListOut)
          .put("catalogue_in", NetFlow::getCatalogueIn)
          .put("catalogue_out", NetFlow::getCatalogueOut)
          .put("owner_in", NetFlow::getOwnerIn)
          .put("owner_out", NetFlow::getOwnerOut)
          .put("appeared", NetFlow::getAppeared)
          .put("gone", NetFlow::getGone)
          .buildOrThrow();

  private final InvariantReport.Collector collector = new InvariantReport.Collector();
  private final FlowCounts recount = new FlowCounts();

  private ComparisonInvariants() {}

  /**
   * Checks a comparison.
   *
   * @param changes in their order
   */
  public static InvariantReport check(
      ComparisonFacts facts,
      Iterable<Change> changes,
      Iterable<Flow> flows,
      Iterable<NetFlow> net) {
    ComparisonInvariants invariants = new ComparisonInvariants();
    invariants.checkChanges(facts, changes);
    invariants.checkFlows(flows);
    invariants.checkNet(net);
    return invariants.collector.report();
  }

  /**
   * Holds the net flows against the statistics of the runs that were compared. Of statistics in
   * which small cells were pooled, those cells are compared that are left.
   */
  public static InvariantReport checkStatistics(
      Iterable<NetFlow> net, List<Statistic> before, List<Statistic> after) {
    ComparisonInvariants invariants = new ComparisonInvariants();
    invariants.collector.announce(STATISTICS);
    Map<CountKey, Long> was = new TreeMap<>();
    Map<CountKey, Long> is = new TreeMap<>();
    for (NetFlow row : net) {
      was.put(key(row), row.getOrganisationsBefore());
      is.put(key(row), row.getOrganisationsAfter());
    }
    invariants.checkStatistics("before", was, before);
    invariants.checkStatistics("after", is, after);
    return invariants.collector.report();
  }

  private void checkStatistics(String when, Map<CountKey, Long> found, List<Statistic> rows) {
    boolean pooled = PooledRows.areIn(rows);
    Map<CountKey, Long> counts = new TreeMap<>();
    for (Statistic row : rows) {
      if (FlowCounts.AXES.contains(row.getMeasure())) {
        counts.put(
            new CountKey(row.getSector(), row.getMeasure(), row.getValue()),
            row.getOrganisations());
      }
    }
    Set<CountKey> keys = new TreeSet<>(found.keySet());
    keys.addAll(counts.keySet());
    if (pooled) {
      keys.retainAll(found.keySet());
      keys.retainAll(counts.keySet());
    }
    for (CountKey key : keys) {
      compare(
          STATISTICS,
          when + " at " + key,
          found.getOrDefault(key, 0L),
          counts.getOrDefault(key, 0L));
    }
  }

  private void checkChanges(ComparisonFacts facts, Iterable<Change> changes) {
    List.of(CODES, CHAIN, OWNERS, ORGANISATIONS).forEach(collector::announce);
    Set<Object> axes = codes("axis");
    Set<Object> kinds = codes("kind");
    long appeared = 0;
    long gone = 0;
    Change last = null;
    for (Change row : changes) {
      collector.check(CODES, axes.contains(row.getAxis()), "Undocumented axis in " + name(row));
      collector.check(CODES, kinds.contains(row.getKind()), "Undocumented kind in " + name(row));
      collector.check(
          OWNERS,
          !row.getKind().equals(ChangeKind.CHANGED_OWNER)
              || row.getAxis().equals(Counts.RECEIVER_JURISDICTION)
              || row.getAxis().equals(Counts.BACKEND_JURISDICTION),
          "Another owner would change " + name(row));
      if (last != null
          && last.getOrganisationId().equals(row.getOrganisationId())
          && last.getAxis().equals(row.getAxis())
          && last.getItem().equals(row.getItem())) {
        collector.check(
            CHAIN,
            Objects.equals(last.getTo(), row.getFrom()),
            name(last)
                + " ends at "
                + last.getTo()
                + ", "
                + name(row)
                + " begins at "
                + row.getFrom());
      }
      last = row;
      if (row.getAxis().equals(Counts.STATUS)) {
        appeared += row.getKind().equals(ChangeKind.APPEARED) ? 1 : 0;
        gone += row.getKind().equals(ChangeKind.GONE) ? 1 : 0;
      }
      recount.add(row);
    }
    compare(ORGANISATIONS, "appeared", appeared, facts.appeared());
    compare(ORGANISATIONS, "gone", gone, facts.gone());
  }

  private static Set<Object> codes(String field) {
    Schema schema = Change.getClassSchema();
    return new HashSet<>((List<?>) schema.getField(field).getObjectProp("values"));
  }

  private void checkFlows(Iterable<Flow> flows) {
    List.of(FLOWS, TOTAL).forEach(collector::announce);
    Set<Flow> expected = new HashSet<>(recount.flows());
    Map<List<String>, Long> sums = new TreeMap<>(ComparisonInvariants::compareLists);
    for (Flow row : flows) {
      collector.check(FLOWS, expected.remove(row), "A recount does not give the flow " + row);
      boolean total = row.getSector().equals(Counts.ALL);
      sums.merge(
          List.of(row.getAxis(), row.getFrom(), row.getTo(), row.getKind()),
          total ? -row.getOrganisations() : row.getOrganisations(),
          Long::sum);
    }
    expected.forEach(row -> collector.check(FLOWS, false, "There is no row for the flow " + row));
    sums.forEach((key, sum) -> compare(TOTAL, "flow " + key + " less all", sum, 0));
  }

  private void checkNet(Iterable<NetFlow> net) {
    List.of(NET, CONSERVED).forEach(collector::announce);
    Map<CountKey, NetFlow> expected =
        recount.net().stream().collect(Collectors.toMap(ComparisonInvariants::key, row -> row));
    Map<CountKey, Long> sums = new TreeMap<>();
    for (NetFlow row : net) {
      CountKey key = key(row);
      NetFlow counted = expected.remove(key);
      COLUMNS.forEach(
          (column, of) -> {
            long wanted = counted == null ? 0 : of.applyAsLong(counted);
            compare(NET, column + " at " + key, of.applyAsLong(row), wanted);
          });
      compare(NET, "net at " + key, row.getNet(), row.getMovedIn() - row.getMovedOut());
      long after =
          row.getOrganisationsBefore()
              + row.getMovedIn()
              + row.getSeenIn()
              + row.getListIn()
              + row.getCatalogueIn()
              + row.getOwnerIn()
              + row.getSectorIn()
              + row.getAppeared()
              - row.getMovedOut()
              - row.getSeenOut()
              - row.getListOut()
              - row.getCatalogueOut()
              - row.getOwnerOut()
              - row.getSectorOut()
              - row.getGone();
      compare(CONSERVED, "after at " + key, row.getOrganisationsAfter(), after);
      int sign = row.getSector().equals(Counts.ALL) ? -1 : 1;
      sums.merge(
          new CountKey(Counts.ALL, row.getAxis(), row.getValue()),
          sign * row.getOrganisationsAfter(),
          Long::sum);
    }
    expected.keySet().forEach(key -> collector.check(NET, false, "There is no row for " + key));
    sums.forEach((key, sum) -> compare(TOTAL, "after at " + key + " less all", sum, 0));
  }

  private void compare(String invariant, String what, long found, long expected) {
    collector.check(
        invariant, found == expected, what + " is " + found + ", it should be " + expected);
  }

  private static CountKey key(NetFlow row) {
    return new CountKey(row.getSector(), row.getAxis(), row.getValue());
  }

  private static int compareLists(List<String> a, List<String> b) {
    return Arrays.compare(a.toArray(new String[0]), b.toArray(new String[0]));
  }

  private static String name(Change row) {
    return String.join(" ", row.getOrganisationId(), row.getAxis(), row.getItem(), row.getKind());
  }
}
