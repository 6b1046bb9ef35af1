package nl.wolkenkaart.directory.sources;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;
import nl.wolkenkaart.directory.rows.BelowHeader;
import nl.wolkenkaart.directory.rows.Header;
import nl.wolkenkaart.directory.rows.PlainText;
import nl.wolkenkaart.directory.rows.Row;
import nl.wolkenkaart.directory.rows.UnreadableException;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Gives the rows below a header to the register whose header it is. Each sheet has a header of its
 * own.
 */
final class TableReader implements BelowHeader.Below {
  private final ImmutableList<TableRegister> tables;
  private final EntrySink sink;
  private @Nullable TableRegister table;
  private @Nullable Columns columns;
  private boolean any;

  /**
   * A reader.
   *
   * @param tables registers that it may be, in the order in which their headers are tried
   */
  TableReader(ImmutableList<TableRegister> tables, EntrySink sink) {
    this.tables = tables;
    this.sink = sink;
  }

  /** What takes the rows. */
  BelowHeader rows() {
    return new BelowHeader(header -> tableOf(new Columns(header)) == null ? 0 : 1, this);
  }

  private @Nullable TableRegister tableOf(Columns named) {
    for (TableRegister candidate : tables) {
      if (candidate.fits(named)) {
        return candidate;
      }
    }
    return null;
  }

  @Override
  public void header(Header header) {
    columns = new Columns(header);
    table = tableOf(columns);
    any = true;
    String where = header.sheet().isEmpty() ? "line " : "sheet '" + header.sheet() + "', row ";
    sink.found("read as " + table.format() + ", by the header in " + where + header.line());
    if (!header.repeated().isEmpty()) {
      String names = String.join(", ", header.repeated());
      sink.found("columns that stand twice, the first counts: " + PlainText.escape(names));
    }
  }

  @Override
  public void row(Header header, Row row) {
    table.row(columns, row, sink);
  }

  @Override
  public void reject(long line, String value, String reason) {
    sink.reject(line, value, reason);
  }

  @Override
  public void found(String what) {
    sink.found(what);
  }

  @Override
  public void noHeader(List<Row> first) {
    // Its rows are rejected; whether the whole file has none is seen at its end.
  }

  /**
   * Ends the file.
   *
   * @throws UnreadableException when no header was found in it
   */
  void close() throws UnreadableException {
    if (!any) {
      String needed =
          tables.size() == 1
              ? "the columns of format " + tables.get(0).format() + ": " + tables.get(0).needs()
              : "the columns of a format: "
                  + tables.stream().map(TableRegister::format).collect(Collectors.joining(", "));
      throw new UnreadableException(
          "none of the first " + BelowHeader.LOOKED_AT + " rows is a header with " + needed);
    }
  }
}
