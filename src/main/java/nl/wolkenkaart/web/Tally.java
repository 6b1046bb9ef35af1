package nl.wolkenkaart.web;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.Table;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import nl.wolkenkaart.statistics.Utf8Order;
import org.checkerframework.checker.nullness.qual.Nullable;

/** What the pictures count across columns, which the statistics table does not hold. */
final class Tally {
  private final Part all = new Part();
  private final NavigableMap<String, Part> sectors = new TreeMap<>(Utf8Order.UTF8_ORDER);
  private final NavigableMap<String, Part> regions = new TreeMap<>(Utf8Order.UTF8_ORDER);
  private final Map<String, String> laws = new HashMap<>();
  private final Table<Group, Group, Long> behind = HashBasedTable.create();
  private final Map<String, Map<Group, Long>> behindReceiver = new TreeMap<>(Utf8Order.UTF8_ORDER);

  Tally(List<OrganisationRow> rows, Groups groups) {
    for (OrganisationRow row : rows) {
      law(row.receiver(), row.receiverLaw());
      law(row.backend(), row.backendLaw());
      Group first = row.receiverGroup(groups);
      Group last = row.backendGroup(groups);
      all.add(row, first, last);
      sectors.computeIfAbsent(row.sector(), sector -> new Part()).add(row, first, last);
      if (row.region() != null) {
        regions.computeIfAbsent(row.region(), region -> new Part()).add(row, first, last);
      }
      if (row.hasShare()) {
        add(behind, first, last);
        if (!row.receiver().equals(row.backend()) && first.compareTo(Group.CONFLICT) < 0) {
          behindReceiver
              .computeIfAbsent(row.receiver(), id -> new EnumMap<>(Group.class))
              .merge(last, 1L, Math::addExact);
        }
      }
    }
  }

  private void law(String operator, @Nullable String law) {
    if (law != null) {
      laws.putIfAbsent(operator, law);
    }
  }

  /** Country of an operator's ultimate parent as the rows give it; null where none does. */
  @Nullable String law(String operator) {
    return laws.get(operator);
  }

  private static void add(Table<Group, Group, Long> table, Group row, Group column) {
    Long before = table.get(row, column);
    table.put(row, column, before == null ? 1L : before + 1);
  }

  Part all() {
    return all;
  }

  /** A sector; empty counts for one that is not in the list. */
  Part sector(String id) {
    return sectors.getOrDefault(id, new Part());
  }

  NavigableMap<String, Part> sectors() {
    return Collections.unmodifiableNavigableMap(sectors);
  }

  /** The regions of the list, as far as it gives any. */
  NavigableMap<String, Part> regions() {
    return Collections.unmodifiableNavigableMap(regions);
  }

  /** How many organisations whose mail one group receives first have their mailboxes at another. */
  long behind(Group first, Group last) {
    return orZero(behind.get(first, last));
  }

  /** Who stands behind each receiver, where that is somebody else. */
  Map<String, Map<Group, Long>> behindReceiver() {
    return behindReceiver;
  }

  private static long orZero(Long number) {
    return number == null ? 0 : number;
  }
}
