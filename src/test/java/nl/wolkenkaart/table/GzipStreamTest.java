package nl.wolkenkaart.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.google.common.io.BaseEncoding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class GzipStreamTest {
  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GzipStream gzip = new GzipStream(out)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return out.toByteArray();
  }

  @Test
  void theHeaderHasNoTimeNameOrSystem() throws IOException {
    // RFC 1952, section 2.3: magic, deflate, no flags, time 0, no extra flags, system unknown.
    assertThat(
        BaseEncoding.base16().encode(Arrays.copyOf(packed("a"), 10)), is("1F8B08000000000000FF"));
  }

  @Test
  void equalTextGivesEqualBytesAndComesBack() throws IOException {
    String text = "row,of,cells\n".repeat(10_000);
    byte[] once = packed(text);
    assertThat(packed(text), is(once));
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(once))) {
      assertThat(new String(in.readAllBytes(), UTF_8), is(text));
    }
  }
}
