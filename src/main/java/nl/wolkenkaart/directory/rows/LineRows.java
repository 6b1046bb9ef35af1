package nl.wolkenkaart.directory.rows;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Text with one value on each line, such as a domain or the address of a website: rows of one cell,
 * without a header. White space around a value and lines that begin with {@code #} are left out.
 */
public final class LineRows implements RowSource {

  @Override
  public void read(InputStream in, RowSink sink) throws IOException {
    TextEncoding encoding = TextEncoding.unknown();
    InputStream text = TextBytes.of(in);
    CsvRecords lines = CsvRecords.lines(text, CsvRecords.LIMIT, encoding);
    new TextRows(lines, encoding, new WithoutComments(sink)).readAll();
  }

  private record WithoutComments(RowSink sink) implements RowSink {
    @Override
    public void row(Row row) {
      String value = row.cell(0).strip();
      if (!value.startsWith("#")) {
        sink.row(new Row(row.sheet(), row.line(), List.of(value)));
      }
    }

    @Override
    public void reject(long line, String value, String reason) {
      sink.reject(line, value, reason);
    }

    @Override
    public void found(String what) {
      sink.found(what);
    }
  }
}
