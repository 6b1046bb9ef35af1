package nl.wolkenkaart.directory.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.google.common.io.ByteStreams;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.avro.Schema;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.xerial.snappy.Snappy;

/**
 * The records of an Avro object container file (Avro 1.11 specification), a field a cell. The first
 * row, in line 0, is the names of the fields; nested values are JSON. Avro's own reader is not
 * used: it makes room for whatever number of bytes a file claims for a block, a text or what they
 * unpack to.
 */
public final class AvroRows implements RowSource {
  private static final int LONGEST_SCHEMA = 1 << 20;
  private static final int MOST_METADATA = 1_000;
  private static final int LARGEST_BLOCK = 64 << 20;
  private static final int WINDOW_LOG = 25;

  @Override
  public void read(InputStream in, RowSink sink) throws IOException {
    InputStream bytes = new BufferedInputStream(in, 1 << 16);
    try {
      new File(bytes, sink).read();
    } catch (EOFException e) {
      throw BoundedStream.endsEarly("Avro", e);
    } catch (ZipException | ZstdIOException e) {
      throw BoundedStream.damaged("Avro", e);
    }
  }

  /** One reading. */
  private static final class File {
    private final InputStream bytes;
    private final RowSink sink;
    private final BlockInput in;
    private long rows;
    private long unpacked;

    File(InputStream bytes, RowSink sink) {
      this.bytes = bytes;
      this.sink = sink;
      this.in = new BlockInput(bytes);
    }

    void read() throws IOException {
      if (!Arrays.equals(in.readBytes(4, 4), new byte[] {'O', 'b', 'j', 1})) {
        throw new UnreadableException("is no Avro file");
      }
      Map<String, byte[]> metadata = metadata();
      Schema schema = schema(metadata.get("avro.schema"));
      AvroValues.check(schema);
      byte[] codec = metadata.getOrDefault("avro.codec", "null".getBytes(UTF_8));
      byte[] marker = in.readBytes(16, 16);
      sink.row(new Row("", 0, schema.getFields().stream().map(Schema.Field::name).toList()));
      while (!in.isAtEnd()) {
        readBlock(schema, new String(codec, UTF_8));
        if (!Arrays.equals(in.readBytes(16, 16), marker)) {
          throw new UnreadableException("is a damaged Avro file: a block ends in the wrong place");
        }
      }
    }

    private Map<String, byte[]> metadata() throws IOException {
      Map<String, byte[]> metadata = new HashMap<>();
      for (long count = in.readLong(); count != 0; count = in.readLong()) {
        if (count < 0) {
          in.readLong();
        }
        if (count == Long.MIN_VALUE || Math.abs(count) + metadata.size() > MOST_METADATA) {
          throw new UnreadableException("is a damaged Avro file: too much metadata");
        }
        for (long i = 0; i < Math.abs(count); i++) {
          String key = new String(in.readBytes(200), UTF_8);
          byte[] value = in.readBytes(LONGEST_SCHEMA);
          if (key.equals("avro.schema") || key.equals("avro.codec")) {
            metadata.put(key, value);
          }
        }
      }
      return metadata;
    }

    private void readBlock(Schema schema, String codec) throws IOException {
      long count = in.readLong();
      long size = in.readLong();
      if (count < 0 || size < 0 || size > LARGEST_BLOCK) {
        throw new UnreadableException("is a damaged Avro file, or one with a block above 64 MiB");
      }
      InputStream packed = new Block(ByteStreams.limit(bytes, size));
      long free = Math.min(BoundedStream.FREE, BoundedStream.MOST - unpacked);
      try (BoundedStream block =
          new BoundedStream(unpack(packed, size, codec), () -> size, "Avro", free)) {
        AvroValues values = new AvroValues(new BlockInput(new BufferedInputStream(block)));
        for (long i = 0; i < count; i++) {
          readRow(schema, values);
        }
        ByteStreams.exhaust(block);
        unpacked += block.size();
      }
      ByteStreams.exhaust(packed);
    }

    private void readRow(Schema schema, AvroValues values) throws IOException {
      rows++;
      if (rows > Bounds.ROWS) {
        throw new UnreadableException("has more than 10,000,000 rows");
      }
      List<@Nullable String> cells = values.row(schema);
      if (values.isTooLong()) {
        String begin = cells.stream().filter(Objects::nonNull).findFirst().orElse("");
        sink.reject(rows, Bounds.shown(begin), "longer than 64 KiB");
      } else if (cells.stream().anyMatch(cell -> cell != null && !cell.isBlank())) {
        sink.row(new Row("", rows, Collections.unmodifiableList(cells)));
      }
    }
  }

  private static Schema schema(byte @Nullable [] text) throws UnreadableException {
    try {
      return new Schema.Parser().parse(new String(text == null ? new byte[0] : text, UTF_8));
    } catch (RuntimeException e) {
      // What is no schema fails in Avro's parser in many ways.
      throw new UnreadableException("is an Avro file without a schema that can be read", e);
    }
  }

  private static InputStream unpack(InputStream packed, long size, String codec)
      throws IOException {
    return switch (codec) {
      case "null" -> packed;
      case "deflate" ->
          new InflaterInputStream(packed, new Inflater(true)) {
            @Override
            public void close() throws IOException {
              inf.end();
              super.close();
            }
          };
      case "zstandard" -> {
        ZstdInputStreamNoFinalizer block = new ZstdInputStreamNoFinalizer(packed);
        block.setLongMax(WINDOW_LOG);
        yield block;
      }
      case "snappy" -> snappy(packed.readNBytes((int) size));
      default ->
          throw new UnreadableException(
              "is an Avro file packed with " + PlainText.escape(codec, 40) + ", which is not read");
    };
  }

  /** Snappy's block and the four bytes of a checksum behind it. */
  private static InputStream snappy(byte[] packed) throws IOException {
    int size = Math.max(0, packed.length - 4);
    try {
      int unpacked = Snappy.uncompressedLength(packed, 0, size);
      if (unpacked < 0 || unpacked > LARGEST_BLOCK) {
        throw new UnreadableException("is an Avro file with a block above 64 MiB");
      }
      byte[] plain = new byte[unpacked];
      Snappy.uncompress(packed, 0, size, plain, 0);
      return new ByteArrayInputStream(plain);
    } catch (UnreadableException e) {
      throw e;
    } catch (IOException e) {
      throw BoundedStream.damaged("Avro", e);
    }
  }

  /** The bytes of a block; closing them does not close the file. */
  private static final class Block extends FilterInputStream {
    Block(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // The next block follows.
    }
  }
}
