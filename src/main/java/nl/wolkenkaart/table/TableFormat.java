package nl.wolkenkaart.table;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.avro.specific.SpecificRecord;

/** The forms in which a table is written. Equal rows in equal order give equal bytes in each. */
public enum TableFormat {
  PARQUET("parquet", "application/vnd.apache.parquet") {
    @Override
    <T extends SpecificRecord> RowWriter<T> open(Class<T> type, OutputStream out)
        throws IOException {
      return new ParquetTable<>(type, out);
    }
  },
  AVRO("avro", "application/avro") {
    @Override
    <T extends SpecificRecord> RowWriter<T> open(Class<T> type, OutputStream out)
        throws IOException {
      return new AvroTable<>(type, out);
    }
  },
  CSV("csv", "text/csv") {
    @Override
    <T extends SpecificRecord> RowWriter<T> open(Class<T> type, OutputStream out)
        throws IOException {
      return new CsvTable<>(type, out);
    }
  };

  private final String extension;
  private final String mediaType;

  TableFormat(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /** The ending of the file's name, without the dot. */
  public String extension() {
    return extension;
  }

  /** The form's name on the internet; Avro has none in IANA's register, and goes by a usual one. */
  String mediaType() {
    return mediaType;
  }

  /** Starts a file in this form; closing the writer closes the stream. */
  abstract <T extends SpecificRecord> RowWriter<T> open(Class<T> type, OutputStream out)
      throws IOException;
}
