package nl.wolkenkaart.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Compresses with gzip (RFC 1952). The header holds nothing of the time or of the machine: no name,
 * time 0, operating system "unknown". The bytes that follow are those of the machine's zlib: equal
 * content gives equal bytes where that is the same, and is equal content everywhere.
 */
final class GzipStream extends GZIPOutputStream {
  /** What follows a file's name. */
  static final String EXTENSION = ".gz";

  static final String MEDIA_TYPE = "application/gzip";

  /** Of 1 to 9; see decision 13 for what others cost. */
  static final int LEVEL = 3;

  private static final int BUFFER_BYTES = 1 << 16;

  GzipStream(OutputStream out) throws IOException {
    this(out, LEVEL);
  }

  GzipStream(OutputStream out, int level) throws IOException {
    super(out, BUFFER_BYTES);
    def.setLevel(level);
  }
}
