package nl.wolkenkaart.table;

import com.google.common.collect.AbstractIterator;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.avro.AvroSchemaConverter;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;

/**
 * The rows of a Parquet file on this machine, read once while they are asked for.
 *
 * <p>By the library that wrote them; that another program reads as much is a matter of {@link
 * DuckDbCheck}.
 */
final class ParquetRows<T extends SpecificRecord> implements Iterable<T>, Closeable {
  private final ParquetReader<T> reader;

  /** Opens a file whose columns are known to be those of the type; see {@link #columns}. */
  ParquetRows(Path file, Class<T> type) throws IOException {
    SpecificData model = SpecificData.getForClass(type);
    ParquetConfiguration configuration = configuration();
    // Ours, and not the one in the file, which may name any class.
    configuration.set("parquet.avro.read.schema", model.getSchema(type).toString());
    reader =
        AvroParquetReader.<T>builder(new LocalInputFile(file), configuration)
            .withDataModel(model)
            .build();
  }

  /** How lists are laid out, for whoever reads and writes. */
  static ParquetConfiguration configuration() {
    ParquetConfiguration configuration = new PlainParquetConfiguration();
    configuration.setBoolean(AvroWriteSupport.WRITE_OLD_LIST_STRUCTURE, false);
    return configuration;
  }

  /** The columns that a file has. */
  static MessageType columns(Path file) throws IOException {
    try (ParquetFileReader opened = ParquetFileReader.open(new LocalInputFile(file))) {
      return opened.getFileMetaData().getSchema();
    }
  }

  /** The columns that a file with rows of a schema must have. */
  static MessageType columns(Schema schema) {
    return new AvroSchemaConverter(configuration()).convert(schema);
  }

  @Override
  public Iterator<T> iterator() {
    return new AbstractIterator<>() {
      @Override
      protected T computeNext() {
        try {
          T row = reader.read();
          return row == null ? endOfData() : row;
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
