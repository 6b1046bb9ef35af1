package nl.wolkenkaart.lookup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import com.google.common.primitives.Bytes;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

class TextRecordTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // One string, and several without a space between them.
        "\"v=spf1 -all\" | v=spf1 -all",
        "\"v=spf1 include:a.example \" \"-all\" | v=spf1 include:a.example -all",
        "\"a\"\"b\" \"\" \"c\" | abc",
        // Spaces inside quotes stay, between them they do not.
        "\" a  b \"   \"c\" | ` a  b c`",
        "plain text | plaintext",
        "v=STSv1 | v=STSv1",
        // Escapes: a quote, a backslash, decimal bytes.
        "\"say \\\"hi\\\"\" | say \"hi\"",
        "\"back\\\\slash\" | back\\slash",
        "\"tab\\009end\" | `tab\tend`",
        "\"\\118\\061spf1\" | v=spf1",
        // UTF-8, byte by byte.
        "\"caf\\195\\169\" | caf\u00e9",
        "\"\\226\\130\\172 5\" | \u20ac 5",
        // Bytes that are no UTF-8 are seen as such.
        "\"\\255\" | \ufffd",
        // Two digits are no byte.
        "\"\\12x\" | 12x",
      })
  void joins(String presentation, String text) {
    assertThat(TextRecord.join(presentation), equalTo(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | ``",
        "\"\" | ``",
        "\" | ``",
        "\"never closed | never closed",
        "\"ends in \\ | `ends in \\`",
        "\\ | \\",
        "\"\\1 | 1",
        "\"\\12 | 12",
        "\"\\\" | `\"`",
      })
  void endsWithTheTextWhereverThatEnds(String presentation, String text) {
    assertThat(TextRecord.join(presentation), equalTo(text));
  }

  @Test
  void decimalEscapeAboveAByteIsNoByte() {
    // 256 is no octet (RFC 1035, section 5.1): the backslash escapes one character.
    assertThat(TextRecord.join("\"\\256\""), is("256"));
  }

  @Test
  void textThatWasNotEscapedStays() {
    assertThat(TextRecord.join("\"caf\u00e9 \u20ac\""), is("caf\u00e9 \u20ac"));
  }

  /** Whatever bytes a server sends, joining gives back what dnsjava escaped. */
  @Property(tries = 300)
  void undoesWhatPresentationEscapes(
      @ForAll @Size(max = 255) byte[] first, @ForAll @Size(max = 40) byte[] second) {
    byte[] data = Bytes.concat(oneString(first), oneString(second));
    Record record = Record.newRecord(Name.root, Type.TXT, DClass.IN, 60, data);
    assertThat(
        TextRecord.join(Presentation.data(record)),
        equalTo(new String(Bytes.concat(first, second), StandardCharsets.UTF_8)));
  }

  private static byte[] oneString(byte[] text) {
    return Bytes.concat(new byte[] {(byte) text.length}, text);
  }
}
