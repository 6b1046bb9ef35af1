package nl.wolkenkaart.statistics;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import nl.wolkenkaart.provider.Attribution;

/**
 * How many organisations of each sector went from which value to which, and what came and went at
 * each value. Small: sectors times values, whatever the number of organisations.
 */
public final class FlowCounts {
  /** The axes whose flows are counted. */
  static final Set<String> AXES =
      Arrays.stream(ChangeAxis.values())
          .filter(ChangeAxis::flows)
          .map(ChangeAxis::word)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> NO_FLOW =
      Set.of(ChangeKind.APPEARED, ChangeKind.GONE, ChangeKind.EVIDENCE_CHANGED);

  /** What is counted at a value. */
  private enum Column {
    BEFORE,
    MOVED_IN,
    MOVED_OUT,
    SEEN_IN,
    SEEN_OUT,
    LIST_IN,
    LIST_OUT,
    CATALOGUE_IN,
    CATALOGUE_OUT,
    OWNER_IN,
    OWNER_OUT,
    SECTOR_IN,
    SECTOR_OUT,
    APPEARED,
    GONE,
    AFTER
  }

  /** A value of an axis in a sector. */
  private record Place(String sector, String axis, String value) {}

  /** From a value to another. */
  private record Way(String sector, String axis, String from, String to, String kind) {}

  private final Map<Way, Long> ways = new HashMap<>();
  private final Map<Place, Map<Column, Long>> places = new HashMap<>();

  /** Counts a row of the changes; those of axes without flows do not count. */
  void add(Change row) {
    if (!AXES.contains(row.getAxis())) {
      return;
    }
    for (String sector : List.of(row.getSector(), Counts.ALL)) {
      switch (row.getKind()) {
        case ChangeKind.APPEARED -> count(sector, row.getAxis(), row.getTo(), Column.APPEARED);
        case ChangeKind.GONE -> count(sector, row.getAxis(), row.getFrom(), Column.GONE);
        case ChangeKind.MOVED -> flow(sector, row, Column.MOVED_IN, Column.MOVED_OUT);
        case ChangeKind.LIST_CHANGED -> flow(sector, row, Column.LIST_IN, Column.LIST_OUT);
        case ChangeKind.CATALOGUE_CHANGED ->
            flow(sector, row, Column.CATALOGUE_IN, Column.CATALOGUE_OUT);
        case ChangeKind.CHANGED_OWNER -> flow(sector, row, Column.OWNER_IN, Column.OWNER_OUT);
        case ChangeKind.EVIDENCE_CHANGED -> {}
        default -> flow(sector, row, Column.SEEN_IN, Column.SEEN_OUT);
      }
      if (!NO_FLOW.contains(row.getKind())) {
        Way way = new Way(sector, row.getAxis(), row.getFrom(), row.getTo(), row.getKind());
        ways.merge(way, 1L, Long::sum);
      }
    }
  }

  private void flow(String sector, Change row, Column in, Column out) {
    count(sector, row.getAxis(), row.getTo(), in);
    count(sector, row.getAxis(), row.getFrom(), out);
  }

  /** Counts an organisation of the earlier run. */
  void before(Attribution row) {
    at(row.getSector(), row, Column.BEFORE);
    at(Counts.ALL, row, Column.BEFORE);
  }

  /** Counts an organisation of the later run. */
  void after(Attribution row) {
    at(row.getSector(), row, Column.AFTER);
    at(Counts.ALL, row, Column.AFTER);
  }

  /**
   * An organisation that the list has in another sector now: it takes its value along.
   *
   * @param before as it was, by the later catalogue
   * @param sector where it is now
   */
  void changedSector(Attribution before, String sector) {
    at(before.getSector(), before, Column.SECTOR_OUT);
    at(sector, before, Column.SECTOR_IN);
  }

  private void at(String sector, Attribution row, Column column) {
    for (ChangeAxis axis : ChangeAxis.values()) {
      if (axis.flows()) {
        count(sector, axis.word(), String.valueOf(axis.of(row)), column);
      }
    }
  }

  private void count(String sector, String axis, String value, Column column) {
    places
        .computeIfAbsent(new Place(sector, axis, value), p -> new EnumMap<>(Column.class))
        .merge(column, 1L, Long::sum);
  }

  /** The rows of the table of flows, in no order. */
  public List<Flow> flows() {
    return ways.entrySet().stream()
        .map(
            e -> {
              Way way = e.getKey();
              return new Flow(
                  way.sector, way.axis, way.from, way.to, way.kind, (long) e.getValue());
            })
        .toList();
  }

  /** The rows of the table of net flows, in no order. */
  public List<NetFlow> net() {
    return places.entrySet().stream().map(e -> net(e.getKey(), e.getValue())).toList();
  }

  private static NetFlow net(Place place, Map<Column, Long> counts) {
    ToLongFunction<Column> of = column -> counts.getOrDefault(column, 0L);
    long in = of.applyAsLong(Column.MOVED_IN);
    long out = of.applyAsLong(Column.MOVED_OUT);
    return new NetFlow(
        place.sector,
        place.axis,
        place.value,
        of.applyAsLong(Column.BEFORE),
        in,
        out,
        in - out,
        of.applyAsLong(Column.SEEN_IN),
        of.applyAsLong(Column.SEEN_OUT),
        of.applyAsLong(Column.LIST_IN),
        of.applyAsLong(Column.LIST_OUT),
        of.applyAsLong(Column.CATALOGUE_IN),
        of.applyAsLong(Column.CATALOGUE_OUT),
        of.applyAsLong(Column.OWNER_IN),
        of.applyAsLong(Column.OWNER_OUT),
        of.applyAsLong(Column.SECTOR_IN),
        of.applyAsLong(Column.SECTOR_OUT),
        of.applyAsLong(Column.APPEARED),
        of.applyAsLong(Column.GONE),
        of.applyAsLong(Column.AFTER));
  }
}
