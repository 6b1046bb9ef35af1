package nl.wolkenkaart.directory.sources;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import nl.wolkenkaart.directory.rows.AvroRows;
import nl.wolkenkaart.directory.rows.BelowHeader;
import nl.wolkenkaart.directory.rows.ContentKind;
import nl.wolkenkaart.directory.rows.DelimitedRows;
import nl.wolkenkaart.directory.rows.Header;
import nl.wolkenkaart.directory.rows.JsonRows;
import nl.wolkenkaart.directory.rows.LineRows;
import nl.wolkenkaart.directory.rows.OdsRows;
import nl.wolkenkaart.directory.rows.ParquetRows;
import nl.wolkenkaart.directory.rows.Recognition;
import nl.wolkenkaart.directory.rows.Row;
import nl.wolkenkaart.directory.rows.RowSink;
import nl.wolkenkaart.directory.rows.RowSource;
import nl.wolkenkaart.directory.rows.Unpacked;
import nl.wolkenkaart.directory.rows.UnreadableException;
import nl.wolkenkaart.directory.rows.XlsxRows;

/** Reads one file of a register: unpacks it, sees what it is, and reads its entries. */
public final class RegisterFile {
  private RegisterFile() {}

  /**
   * Reads a file to its end.
   *
   * @param in not closed here
   * @param format name of its format, empty where its content tells it
   * @param fields columns by our fields where no format is for it; empty otherwise
   * @throws UnreadableException when it cannot be read, or not to its end; the message is one line
   */
  public static void read(InputStream in, String format, Map<String, String> fields, EntrySink sink)
      throws IOException {
    ImmutableList<TableRegister> tables = Registers.of(format, fields);
    Unpacked.read(
        in,
        (entry, unpacked) -> {
          if (!entry.isEmpty()) {
            sink.found("holds " + entry);
          }
          Recognition kind = Recognition.of(unpacked);
          if (kind.kind() == ContentKind.XML) {
            readXml(unpacked, format, fields, sink);
          } else if (kind.kind() == ContentKind.LINES && isDomains(format, fields)) {
            new LineRows().read(unpacked, new Lines(sink));
          } else {
            TableReader reader = new TableReader(tables, sink);
            BelowHeader rows = reader.rows();
            source(kind.kind()).read(unpacked, rows);
            rows.end();
            reader.close();
          }
        });
  }

  private static boolean isDomains(String format, Map<String, String> fields) {
    return fields.isEmpty() && (format.isEmpty() || format.equals(Registers.DOMAINS));
  }

  private static void readXml(
      InputStream in, String format, Map<String, String> fields, EntrySink sink)
      throws IOException {
    boolean mayBe =
        format.isEmpty() || format.equals(Registers.ROO) || format.equals(Registers.RIO);
    if (!mayBe || !fields.isEmpty()) {
      throw new UnreadableException("is XML, and format " + format + " is not");
    }
    OverheidXml.read(in, sink);
  }

  private static RowSource source(ContentKind kind) {
    return switch (kind) {
      case ODS -> new OdsRows();
      case XLSX -> new XlsxRows();
      case DELIMITED, LINES -> new DelimitedRows();
      case AVRO -> new AvroRows();
      case PARQUET -> new ParquetRows();
      case JSON, NDJSON -> new JsonRows();
      case XML -> throw new IllegalArgumentException("XML has no rows");
    };
  }

  /** A list with one domain or URL on each line; the first may be the name of the column. */
  private static final class Lines implements RowSink {
    private static final DomainTable TABLE = new DomainTable();
    private final EntrySink sink;
    private boolean begun;

    Lines(EntrySink sink) {
      this.sink = sink;
    }

    @Override
    public void row(Row row) {
      boolean isHeader = !begun && TABLE.fits(new Columns(Header.of(row)));
      if (!begun) {
        sink.found(
            "read as " + Registers.DOMAINS + (isHeader ? "" : ", one on each line, no header"));
      }
      begun = true;
      if (!isHeader) {
        DomainTable.line(row, sink);
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
