package nl.wolkenkaart.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Text as gzip (RFC 1952) in Base64 (RFC 4648), which a page can hold and a browser unpacks. */
final class Packed {
  private static final int QUICK = 4;

  private Packed() {}

  /** Small, for what every reader loads. */
  static String small(String text) {
    return of(text, Deflater.BEST_COMPRESSION);
  }

  /**
   * Quickly, for what is many times as much and loaded in parts: a quarter larger in a third of the
   * time.
   */
  static String quickly(String text) {
    return of(text, QUICK);
  }

  private static String of(String text, int level) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new Levelled(bytes, level)) {
      gzip.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  /** Its header has no time, so the same text gives the same bytes. */
  private static final class Levelled extends GZIPOutputStream {
    Levelled(ByteArrayOutputStream out, int level) throws IOException {
      super(out);
      def.setLevel(level);
    }
  }
}
