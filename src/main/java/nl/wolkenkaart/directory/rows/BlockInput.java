package nl.wolkenkaart.directory.rows;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The binary encoding of Avro (Avro 1.11 specification, "Binary Encoding"), where no length that a
 * file claims makes anything larger than a bound; Avro's own decoders take such lengths at their
 * word before they look whether that much follows.
 */
final class BlockInput {
  private final InputStream in;

  BlockInput(InputStream in) {
    this.in = in;
  }

  /** Whether nothing follows; the stream must support mark. */
  boolean isAtEnd() throws IOException {
    in.mark(1);
    int next = in.read();
    in.reset();
    return next < 0;
  }

  int readByte() throws IOException {
    int b = in.read();
    if (b < 0) {
      throw new EOFException();
    }
    return b;
  }

  /** A zigzag number of at most ten bytes. */
  long readLong() throws IOException {
    long number = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      int b = readByte();
      number |= (long) (b & 0x7F) << shift;
      if (b < 0x80) {
        return (number >>> 1) ^ -(number & 1);
      }
    }
    throw new UnreadableException("is a damaged Avro file: a number of more than ten bytes");
  }

  /** A number of bytes, little endian first. */
  long readFixed(int bytes) throws IOException {
    long number = 0;
    for (int i = 0; i < bytes; i++) {
      number |= (long) readByte() << (8 * i);
    }
    return number;
  }

  /**
   * A length and that many bytes.
   *
   * @param most bytes that are given; further ones are passed over
   */
  byte[] readBytes(int most) throws IOException {
    return readBytes(readLong(), most);
  }

  byte[] readBytes(long length, int most) throws IOException {
    if (length < 0) {
      throw new UnreadableException("is a damaged Avro file: a length below zero");
    }
    byte[] kept = in.readNBytes((int) Math.min(length, most));
    if (kept.length < Math.min(length, most)) {
      throw new EOFException();
    }
    if (length > kept.length) {
      in.skipNBytes(length - kept.length);
    }
    return kept;
  }
}
