package nl.wolkenkaart.directory.rows;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.io.CharSource;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;

/** The bytes of a text as they stand; those of UTF-16, which Excel writes, as UTF-8. */
final class TextBytes {
  private TextBytes() {}

  /** Supports mark. */
  static InputStream of(InputStream in) throws IOException {
    InputStream marked = new BufferedInputStream(in, 1 << 16);
    marked.mark(2);
    int mark = marked.read() << 8 | marked.read();
    Charset wide = mark == 0xFEFF ? UTF_16BE : mark == 0xFFFE ? UTF_16LE : null;
    if (wide == null) {
      marked.reset();
      return marked;
    }
    // Half a surrogate pair becomes U+FFFD, as nearly every reader does it.
    CharSource text =
        new CharSource() {
          @Override
          public Reader openStream() {
            return new InputStreamReader(marked, wide);
          }
        };
    return new BufferedInputStream(text.asByteSource(UTF_8).openStream(), 1 << 16);
  }
}
