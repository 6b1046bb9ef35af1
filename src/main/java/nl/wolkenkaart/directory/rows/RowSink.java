package nl.wolkenkaart.directory.rows;

/** Takes what a list holds, in the order of the file. */
public interface RowSink {

  /** A row, header or not. Rows of blank cells alone do not come here. */
  void row(Row row);

  /**
   * A row that cannot be read; reading goes on behind it.
   *
   * @param line as in {@link Row#line()}
   * @param value how the row or its faulty cell begins, bounded but otherwise any text
   * @param reason one sentence without a full stop
   */
  void reject(long line, String value, String reason);

  /**
   * What was found out about the content and is worth a line in the log, such as {@code columns
   * separated by ';', windows-1252}.
   *
   * @param what safe to show
   */
  default void found(String what) {}
}
