package nl.wolkenkaart.directory.rows;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A stream kept in a file as long as it is needed, for what cannot be read from front to back. */
final class Spooled implements AutoCloseable {
  /** Largest file, in bytes; a register of a million organisations has a tenth of it. */
  static final long MOST = 4L << 30;

  private final Path file;

  private Spooled(Path file) {
    this.file = file;
  }

  /**
   * Reads a stream to its end.
   *
   * @throws UnreadableException when the stream is longer than {@link #MOST}
   */
  static Spooled of(InputStream in) throws IOException {
    Path file = Files.createTempFile("wolkenkaart", ".list");
    Spooled spooled = new Spooled(file);
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] part = new byte[1 << 16];
      long size = 0;
      for (int count = in.read(part); count >= 0; count = in.read(part)) {
        size += count;
        if (size > MOST) {
          throw new UnreadableException("is larger than " + (MOST >> 30) + " GiB");
        }
        out.write(part, 0, count);
      }
    } catch (IOException | RuntimeException e) {
      spooled.close();
      throw e;
    }
    return spooled;
  }

  Path file() {
    return file;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
