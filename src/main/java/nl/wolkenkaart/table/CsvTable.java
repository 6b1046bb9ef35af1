package nl.wolkenkaart.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The flat twin of a table: CSV (RFC 4180, but with LF), UTF-8 without a byte order mark, one
 * header line with the names of the fields. See {@link CsvCell} for the cells.
 */
final class CsvTable<T extends IndexedRecord> implements RowWriter<T> {
  private final List<Schema.Field> fields;
  private final CSVPrinter printer;

  CsvTable(Schema schema, OutputStream out) throws IOException {
    fields = schema.getFields();
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setRecordSeparator('\n')
            .setHeader(fields.stream().map(Schema.Field::name).toArray(String[]::new))
            .build();
    printer = new CSVPrinter(new BufferedWriter(new OutputStreamWriter(out, UTF_8)), format);
  }

  @Override
  public void write(T row) throws IOException {
    for (Schema.Field field : fields) {
      printer.print(CsvCell.of(field.schema(), row.get(field.pos())));
    }
    printer.println();
  }

  @Override
  public void close() throws IOException {
    printer.close(true);
  }
}
