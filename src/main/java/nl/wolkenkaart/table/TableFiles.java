package nl.wolkenkaart.table;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Closer;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import nl.wolkenkaart.observation.WholeFile;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The files of one table, one for each format, written in one pass over its rows.
 *
 * <p>Each is a {@link WholeFile}, so a reader never sees half a file, and a repeated attempt leaves
 * what the first one left.
 *
 * @param folder where the files go, as Beam's FileSystems names it
 */
record TableFiles<T extends SpecificRecord>(
    String folder, String name, Class<T> type, ImmutableList<TableFormat> formats)
    implements Serializable {
  private static final int BUFFER_BYTES = 1 << 16;

  /**
   * Writes the rows in the order in which they come.
   *
   * @param rows as the bytes of Avro's binary encoding
   * @param number how many there are
   * @return the names of the files
   * @throws IOException if a file cannot be written; those that were there before are then
   *     untouched
   */
  List<String> write(Iterator<byte[]> rows, long number) throws IOException {
    try (Writers writers = new Writers(PlainSchema.of(type))) {
      List<String> files = formats.stream().map(this::path).toList();
      write(files, 0, writers, rows, number);
      return files;
    }
  }

  /** A file within another, so that none is in its place before the last row of all is written. */
  private void write(
      List<String> files, int next, Writers writers, Iterator<byte[]> rows, long number)
      throws IOException {
    if (next == files.size()) {
      while (rows.hasNext()) {
        writers.write(rows.next());
      }
      writers.close();
      return;
    }
    WholeFile.write(
        files.get(next),
        formats.get(next).mediaType(),
        channel -> {
          writers.begin(formats.get(next), Channels.newOutputStream(channel), number);
          write(files, next + 1, writers, rows, number);
        });
  }

  private String path(TableFormat format) {
    return folder + '/' + name + '.' + format.extension();
  }

  /** Takes each row as bytes: Avro's file takes them as they are, the others once decoded. */
  private final class Writers implements Closeable {
    private final Closer closer = Closer.create();
    private final Schema schema;
    private final GenericDatumReader<IndexedRecord> reader;
    private final List<RowWriter<IndexedRecord>> decoded = new ArrayList<>();
    private @Nullable AvroTable<T> avro;
    private @Nullable BinaryDecoder decoder;
    private @Nullable IndexedRecord row;

    Writers(Schema schema) {
      this.schema = schema;
      this.reader = new GenericDatumReader<>(schema, schema, GenericData.get());
    }

    void begin(TableFormat format, OutputStream channel, long rows) throws IOException {
      OutputStream out = new BufferedOutputStream(channel, BUFFER_BYTES);
      switch (format) {
        case AVRO -> avro = closer.register(new AvroTable<>(type, out));
        case PARQUET ->
            decoded.add(closer.register(new ParquetTable<>(schema, GenericData.get(), out, rows)));
        case CSV -> decoded.add(closer.register(new CsvTable<>(schema, out)));
      }
    }

    void write(byte[] bytes) throws IOException {
      if (avro != null) {
        avro.writeEncoded(bytes);
      }
      decoder = DecoderFactory.get().binaryDecoder(bytes, decoder);
      row = reader.read(row, decoder);
      for (RowWriter<IndexedRecord> writer : decoded) {
        writer.write(row);
      }
    }

    @Override
    public void close() throws IOException {
      closer.close();
    }
  }
}
