package nl.wolkenkaart.table;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import com.google.common.collect.Iterators;
import com.google.common.primitives.UnsignedBytes;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.beam.sdk.values.KV;

/**
 * Some rows of one table in their order, each (primary key, row) in bytes: their number, then keys
 * and rows after their lengths in one zstandard frame. Rows of a table resemble each other, so a
 * piece takes about a tenth of what they take. Pieces are merged where the table is written, which
 * then holds the pieces and one row of each.
 */
final class SortedPiece implements Iterator<KV<byte[], byte[]>>, Closeable {
  /** By key; rows with the same key, which an invariant forbids, still have one order. */
  static final Comparator<KV<byte[], byte[]>> ORDER =
      Comparator.<KV<byte[], byte[]>, byte[]>comparing(
              KV::getKey, UnsignedBytes.lexicographicalComparator())
          .thenComparing(KV::getValue, UnsignedBytes.lexicographicalComparator());

  /** A piece is read once, soon, by this program: fast is better than small. */
  private static final int LEVEL = 1;

  private final long rows;
  private final DataInputStream in;
  private long left;

  private SortedPiece(InputStream piece) throws IOException {
    rows = new DataInputStream(piece).readLong();
    in = new DataInputStream(new BufferedInputStream(new ZstdInputStream(piece)));
    left = rows;
  }

  /**
   * Rows as a piece.
   *
   * @param sorted in {@link #ORDER}
   */
  static byte[] pack(List<KV<byte[], byte[]>> sorted) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(sorted, bytes);
    return bytes.toByteArray();
  }

  /** Writes rows as a piece, and closes what it is written to. */
  static void write(List<KV<byte[], byte[]>> sorted, OutputStream piece) throws IOException {
    try (OutputStream closed = piece) {
      new DataOutputStream(closed).writeLong(sorted.size());
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(new ZstdOutputStream(closed, LEVEL)))) {
        for (KV<byte[], byte[]> row : sorted) {
          out.writeInt(row.getKey().length);
          out.write(row.getKey());
          out.writeInt(row.getValue().length);
          out.write(row.getValue());
        }
      }
    }
  }

  /** Reads a piece; to be closed. */
  static SortedPiece of(byte[] packed) throws IOException {
    return of(new ByteArrayInputStream(packed));
  }

  /** Reads a piece, whose stream is closed with it. */
  static SortedPiece of(InputStream packed) throws IOException {
    return new SortedPiece(packed);
  }

  /** The rows of several pieces in one order, without their keys. */
  static Iterator<byte[]> merged(List<? extends Iterator<KV<byte[], byte[]>>> pieces) {
    return Iterators.transform(Iterators.mergeSorted(pieces, ORDER), KV::getValue);
  }

  /** How many rows it has. */
  long rows() {
    return rows;
  }

  @Override
  public boolean hasNext() {
    return left > 0;
  }

  @Override
  public KV<byte[], byte[]> next() {
    try {
      byte[] key = in.readNBytes(in.readInt());
      byte[] value = in.readNBytes(in.readInt());
      left--;
      return KV.of(key, value);
    } catch (IOException e) {
      throw new UncheckedIOException("A piece of the table cannot be read again", e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
