package nl.wolkenkaart.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A made-up country a year later, made from the same seed: organisations have moved between
 * scenarios of every kind, some only point elsewhere at the same company, some are new and some are
 * gone; all others are as they were, to the byte.
 */
public final class YearLater {
  private static final int MOVES = 500;
  private static final int OTHER_EVIDENCE = 40;
  private static final int NEW = 50;
  private static final int GONE = 30;

  /** In a small country fewer: one organisation in so many. */
  private static final int ONE_MOVES_OF = 5;

  private static final int ONE_HAS_OTHER_EVIDENCE_OF = 60;
  private static final int ONE_IS_NEW_OF = 50;
  private static final int ONE_IS_GONE_OF = 80;

  /** Of scenarios that cost patience, so many at most. */
  private static final int MOST_OF_RARE = 2;

  private final long seed;
  private final Map<String, Scenario> scenarios = new TreeMap<>();
  private final Map<String, Sector> sectors = new HashMap<>();
  private final List<Scenario> targets = new ArrayList<>();
  private final Map<String, Integer> used = new HashMap<>();
  private final Networks trialNetworks = new Networks(new ZoneData.Builder());
  private int next;

  private final Country country;
  private final PlantedChanges changes;

  private YearLater(long seed, double scale) {
    this.seed = seed;
    for (Truth truth : Truth.values()) {
      Scenario.of(truth).forEach(scenario -> scenarios.put(scenario.id(), scenario));
    }
    Sector.all().forEach(sector -> sectors.put(sector.id(), sector));
    scenarios.values().stream()
        .filter(scenario -> scenario.form() == Scenario.Form.PLAIN)
        .forEach(targets::add);
    Dice.of(seed, "targets", 0).shuffle(targets);
    Country before = Country.of(seed, scale);
    Evolution evolution = evolution(before.organisations());
    country = Country.of(seed, scale, evolution);
    changes = PlantedChanges.of(before.organisations(), organisations(), evolution);
  }

  /**
   * The country of that seed and scale, a year later.
   *
   * @throws IllegalArgumentException as {@link Country#of(long, double)} does
   */
  public static YearLater of(long seed, double scale) {
    return new YearLater(seed, scale);
  }

  /** The country; what it expects is what the earlier catalogue would find. */
  public Country country() {
    return country;
  }

  /** Everyone, with what the later catalogue should find. */
  public List<PlantedOrganisation> organisations() {
    return country.organisations().stream().map(LaterCatalogue::of).toList();
  }

  /** What was planted. */
  public PlantedChanges changes() {
    return changes;
  }

  private Evolution evolution(List<PlantedOrganisation> all) {
    List<PlantedOrganisation> free = new ArrayList<>(all);
    // A domain that several have would move them all.
    free.removeIf(o -> scenarios.get(o.scenario()).form() != Scenario.Form.PLAIN);
    Dice.of(seed, "year later", 0).shuffle(free);
    int size = all.size();
    Set<Integer> vanished = new HashSet<>();
    SortedMap<Integer, Scenario> moves = new TreeMap<>();
    SortedMap<Integer, Scenario> turns = new TreeMap<>();
    int evidence = Math.min(OTHER_EVIDENCE, size / ONE_HAS_OTHER_EVIDENCE_OF);
    int gone = Math.min(GONE, size / ONE_IS_GONE_OF);
    int moving = Math.min(MOVES, size / ONE_MOVES_OF);
    for (PlantedOrganisation organisation : free) {
      if (vanished.size() < gone) {
        vanished.add(organisation.number());
      } else if (turns.size() < evidence && organisation.scenario().equals("microsoft-old-label")) {
        turns.put(organisation.number(), scenarios.get("microsoft-new-label"));
      } else if (moves.size() < moving) {
        Scenario target = target(organisation);
        if (target != null) {
          moves.put(organisation.number(), target);
        }
      }
    }
    List<Evolution.Newcomer> newcomers = new ArrayList<>();
    for (int i = 0; newcomers.size() < Math.min(NEW, size / ONE_IS_NEW_OF); i++) {
      Sector sector = Sector.all().get(i % Sector.all().size());
      Scenario scenario = nextFor(sector);
      if (scenario != null) {
        newcomers.add(new Evolution.Newcomer(sector, scenario));
      }
    }
    return new Evolution(moves, turns, vanished, newcomers);
  }

  /** The next scenario in turn that an organisation can move to and that shows; null for none. */
  private Scenario target(PlantedOrganisation organisation) {
    Expectation now = LaterCatalogue.of(organisation.expected());
    for (int tried = 0; tried < targets.size(); tried++) {
      Scenario scenario = nextFor(sectors.get(organisation.sector()));
      if (scenario == null) {
        return null;
      }
      Site trial =
          new Site(
              organisation.domain(),
              organisation.number(),
              Evolution.dice(seed, organisation.number()),
              new ZoneData.Builder(),
              new HashMap<>(),
              trialNetworks);
      Expectation then = LaterCatalogue.of(scenario.plant().plant(trial).expected());
      if (!then.equals(now)) {
        return scenario;
      }
      used.merge(scenario.id(), -1, Integer::sum);
    }
    return null;
  }

  private Scenario nextFor(Sector sector) {
    for (int tried = 0; tried < targets.size(); tried++) {
      Scenario scenario = targets.get(next++ % targets.size());
      boolean rare = scenario.most() < Integer.MAX_VALUE;
      if (scenario.sectors().test(sector)
          && !(rare && used.getOrDefault(scenario.id(), 0) >= MOST_OF_RARE)) {
        used.merge(scenario.id(), 1, Integer::sum);
        return scenario;
      }
    }
    return null;
  }
}
