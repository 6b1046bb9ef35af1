package nl.wolkenkaart.statistics;

import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What a run has counted on its way, before the tables.
 *
 * @param rowsRead rows of the lists of organisations, without their header lines
 * @param rejects rows that could not be used
 * @param organisations organisations that went into the classification
 * @param joined rows that tell of an organisation that an earlier row tells of
 * @param ended rows of organisations that are no more at the run date
 * @param observed what the stage that asks has counted; null where the run did not ask
 */
public record RunFacts(
    long rowsRead,
    long rejects,
    long organisations,
    long joined,
    long ended,
    @Nullable Observed observed) {

  /**
   * The domains on their way from the list to the classification.
   *
   * @param listed different domains that the lists ask about
   * @param written those whose observations are on disk, asked in this run or kept
   * @param read those that were read again and classified
   */
  public record Observed(long listed, long written, long read) {}

  /** Facts of lists in which each row is an organisation or a reject. */
  public RunFacts(long rowsRead, long rejects, long organisations) {
    this(rowsRead, rejects, organisations, 0, 0, null);
  }
}
