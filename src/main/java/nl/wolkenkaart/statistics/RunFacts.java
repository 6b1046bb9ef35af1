package nl.wolkenkaart.statistics;

/**
 * What a run has counted on its way, before the tables.
 *
 * @param rowsRead rows of the lists of organisations, without their header lines
 * @param rejects rows that could not be used
 * @param organisations organisations that went into the classification
 * @param joined rows that tell of an organisation that an earlier row tells of
 * @param ended rows of organisations that are no more at the run date
 */
public record RunFacts(long rowsRead, long rejects, long organisations, long joined, long ended) {

  /** Facts of lists in which each row is an organisation or a reject. */
  public RunFacts(long rowsRead, long rejects, long organisations) {
    this(rowsRead, rejects, organisations, 0, 0);
  }
}
