package nl.wolkenkaart.table;

import com.google.common.io.ByteStreams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Copies a Parquet file with the encodings of each column in order. The library lists them in the
 * order of a hash set of enum constants, whose hashes differ from one JVM to the next: equal rows
 * would give files that differ in a few bytes of the footer.
 */
final class SettledFooter {
  /** A file ends with its footer, the footer's length in four octets, and four octets of magic. */
  private static final int LENGTH_AND_MAGIC = 8;

  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private SettledFooter() {}

  /**
   * Copies a whole file.
   *
   * @param out not closed here
   */
  static void copy(Path file, OutputStream out) throws IOException {
    byte[] footer;
    long begin;
    try (RandomAccessFile random = new RandomAccessFile(file.toFile(), "r")) {
      byte[] tail = new byte[LENGTH_AND_MAGIC];
      random.seek(random.length() - LENGTH_AND_MAGIC);
      random.readFully(tail);
      int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
      begin = random.length() - LENGTH_AND_MAGIC - length;
      footer = new byte[length];
      random.seek(begin);
      random.readFully(footer);
    }
    byte[] settled = settled(footer);
    try (InputStream in = Files.newInputStream(file)) {
      ByteStreams.copy(ByteStreams.limit(in, begin), out);
    }
    out.write(settled);
    out.write(
        ByteBuffer.allocate(Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(settled.length)
            .array());
    out.write(MAGIC);
  }

  private static byte[] settled(byte[] footer) throws IOException {
    FileMetaData metadata = Util.readFileMetaData(new ByteArrayInputStream(footer));
    for (RowGroup group : metadata.getRow_groups()) {
      for (ColumnChunk column : group.getColumns()) {
        column.getMeta_data().getEncodings().sort(null);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(footer.length);
    Util.writeFileMetaData(metadata, bytes);
    return bytes.toByteArray();
  }
}
