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
import nl.wolkenkaart.provider.DomainStands;
import nl.wolkenkaart.provider.MailStatus;
import nl.wolkenkaart.provider.PossibleOperator;
import nl.wolkenkaart.provider.ServiceLevel;

/**
 * How many organisations of each sector have which value, and of how many what was not measured.
 * Grows while attributions are added; small (sectors times values), so one of it holds a whole
 * country.
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

  private final HashMap<CountKey, Tally> tallies = new HashMap<>();
  private final HashMap<CountKey, Long> gaps = new HashMap<>();

  /** One organisation with its weights: at the low end of the range, and not. */
  private record Weight(Tally plain, Tally found) {
    static Weight of(Attribution attribution) {
      String stands = attribution.getStandsForDomain();
      Long population = attribution.getPopulation();
      Tally plain =
          new Tally(
              1,
              1,
              0,
              stands == null ? 0 : 1,
              DomainStands.LIST.equals(stands) ? 1 : 0,
              population == null ? 0 : population,
              population == null ? 0 : 1);
      return new Weight(plain, plain.within(0, 0));
    }

    Tally tally(boolean atLeast) {
      return atLeast ? plain : found;
    }
  }

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
    Gaps.of(attribution, (axis, reason) -> addGap(new CountKey(sector, axis, reason), 1));
    String status = attribution.getStatus();
    Weight weight = Weight.of(attribution);
    add(sector, STATUS, status, weight.plain());
    if (CodeLists.WITHOUT_SHARE.contains(status)) {
      for (String measure : EACH_ONCE) {
        if (!measure.equals(STATUS)) {
          add(sector, measure, status, weight.plain());
        }
      }
      return;
    }
    addReceiver(sector, attribution, weight);
    addBackend(sector, attribution, weight);
    add(sector, HOSTING, attribution.getHosting(), weight.plain());
    for (ServiceLevel service : attribution.getServices()) {
      switch (service.getLevel()) {
        case "proven" -> add(sector, SERVICE, service.getService(), weight.plain());
        case "likely" -> add(sector, SERVICE, service.getService(), weight.found());
        default -> add(sector, SERVICE, service.getService(), Tally.MAYBE);
      }
    }
  }

  private void addReceiver(String sector, Attribution attribution, Weight weight) {
    List<PossibleOperator> possible = attribution.getReceiverPossible();
    add(sector, RECEIVER, receiver(attribution), weight.plain());
    add(sector, RECEIVER_JURISDICTION, receiverJurisdiction(attribution), weight.plain());
    addPossible(sector, RECEIVER, RECEIVER_JURISDICTION, possible);
  }

  private void addBackend(String sector, Attribution attribution, Weight weight) {
    String backend = attribution.getBackend();
    String law = CodeLists.law(backend, attribution.getBackendJurisdiction());
    boolean conflict = attribution.getStatus().equals(MailStatus.CONFLICT);
    if (!conflict) {
      // That somebody is unknown is plain.
      boolean unknown = backend.equals(CodeLists.UNKNOWN);
      boolean same = backend.equals(attribution.getReceiver());
      boolean sameLaw = law.equals(receiverLaw(attribution));
      add(sector, BACKEND, backend, weight.tally(unknown || same));
      boolean plainLaw = law.equals(CodeLists.UNKNOWN) || sameLaw;
      add(sector, BACKEND_JURISDICTION, law, weight.tally(plainLaw));
    } else {
      add(sector, BACKEND, MailStatus.CONFLICT, weight.plain());
      add(sector, BACKEND_JURISDICTION, MailStatus.CONFLICT, weight.plain());
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
      laws.add(CodeLists.law(one.getOperator(), one.getJurisdiction()));
    }
    // Nobody turns out to be unknown.
    laws.remove(CodeLists.UNKNOWN);
    operators.forEach(value -> add(sector, operator, value, Tally.MAYBE));
    laws.forEach(value -> add(sector, jurisdiction, value, Tally.MAYBE));
  }

  /** The value of the receiver of an organisation with mail. */
  static String receiver(Attribution attribution) {
    return attribution.getReceiverPossible().isEmpty()
        ? attribution.getReceiver()
        : MailStatus.CONFLICT;
  }

  /** The value of its jurisdiction. */
  static String receiverJurisdiction(Attribution attribution) {
    return attribution.getReceiverPossible().isEmpty()
        ? receiverLaw(attribution)
        : MailStatus.CONFLICT;
  }

  private static String receiverLaw(Attribution attribution) {
    return CodeLists.law(attribution.getReceiver(), attribution.getReceiverJurisdiction());
  }

  private void add(String sector, String measure, String value, Tally tally) {
    add(new CountKey(sector, measure, value), tally);
  }

  /** Adds what another part of the list has counted. */
  public void addAll(Counts other) {
    other.tallies.forEach(this::add);
    other.gaps.forEach(this::addGap);
  }

  void add(CountKey key, Tally tally) {
    tallies.merge(key, tally, Tally::sum);
  }

  /** Organisations of a sector (key) of which an axis (measure) was not measured, by reason. */
  void addGap(CountKey key, long organisations) {
    gaps.merge(key, organisations, Math::addExact);
  }

  /** The tallies in the order of their keys; a copy. */
  NavigableMap<CountKey, Tally> sorted() {
    return Collections.unmodifiableNavigableMap(new TreeMap<>(tallies));
  }

  /** What was not measured, in the order of the keys (sector, axis, reason); a copy. */
  NavigableMap<CountKey, Long> sortedGaps() {
    return Collections.unmodifiableNavigableMap(new TreeMap<>(gaps));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Counts that && tallies.equals(that.tallies) && gaps.equals(that.gaps);
  }

  @Override
  public int hashCode() {
    return tallies.hashCode() * 31 + gaps.hashCode();
  }

  @Override
  public String toString() {
    return sorted() + " " + sortedGaps();
  }
}
