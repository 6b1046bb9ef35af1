package nl.wolkenkaart.world;

import java.util.List;
import java.util.function.Predicate;

/**
 * One way in which an organisation's mail can look from outside.
 *
 * @param id what the scenario is called
 * @param truth who really runs the mailboxes
 * @param weight how often it is used among the scenarios of its truth
 * @param most how many organisations have it at most, whatever the scale
 * @param sectors where it is used
 * @param form how the domain must look
 * @param plant writes the records
 */
record Scenario(
    String id,
    Truth truth,
    int weight,
    int most,
    Predicate<Sector> sectors,
    Form form,
    Plant plant) {

  /** How a domain is made. */
  enum Form {
    PLAIN,
    /** With a hyphen in its name. */
    HYPHEN,
    /** The domain of another organisation of the same sector and truth. */
    SHARED
  }

  /** Writes a domain's records. */
  @FunctionalInterface
  interface Plant {
    Outcome plant(Site site);
  }

  static Scenario of(String id, Truth truth, int weight, Plant plant) {
    return new Scenario(id, truth, weight, Integer.MAX_VALUE, s -> true, Form.PLAIN, plant);
  }

  Scenario atMost(int number) {
    return new Scenario(id, truth, weight, number, sectors, form, plant);
  }

  Scenario in(Sector... among) {
    return in(List.of(among)::contains);
  }

  Scenario in(Predicate<Sector> among) {
    return new Scenario(id, truth, weight, most, among, form, plant);
  }

  Scenario with(Form other) {
    return new Scenario(id, truth, weight, most, sectors, other, plant);
  }

  boolean isRestricted() {
    return !Sector.all().stream().allMatch(sectors);
  }

  /** Every scenario of a truth; the first is the plain one, which takes what others leave. */
  static List<Scenario> of(Truth truth) {
    return switch (truth) {
      case MICROSOFT -> MicrosoftScenarios.all();
      case GOOGLE -> GoogleScenarios.all();
      case DUTCH -> HosterScenarios.dutch();
      case SELF -> SelfScenarios.all();
      case OTHER -> HosterScenarios.other();
      case NONE -> NoMailScenarios.none();
    };
  }
}
