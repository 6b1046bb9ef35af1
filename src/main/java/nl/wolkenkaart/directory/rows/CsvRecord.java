package nl.wolkenkaart.directory.rows;

import java.util.List;

/** One record of a CSV file. */
public sealed interface CsvRecord {

  /** Line on which the record begins, counted from 1. */
  long line();

  /**
   * A record that could be read.
   *
   * @param cells cells without their quotes, otherwise as they stand
   */
  record Cells(long line, List<String> cells) implements CsvRecord {}

  /**
   * A record that could not be read.
   *
   * @param text how it begins; bytes that are not UTF-8 stand as U+FFFD
   * @param reason one sentence without a full stop
   */
  record Fault(long line, String text, String reason) implements CsvRecord {}
}
