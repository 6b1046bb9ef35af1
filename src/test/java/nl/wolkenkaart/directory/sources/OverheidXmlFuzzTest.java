package nl.wolkenkaart.directory.sources;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.wolkenkaart.directory.rows.UnreadableException;
import org.junit.jupiter.api.Test;

/** Whatever is done to an export, it is read or refused with one line; nothing else comes out. */
class OverheidXmlFuzzTest {
  private static final long NANOS = 1_000_000_000L;
  private static final long SECONDS = Long.getLong("wolkenkaart.fuzz-seconds", 2);
  private static final Path SEED = Path.of("src/test/resources/registers/roo-small.xml");
  private static final List<String> PIECES =
      List.of(
          "<p:organisatie>",
          "</p:organisatie>",
          "<p:organisaties>",
          "&lol;",
          "&#0;",
          "]]>",
          "<![CDATA[",
          "<!--",
          "<!DOCTYPE a [<!ENTITY x \"y\">]>",
          "<?p ?>",
          "\u0000",
          "\uFFFF",
          "<p:url>",
          "https://",
          "xmlns:p=\"\"",
          "\"",
          "'",
          "<",
          ">",
          "&amp;",
          "\u202e");

  @Test
  void mutatedExportsAreReadOrRefused() throws IOException {
    byte[] seed = Files.readAllBytes(SEED);
    Random random = new Random(20240318);
    long read = 0;
    long refused = 0;
    for (long until = System.nanoTime() + SECONDS * NANOS; System.nanoTime() < until; ) {
      byte[] changed = mutate(seed, random);
      try {
        Entries all = Entries.of(changed, "roo", Map.of());
        assertThat(all.entries.size() + all.rejects.size(), is(lessThan(changed.length)));
        read++;
      } catch (UnreadableException e) {
        assertThat(e.getMessage().lines().count(), is(1L));
        assertThat(e.getMessage().length(), is(lessThan(1000)));
        refused++;
      }
    }
    assertThat(read, is(greaterThan(0L)));
    assertThat(refused, is(greaterThan(0L)));
  }

  private static byte[] mutate(byte[] seed, Random random) {
    StringBuilder text = new StringBuilder(new String(seed, ISO_8859_1));
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(5)) {
        case 0 -> text.setCharAt(at, (char) random.nextInt(256));
        case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(40)));
        case 2 -> {
          String piece = PIECES.get(random.nextInt(PIECES.size()));
          text.insert(at, new String(piece.getBytes(UTF_8), ISO_8859_1));
        }
        case 3 -> {
          int end = Math.min(text.length(), at + random.nextInt(200));
          text.insert(at, text.substring(at, end));
        }
        default -> text.setLength(Math.max(1, text.length() - random.nextInt(100)));
      }
    }
    return text.toString().getBytes(ISO_8859_1);
  }
}
