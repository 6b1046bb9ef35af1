package nl.wolkenkaart.statistics;

import com.google.common.collect.ImmutableList;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.MailStatus;
import nl.wolkenkaart.provider.PossibleOperator;
import nl.wolkenkaart.provider.ServiceLevel;

/**
 * How many organisations of each sector have which value. Grows while attributions are added; small
 * (sectors times values), so one of it holds a whole country.
 */
public final class Counts implements Serializable {
  /** The name under which Shares gives the sum of all sectors; no sector may have it. */
  public static final String ALL = "all";

  static final String STATUS = "status";
  static final String RECEIVER = "receiver";
  static final String RECEIVER_JURISDICTION = "receiver_jurisdiction";
  static final String BACKEND = "backend";
  static final String BACKEND_JURISDICTION = "backend_jurisdiction";
  static final String HOSTING = "hosting";
  static final String SERVICE = "service";

  /** The measures of which every organisation has one value; of services it has any number. */
  static final ImmutableList<String> EACH_ONCE =
      ImmutableList.of(
          STATUS, RECEIVER, RECEIVER_JURISDICTION, BACKEND, BACKEND_JURISDICTION, HOSTING);

  /** Behind a measure's name: of its organisations those at the low end of the range. */
  static final String AT_LEAST = "+at-least";

  /** Behind a measure's name: organisations without the value that may yet have it. */
  static final String POSSIBLE = "+possible";

  private final HashMap<CountKey, Long> counts = new HashMap<>();

  /**
   * Counts one organisation, for every measure once, and for each of its services.
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
    add(sector, STATUS, status, true);
    if (CodeLists.WITHOUT_SHARE.contains(status)) {
      for (String measure : EACH_ONCE) {
        if (!measure.equals(STATUS)) {
          add(sector, measure, status, true);
        }
      }
      return;
    }
    addReceiver(sector, attribution);
    addBackend(sector, attribution);
    add(sector, HOSTING, attribution.getHosting(), true);
    for (ServiceLevel service : attribution.getServices()) {
      switch (service.getLevel()) {
        case "proven" -> add(sector, SERVICE, service.getService(), true);
        case "likely" -> add(sector, SERVICE, service.getService(), false);
        default -> add(new CountKey(sector, SERVICE + POSSIBLE, service.getService()), 1);
      }
    }
  }

  private void addReceiver(String sector, Attribution attribution) {
    List<PossibleOperator> possible = attribution.getReceiverPossible();
    add(sector, RECEIVER, CountedValues.of(RECEIVER, attribution), true);
    add(sector, RECEIVER_JURISDICTION, CountedValues.of(RECEIVER_JURISDICTION, attribution), true);
    addPossible(sector, RECEIVER, RECEIVER_JURISDICTION, possible);
  }

  private void addBackend(String sector, Attribution attribution) {
    String backend = attribution.getBackend();
    String law = CountedValues.of(BACKEND_JURISDICTION, attribution);
    boolean conflict = attribution.getStatus().equals(MailStatus.CONFLICT);
    if (!conflict) {
      // That somebody is unknown is plain.
      boolean unknown = backend.equals(CodeLists.UNKNOWN);
      boolean sameLaw = law.equals(CountedValues.receiverLaw(attribution));
      add(sector, BACKEND, backend, unknown || backend.equals(attribution.getReceiver()));
      add(sector, BACKEND_JURISDICTION, law, law.equals(CodeLists.UNKNOWN) || sameLaw);
    } else {
      add(sector, BACKEND, MailStatus.CONFLICT, true);
      add(sector, BACKEND_JURISDICTION, MailStatus.CONFLICT, true);
    }
    List<PossibleOperator> possible = new ArrayList<>(attribution.getBackendPossible());
    if (conflict && !backend.equals(CodeLists.UNKNOWN)) {
      possible.add(new PossibleOperator(backend, attribution.getBackendJurisdiction()));
    }
    addPossible(sector, BACKEND, BACKEND_JURISDICTION, possible);
  }

  private void addPossible(
      String sector, String operator, String jurisdiction, List<PossibleOperator> possible) {
    Set<String> operators = new TreeSet<>();
    Set<String> laws = new TreeSet<>();
    for (PossibleOperator one : possible) {
      operators.add(one.getOperator());
      laws.add(CountedValues.law(one.getOperator(), one.getJurisdiction()));
    }
    // Nobody turns out to be unknown.
    laws.remove(CodeLists.UNKNOWN);
    operators.forEach(value -> add(new CountKey(sector, operator + POSSIBLE, value), 1));
    laws.forEach(value -> add(new CountKey(sector, jurisdiction + POSSIBLE, value), 1));
  }

  private void add(String sector, String measure, String value, boolean atLeast) {
    add(new CountKey(sector, measure, value), 1);
    if (atLeast) {
      add(new CountKey(sector, measure + AT_LEAST, value), 1);
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
