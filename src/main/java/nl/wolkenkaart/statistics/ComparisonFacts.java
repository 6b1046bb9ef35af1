package nl.wolkenkaart.statistics;

/**
 * How many organisations were compared.
 *
 * @param before organisations of the earlier run
 * @param after organisations of the later run
 * @param kept those that both have
 */
public record ComparisonFacts(long before, long after, long kept) {
  /** Those that only the later run has. */
  public long appeared() {
    return after - kept;
  }

  /** Those that only the earlier run has. */
  public long gone() {
    return before - kept;
  }
}
