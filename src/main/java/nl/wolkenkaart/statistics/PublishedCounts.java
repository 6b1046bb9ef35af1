package nl.wolkenkaart.statistics;

import java.util.List;

/**
 * The rows of the three tables that count, each in the order of its primary key.
 *
 * @param statistics counts and shares
 * @param concentration how concentrated each sector is
 * @param notMeasured what was not measured, and why
 */
public record PublishedCounts(
    List<Statistic> statistics, List<Concentration> concentration, List<NotMeasured> notMeasured) {

  /**
   * The rows.
   *
   * @param counts of the sectors
   * @param minCell organisations that a cell must have, see {@link Pooling}; 0 for all cells
   */
  public static PublishedCounts of(Counts counts, int minCell) {
    return of(Pooling.of(counts, minCell));
  }

  static PublishedCounts of(Totals totals) {
    return new PublishedCounts(
        Shares.of(totals), Concentrations.of(totals), NotMeasuredRows.of(totals));
  }
}
