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
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The files of one table, one for each format, written in one pass over its rows.
 *
 * <p>A file is written under a temporary name beside its place and then renamed over what is there,
 * so a reader never sees half a file, and a repeated attempt leaves what the first one left.
 *
 * @param folder where the files go, as Beam's FileSystems names it
 */
record TableFiles<T extends SpecificRecord>(
    String folder, String name, Class<T> type, ImmutableList<TableFormat> formats)
    implements Serializable {
  private static final String UNFINISHED = ".part";
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
    ResourceId place = FileSystems.matchNewResource(folder, true);
    List<ResourceId> unfinished = new ArrayList<>();
    List<ResourceId> finished = new ArrayList<>();
    try (Closer closer = Closer.create()) {
      Writers writers = new Writers(PlainSchema.of(type));
      for (TableFormat format : formats) {
        String file = name + '.' + format.extension();
        ResourceId target = place.resolve(file, StandardResolveOptions.RESOLVE_FILE);
        ResourceId part =
            place.resolve('.' + file + UNFINISHED, StandardResolveOptions.RESOLVE_FILE);
        unfinished.add(part);
        finished.add(target);
        OutputStream out = closer.register(open(part));
        closer.register(writers.begin(format, out, number));
      }
      while (rows.hasNext()) {
        writers.write(rows.next());
      }
    }
    FileSystems.rename(unfinished, finished);
    return finished.stream().map(ResourceId::toString).toList();
  }

  /** Takes each row as bytes: Avro's file takes them as they are, the others once decoded. */
  private final class Writers {
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

    Closeable begin(TableFormat format, OutputStream out, long rows) throws IOException {
      switch (format) {
        case AVRO -> {
          avro = new AvroTable<>(type, out);
          return avro;
        }
        case PARQUET -> decoded.add(new ParquetTable<>(schema, GenericData.get(), out, rows));
        case CSV -> decoded.add(new CsvTable<>(schema, out));
      }
      return decoded.get(decoded.size() - 1);
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
  }

  private static OutputStream open(ResourceId file) throws IOException {
    return new BufferedOutputStream(
        Channels.newOutputStream(FileSystems.create(file, "application/octet-stream")),
        BUFFER_BYTES);
  }
}
