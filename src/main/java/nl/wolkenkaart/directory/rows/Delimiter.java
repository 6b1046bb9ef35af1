package nl.wolkenkaart.directory.rows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Finds out what separates the cells of a text: what gives most records the same number of cells,
 * and of those delimiters the one that gives the most cells. A title above the header and a comma
 * in a name do not mislead it.
 */
final class Delimiter {
  static final List<Character> KNOWN = List.of(',', ';', '\t', '|');
  private static final int RECORDS = 100;

  private Delimiter() {}

  /**
   * The delimiter, null where nothing separates anything.
   *
   * @param head how the text begins
   * @param whole whether that is all of it
   */
  static @Nullable Character of(byte[] head, boolean whole) throws IOException {
    Map<Character, Score> scores = new LinkedHashMap<>();
    int most = 0;
    for (char delimiter : KNOWN) {
      Score score = score(head, whole, delimiter);
      scores.put(delimiter, score);
      most = Math.max(most, score.records());
    }
    Character best = null;
    Score highest = new Score(0, 1);
    for (Map.Entry<Character, Score> entry : scores.entrySet()) {
      Score score = entry.getValue();
      // Some ragged rows do not make the one comma of each address a delimiter.
      if (score.records() * 5 >= most * 4 && score.cells() > highest.cells()) {
        best = entry.getKey();
        highest = score;
      }
    }
    return best;
  }

  /**
   * @param records number of records that have the most frequent number of cells
   * @param cells that number; 1 where no record has more
   */
  private record Score(int records, int cells) {}

  private static Score score(byte[] head, boolean whole, char delimiter) throws IOException {
    InputStream in = new ByteArrayInputStream(head);
    CsvRecords records = CsvRecords.delimited(in, delimiter, TextEncoding.unknown());
    Map<Integer, Integer> counts = new TreeMap<>(Comparator.reverseOrder());
    CsvRecord record = records.next();
    for (int i = 0; i < RECORDS && record != null; i++) {
      CsvRecord following = records.next();
      // The last one may be cut off.
      boolean complete = whole || following != null || i == 0;
      if (complete && record instanceof CsvRecord.Cells row && row.cells().size() > 1) {
        counts.merge(row.cells().size(), 1, Integer::sum);
      }
      record = following;
    }
    Score best = new Score(0, 1);
    for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
      if (count.getValue() > best.records()) {
        best = new Score(count.getValue(), count.getKey());
      }
    }
    return best;
  }

  /** As it is shown: a tab by its name. */
  static String shown(char delimiter) {
    return delimiter == '\t' ? "a tab" : "'" + delimiter + "'";
  }
}
