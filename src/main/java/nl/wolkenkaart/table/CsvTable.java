package nl.wolkenkaart.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/**
 * The flat twin of a table: CSV (RFC 4180, but with LF), UTF-8 without a byte order mark, one
 * header line with the names of the fields. See {@link CsvCell} for the cells.
 *
 * <p>Written with FastCSV, where everything else here uses Commons CSV: that one copies the text
 * between any two quotes, of which nested JSON is full, and took a third of the time of this file.
 */
final class CsvTable<T extends IndexedRecord> implements RowWriter<T> {
  private final List<Schema.Field> fields;
  private final CsvWriter writer;

  CsvTable(Schema schema, OutputStream out) {
    fields = schema.getFields();
    writer =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .build(new OutputStreamWriter(out, UTF_8));
    writer.writeRecord(fields.stream().map(Schema.Field::name).toList());
  }

  @Override
  public void write(T row) {
    CsvWriter.CsvWriterRecord line = writer.writeRecord();
    for (Schema.Field field : fields) {
      line.writeField(CsvCell.of(field.schema(), row.get(field.pos())));
    }
    line.endRecord();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
