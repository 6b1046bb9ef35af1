package nl.wolkenkaart.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SameLinesTest {
  /** Compares, with the text handed over in pieces of some length. */
  private static String difference(InputStream file, String should, int piece) throws IOException {
    SameLines same = new SameLines(file);
    byte[] octets = should.getBytes(UTF_8);
    try (same) {
      for (int i = 0; i < octets.length; i += piece) {
        same.write(octets, i, Math.min(piece, octets.length - i));
      }
    }
    return same.difference();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "ab|cd|, ab|cd|, null",
        "'', '', null",
        "ab|cX|, ab|cd|, line 2 is: cX; it should be: cd",
        "ab|cde|, ab|cd|, line 2 is: cde; it should be: cd",
        "ab|c, ab|cd|, line 2 is: c; it should be: cd",
        "ab|cd|, ab||cd|, line 2 is: cd; it should be: ''",
        "ab|, ab|cd|, 'ends before line 2, which should be: cd'",
        "'', ab|, 'ends before line 1, which should be: ab'",
        "ab|cd|ef|gh|, ab|cd|, goes on after its last line: ef",
        "aé|, bé|, line 1 is: aé; it should be: bé",
      })
  void theFirstLineThatDiffersIsTold(String is, String should, String told) throws IOException {
    for (int piece = 1; piece < 8; piece++) {
      String expected = told == null ? null : told.replace("''", "");
      byte[] file = is.replace('|', '\n').getBytes(UTF_8);
      String found = difference(new ByteArrayInputStream(file), should.replace('|', '\n'), piece);
      assertThat("in pieces of " + piece, found, is(expected));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 4096})
  void aLineWithoutAnEndIsNotHeld(int piece) throws IOException {
    InputStream endless =
        new InputStream() {
          private long read;

          @Override
          public int read() {
            read(new byte[1], 0, 1);
            return 'x';
          }

          @Override
          public int read(byte[] octets, int from, int length) {
            read += length;
            if (read > 1 << 20) {
              throw new IllegalStateException("read far more than is compared");
            }
            Arrays.fill(octets, from, from + length, (byte) 'x');
            return length;
          }
        };
    assertThat(
        difference(endless, "xxy\n", piece),
        is("line 1 is: " + "x".repeat(120) + "...; it should be: xxy"));
  }
}
