package nl.wolkenkaart.directory.rows;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import java.util.zip.ZipException;

/**
 * What a packed stream unpacks to, up to a size that lists do not have: a hundred bytes of a bomb
 * unpack to a hundred thousand, those of a list to a thousand or two.
 */
final class BoundedStream extends FilterInputStream {
  /** Bytes that any stream may unpack to. */
  static final long FREE = 64L << 20;

  /** Bytes that come of one packed byte beyond that. */
  static final int RATIO = 200;

  /** Bytes in all. */
  static final long MOST = 8L << 30;

  private final LongSupplier packed;
  private final String kind;
  private final long free;
  private long size;

  /**
   * @param packed how many bytes were packed, or have been so far
   * @param kind as in "is a damaged zip file"
   */
  BoundedStream(InputStream unpacked, LongSupplier packed, String kind) {
    this(unpacked, packed, kind, FREE);
  }

  BoundedStream(InputStream unpacked, LongSupplier packed, String kind, long free) {
    super(unpacked);
    this.packed = packed;
    this.kind = kind;
    this.free = free;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int from, int most) throws IOException {
    int count;
    try {
      count = in.read(target, from, most);
    } catch (EOFException e) {
      throw endsEarly(kind, e);
    } catch (ZipException e) {
      throw damaged(kind, e);
    }
    size += Math.max(count, 0);
    if (size > MOST) {
      throw new UnreadableException("unpacks to more than " + (MOST >> 30) + " GiB");
    }
    if (size > free && size / RATIO > packed.getAsLong()) {
      throw new UnreadableException(
          "unpacks to more than " + RATIO + " times its size, as bombs do and lists do not");
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    byte[] part = new byte[(int) Math.max(1, Math.min(count, 1 << 14))];
    long skipped = 0;
    while (skipped < count) {
      int read = read(part, 0, (int) Math.min(part.length, count - skipped));
      if (read < 0) {
        break;
      }
      skipped += read;
    }
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Bytes that have come out. */
  long size() {
    return size;
  }

  static UnreadableException endsEarly(String kind, EOFException cause) {
    return new UnreadableException(
        (kind.startsWith("A") ? "is an " : "is a ")
            + kind
            + " file that ends too early; is it downloaded completely?",
        cause);
  }

  static UnreadableException damaged(String kind, IOException cause) {
    String problem = cause.getMessage() == null ? "" : ": " + PlainText.escape(cause.getMessage());
    return new UnreadableException("is a damaged " + kind + " file" + problem, cause);
  }
}
