package nl.wolkenkaart.statistics;

/** Tells tables in which small cells were pooled, see {@link Pooling}, from others. */
final class PooledRows {
  private PooledRows() {}

  /** Whether small cells were pooled in statistics. */
  static boolean areIn(Iterable<Statistic> statistics) {
    for (Statistic row : statistics) {
      if (row.getSector().equals(Pooling.POOLED)
          || row.getValue().equals(Pooling.POOLED)
          || row.getValue().equals(Pooling.POOLED_WITHOUT_SHARE)) {
        return true;
      }
    }
    return false;
  }
}
