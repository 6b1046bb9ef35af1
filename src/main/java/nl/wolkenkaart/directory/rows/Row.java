package nl.wolkenkaart.directory.rows;

import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * One row of a list, which says nothing of whether it is the header.
 *
 * @param sheet name of the sheet in a workbook, bounded and without control characters; empty in
 *     other files
 * @param line counted from 1: the line on which the row begins, the row's number in a sheet, an
 *     Avro or a Parquet file (where the names of the fields come before the first row, as line 0)
 * @param cells by position, as they stand in the file, of any text; null where the file has no
 *     value, as behind the last cell of a spreadsheet's row. Not to be changed
 */
public record Row(String sheet, long line, List<@Nullable String> cells) {

  /** The cell at a place counted from 0; empty where the row has none. */
  public String cell(int place) {
    String cell = place < cells.size() ? cells.get(place) : null;
    return cell == null ? "" : cell;
  }
}
