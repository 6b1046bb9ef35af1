package nl.wolkenkaart.world;

import java.util.ArrayList;
import java.util.List;

/** Decides which organisation has which truth and which scenario. */
final class Casting {
  private final List<Part> parts = new ArrayList<>();

  /** An organisation before it has a name. */
  static final class Part {
    private final Sector sector;
    private final Truth truth;
    private Scenario scenario;

    private Part(Sector sector, Truth truth) {
      this.sector = sector;
      this.truth = truth;
    }

    Sector sector() {
      return sector;
    }

    Truth truth() {
      return truth;
    }

    Scenario scenario() {
      return scenario;
    }
  }

  Casting(Population population, long seed) {
    for (Sector sector : Sector.all()) {
      List<Truth> truths = population.truths(sector);
      Dice.of(seed, "truths " + sector.id(), 0).shuffle(truths);
      truths.forEach(truth -> parts.add(new Part(sector, truth)));
    }
    for (Truth truth : Truth.values()) {
      List<Part> ofTruth = new ArrayList<>(parts);
      ofTruth.removeIf(part -> part.truth != truth);
      Dice.of(seed, "scenarios " + truth.name(), 0).shuffle(ofTruth);
      assign(ofTruth, Scenario.of(truth));
    }
  }

  /** Organisations sector by sector. */
  List<Part> parts() {
    return parts;
  }

  /** Those scenarios first that not every sector can have; the plain one takes what is left. */
  private static void assign(List<Part> parts, List<Scenario> scenarios) {
    int[] quotas = quotas(parts.size(), scenarios);
    for (int pass = 0; pass < 2; pass++) {
      int from = 0;
      for (int s = 1; s < quotas.length; s++) {
        Scenario scenario = scenarios.get(s);
        if (scenario.isRestricted() == (pass == 0)) {
          from = give(parts, pass == 0 ? 0 : from, scenario, quotas[s]);
        }
      }
    }
    parts.stream().filter(p -> p.scenario == null).forEach(p -> p.scenario = scenarios.get(0));
  }

  private static int[] quotas(int organisations, List<Scenario> scenarios) {
    int[] quotas = Quota.divide(organisations, scenarios.stream().map(Scenario::weight).toList());
    // Where there is room, everything happens at least once; so small countries are odd ones.
    boolean room = organisations >= 2 * scenarios.size();
    for (int s = 0; s < quotas.length; s++) {
      quotas[s] = Math.min(scenarios.get(s).most(), Math.max(quotas[s], room ? 1 : 0));
    }
    return quotas;
  }

  private static int give(List<Part> parts, int from, Scenario scenario, int quota) {
    int left = quota;
    int at = from;
    while (at < parts.size() && left > 0) {
      Part part = parts.get(at++);
      if (part.scenario == null && scenario.sectors().test(part.sector)) {
        part.scenario = scenario;
        left--;
      }
    }
    return at;
  }
}
