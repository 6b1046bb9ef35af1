package nl.wolkenkaart.statistics;

import java.io.Serializable;

/**
 * How many have one value: organisations, and the two other weights.
 *
 * @param organisations organisations that have the value
 * @param atLeast of these, those at the low end of the range
 * @param possible organisations without the value that may yet have it
 * @param domains domains in the sector whose organisation that stands for them has the value
 * @param listDomains of these, those for which it stands in the whole list
 * @param population inhabitants of the organisations of which they are known
 * @param populated organisations of which they are known
 */
record Tally(
    long organisations,
    long atLeast,
    long possible,
    long domains,
    long listDomains,
    long population,
    long populated)
    implements Serializable {
  static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0);

  /** One organisation that may yet have the value. */
  static final Tally MAYBE = new Tally(0, 0, 1, 0, 0, 0, 0);

  /** Both together. */
  Tally plus(Tally other) {
    return new Tally(
        Math.addExact(organisations, other.organisations),
        Math.addExact(atLeast, other.atLeast),
        Math.addExact(possible, other.possible),
        Math.addExact(domains, other.domains),
        Math.addExact(listDomains, other.listDomains),
        Math.addExact(population, other.population),
        Math.addExact(populated, other.populated));
  }

  /** The same with another range. */
  Tally within(long least, long maybe) {
    return new Tally(organisations, least, maybe, domains, listDomains, population, populated);
  }

  /** The part of the whole list that these are. */
  Tally inList() {
    return new Tally(
        organisations, atLeast, possible, listDomains, listDomains, population, populated);
  }

  /** The sum; for {@link java.util.Map#merge}. */
  static Tally sum(Tally one, Tally other) {
    return one.plus(other);
  }
}
