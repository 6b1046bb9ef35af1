package nl.wolkenkaart.directory.sources;

/** Takes what a register holds, in the order of the file. Each row comes here once. */
public interface EntrySink {

  /** A row that can be used. */
  void entry(Entry entry);

  /**
   * A row that cannot be used; reading goes on behind it.
   *
   * @param line line on which it begins, counted from 1
   * @param value what cannot be used, any text
   * @param reason one sentence without a full stop
   */
  void reject(long line, String value, String reason);

  /**
   * What was found out about the file and is worth a line in the log.
   *
   * @param what safe to show
   */
  default void found(String what) {}
}
