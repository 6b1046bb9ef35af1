package nl.wolkenkaart.web;

import java.util.EnumMap;
import java.util.Map;

/** What was counted of a part of the list: a sector, a region, or all of it. */
final class Part {
  private final Map<Group, Long> first = new EnumMap<>(Group.class);
  private final Map<Group, Long> last = new EnumMap<>(Group.class);
  private final Map<OrganisationRow.UsLaw, Long> usLaw = new EnumMap<>(OrganisationRow.UsLaw.class);
  private long withMail;
  private long mayBeReceivedUnderUsLaw;

  void add(OrganisationRow row, Group firstGroup, Group lastGroup) {
    if (row.hasShare()) {
      withMail++;
      first.merge(firstGroup, 1L, Math::addExact);
      last.merge(lastGroup, 1L, Math::addExact);
      mayBeReceivedUnderUsLaw += row.receiverMayBeUs() ? 1 : 0;
      usLaw.merge(row.usLaw(), 1L, Math::addExact);
    }
  }

  /** Organisations with mail whose lookup succeeded. */
  long withMail() {
    return withMail;
  }

  /** Organisations by who accepts their mail first. */
  Map<Group, Long> first() {
    return first;
  }

  /** Organisations by who runs their mailboxes. */
  Map<Group, Long> last() {
    return last;
  }

  /** Organisations with several receivers, of which one is under US jurisdiction. */
  long mayBeReceivedUnderUsLaw() {
    return mayBeReceivedUnderUsLaw;
  }

  /** Organisations that stand at least so in the range of the US share. */
  long underUsLaw(OrganisationRow.UsLaw least) {
    long sum = 0;
    for (Map.Entry<OrganisationRow.UsLaw, Long> entry : usLaw.entrySet()) {
      sum += entry.getKey().compareTo(least) >= 0 ? entry.getValue() : 0;
    }
    return sum;
  }
}
