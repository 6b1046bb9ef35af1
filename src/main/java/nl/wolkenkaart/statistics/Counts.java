package nl.wolkenkaart.statistics;

import java.io.Serializable;
import java.util.Collections;
import java.util.HashMap;
import java.util.NavigableMap;
import java.util.TreeMap;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.MailStatus;

/**
 * How many organisations of each sector have which value. Grows while attributions are added; small
 * (sectors times values), so one of it holds a whole country.
 */
public final class Counts implements Serializable {
  /** The name under which Shares gives the sum of all sectors; no sector may have it. */
  public static final String ALL = "all";

  static final String STATUS = "status";
  static final String RECEIVER = "receiver";
  static final String BACKEND = "backend";

  /** Organisations in conflict, by the receiver that was named: the range needs them, no row is. */
  static final String RECEIVER_IN_CONFLICT = "receiver-in-conflict";

  private final HashMap<CountKey, Long> counts = new HashMap<>();

  /**
   * Counts one organisation, for every measure once.
   *
   * @throws IllegalArgumentException if its sector has the reserved name {@code all}
   */
  public void add(Attribution attribution) {
    String sector = attribution.getSector();
    if (sector.equals(ALL)) {
      throw new IllegalArgumentException(
          "Organisation "
              + attribution.getOrganisationId()
              + " has the sector \"all\", a name that is reserved for totals");
    }
    String status = attribution.getStatus();
    boolean counted = !CodeLists.WITHOUT_SHARE.contains(status);
    add(new CountKey(sector, STATUS, status), 1);
    add(new CountKey(sector, RECEIVER, counted ? attribution.getReceiver() : status), 1);
    add(new CountKey(sector, BACKEND, counted ? attribution.getBackend() : status), 1);
    if (status.equals(MailStatus.CONFLICT)) {
      add(new CountKey(sector, RECEIVER_IN_CONFLICT, attribution.getReceiver()), 1);
    }
  }

  /** Adds what another part of the list has counted. */
  public void addAll(Counts other) {
    other.counts.forEach(this::add);
  }

  void add(CountKey key, long organisations) {
    counts.merge(key, organisations, Math::addExact);
  }

  /** The counts in the order of their keys; a copy. */
  public NavigableMap<CountKey, Long> sorted() {
    return Collections.unmodifiableNavigableMap(new TreeMap<>(counts));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Counts that && counts.equals(that.counts);
  }

  @Override
  public int hashCode() {
    return counts.hashCode();
  }

  @Override
  public String toString() {
    return sorted().toString();
  }
}
