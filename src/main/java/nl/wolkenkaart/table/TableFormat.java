package nl.wolkenkaart.table;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.avro.specific.SpecificRecord;

/** The forms in which a table is written. Equal rows in equal order give equal bytes in each. */
public enum TableFormat {
  PARQUET("parquet") {
    @Override
    <T extends SpecificRecord> RowWriter<T> open(Class<T> type, OutputStream out)
        throws IOException {
      return new ParquetTable<>(type, out);
    }
  },
  AVRO("avro") {
    @Override
    <T extends SpecificRecord> RowWriter<T> open(Class<T> type, OutputStream out)
        throws IOException {
      return new AvroTable<>(type, out);
    }
  },
  CSV("csv") {
    @Override
    <T extends SpecificRecord> RowWriter<T> open(Class<T> type, OutputStream out)
        throws IOException {
      return new CsvTable<>(type, out);
    }
  };

  private final String extension;

  TableFormat(String extension) {
    this.extension = extension;
  }

  /** The ending of the file's name, without the dot. */
  public String extension() {
    return extension;
  }

  /** Starts a file in this form; closing the writer closes the stream. */
  abstract <T extends SpecificRecord> RowWriter<T> open(Class<T> type, OutputStream out)
      throws IOException;
}
