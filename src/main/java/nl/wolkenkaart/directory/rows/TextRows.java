package nl.wolkenkaart.directory.rows;

import java.io.IOException;
import java.util.List;

/** Hands over the records of a text as rows. */
final class TextRows {
  private final CsvRecords records;
  private final TextEncoding encoding;
  private final RowSink sink;

  TextRows(CsvRecords records, TextEncoding encoding, RowSink sink) {
    this.records = records;
    this.encoding = encoding;
    this.sink = sink;
  }

  /** Reads to the end; what the encoding is, is said when it is known. */
  void readAll() throws IOException {
    String said = "";
    for (CsvRecord record = records.next(); record != null; record = records.next()) {
      if (!encoding.name().equals(said) && !encoding.isAscii()) {
        said = encoding.name();
        sink.found("text in " + said);
      }
      if (record instanceof CsvRecord.Fault fault) {
        sink.reject(fault.line(), fault.text(), fault.reason());
      } else {
        accept((CsvRecord.Cells) record);
      }
    }
    if (said.isEmpty()) {
      sink.found("text in " + encoding.name());
    }
  }

  private void accept(CsvRecord.Cells record) {
    List<String> cells = record.cells();
    boolean blank = true;
    for (String cell : cells) {
      if (cell.indexOf('\0') >= 0) {
        sink.reject(record.line(), Bounds.shown(cell), "holds a NUL character");
        return;
      }
      blank &= cell.isBlank();
    }
    if (cells.size() > Bounds.ROW_CELLS) {
      String begin = Bounds.shown(String.join(" ", cells.subList(0, 10)));
      sink.reject(record.line(), begin, "more than " + Bounds.ROW_CELLS + " cells");
    } else if (!blank) {
      sink.row(new Row("", record.line(), List.copyOf(cells)));
    }
  }
}
