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
  private Packed() {}

  static String of(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new Thorough(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  /** At the best compression. Its header has no time, so the same text gives the same bytes. */
  private static final class Thorough extends GZIPOutputStream {
    Thorough(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
