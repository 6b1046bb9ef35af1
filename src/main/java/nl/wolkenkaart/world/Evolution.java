package nl.wolkenkaart.world;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What happens in a country from one year to the next.
 *
 * @param moves new scenario by number of the organisation, which gets all its records anew
 * @param turns the same, but only what the scenarios have apart is another
 * @param vanished numbers of the organisations that are no more
 * @param newcomers organisations that are new
 */
record Evolution(
    SortedMap<Integer, Scenario> moves,
    SortedMap<Integer, Scenario> turns,
    Set<Integer> vanished,
    List<Newcomer> newcomers) {

  /** An organisation that is new. */
  record Newcomer(Sector sector, Scenario scenario) {}

  /** Nothing happens. */
  static Evolution none() {
    return new Evolution(new TreeMap<>(), new TreeMap<>(), Set.of(), List.of());
  }

  /** The scenario of an organisation whose own was another. */
  Scenario turned(int number, Scenario before) {
    return turns.getOrDefault(number, before);
  }

  /** Whether an organisation's records are others than before, or gone. */
  boolean touches(int number) {
    return moves.containsKey(number) || vanished.contains(number);
  }

  /** What decides the records of an organisation that moves. */
  static Dice dice(long seed, int number) {
    return Dice.of(seed, "moved", number);
  }
}
