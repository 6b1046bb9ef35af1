package nl.wolkenkaart.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was planted against what was measured.
 *
 * <p>Expected and measured values in the rows are the backend or, where there is no mail or the
 * lookup failed, the status, as the statistics count them.
 */
public final class Confusion {
  /** The status of an organisation that no measurement was given for. */
  public static final String MISSING = "missing";

  private static final Set<String> STATUS_COUNTS =
      Set.of("no_mail_declared", "no_mail_found", "nxdomain", "lookup_failed", MISSING);
  private static final Expectation NOTHING = new Expectation(MISSING, MISSING, MISSING);

  private final List<PlantedOrganisation> planted;
  private final Map<String, Expectation> measured;

  private Confusion(List<PlantedOrganisation> planted, Map<String, Expectation> measured) {
    this.planted = planted;
    this.measured = measured;
  }

  /**
   * Compares.
   *
   * @param measured status, receiver and backend by identifier of the organisation; those that are
   *     missing count as {@link #MISSING}
   * @throws IllegalArgumentException if an organisation was measured that was not planted
   */
  public static Confusion of(List<PlantedOrganisation> planted, Map<String, Expectation> measured) {
    Set<String> unknown = new TreeSet<>(measured.keySet());
    planted.forEach(organisation -> unknown.remove(organisation.id()));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("Measured but not planted: " + unknown.iterator().next());
    }
    return new Confusion(List.copyOf(planted), Map.copyOf(measured));
  }

  /**
   * Organisations that agree in everything that is compared.
   *
   * @param sector sector
   * @param plantedBackend who really runs the mailboxes
   * @param expected what measuring should find
   * @param measured what it found
   * @param decides whether what is public tells the real backend
   * @param organisations how many
   */
  public record Row(
      String sector,
      String plantedBackend,
      String expected,
      String measured,
      boolean decides,
      long organisations) {}

  /** One organisation that was measured otherwise than expected. */
  public record Difference(PlantedOrganisation planted, Expectation measured) {
    @Override
    public String toString() {
      return planted.id()
          + " "
          + planted.domain()
          + " ("
          + planted.scenario()
          + "): expected "
          + words(planted.expected())
          + ", measured "
          + words(measured);
    }

    private static String words(Expectation e) {
      return e.status() + " " + e.receiver() + "/" + e.backend();
    }
  }

  /** The counts, sorted by all columns from the left. */
  public List<Row> rows() {
    Map<List<String>, Long> counts = new TreeMap<>(Confusion::compare);
    for (PlantedOrganisation o : planted) {
      List<String> key =
          List.of(
              o.sector(),
              o.plantedBackend(),
              counted(o.expected()),
              counted(measured(o)),
              String.valueOf(o.decides()));
      counts.merge(key, 1L, Long::sum);
    }
    List<Row> rows = new ArrayList<>();
    counts.forEach(
        (k, n) ->
            rows.add(
                new Row(
                    k.get(0), k.get(1), k.get(2), k.get(3), Boolean.parseBoolean(k.get(4)), n)));
    return rows;
  }

  /** Whatever differs from the expectation where the evidence decides: faults of the program. */
  public List<Difference> differences() {
    return differences(true);
  }

  /** The same where the evidence does not decide. */
  public List<Difference> differencesWithoutDecision() {
    return differences(false);
  }

  /** A table for people: planted and measured organisations by sector and class. ASCII. */
  public String table() {
    return new ConfusionTable(this, planted).text();
  }

  Expectation measured(PlantedOrganisation organisation) {
    return measured.getOrDefault(organisation.id(), NOTHING);
  }

  private List<Difference> differences(boolean decides) {
    return planted.stream()
        .filter(o -> o.decides() == decides && !o.expected().equals(measured(o)))
        .map(o -> new Difference(o, measured(o)))
        .toList();
  }

  private static String counted(Expectation e) {
    return STATUS_COUNTS.contains(e.status()) ? e.status() : e.backend();
  }

  private static int compare(List<String> a, List<String> b) {
    for (int i = 0; i < a.size(); i++) {
      int order = a.get(i).compareTo(b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
