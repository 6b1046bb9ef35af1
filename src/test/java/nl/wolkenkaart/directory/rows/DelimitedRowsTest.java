package nl.wolkenkaart.directory.rows;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelimitedRowsTest {
  private final DelimitedRows rows = new DelimitedRows();

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"`,`, `','`", ";, ';'", "|, '|'", "TAB, a tab"})
  void findsTheDelimiterOut(String delimiter, String shown) throws IOException {
    String d = delimiter.equals("TAB") ? "\t" : delimiter;
    Given given = Given.by(rows, "naam" + d + "domein\n\"x" + d + "y\"" + d + "x.nl\n");
    assertThat(
        given.rows(),
        contains(Given.row(1, "naam", "domein"), Given.row(2, "x" + d + "y", "x.nl")));
    assertThat(given.found(), hasItem("columns separated by " + shown));
  }

  @Test
  void isNotMisledByTitlesRaggedRowsAndCommasInCells() throws IOException {
    String text =
        "Adressen, telefoon en websites\n\nnaam;adres;site\n"
            + "a;Laan 1, Emmen;a.nl\nb;Laan 2, Assen;b.nl\nc;Laan 3, Delft\nd;Laan 4, Gouda;d.nl\n"
            + "e;Laan 5, Breda;e.nl\nf;Laan 6, Tiel;f.nl\n";
    assertThat(
        Given.by(rows, text).cells().subList(0, 3),
        contains(
            List.of("Adressen, telefoon en websites"),
            List.of("naam", "adres", "site"),
            List.of("a", "Laan 1, Emmen", "a.nl")));
  }

  @Test
  void takesTheDelimiterThatTheFirstLineStates() throws IOException {
    Given given = Given.by(rows, "\ufeffsep=;\r\na;b,c\r\n");
    assertThat(given.rows(), contains(Given.row(2, "a", "b,c")));
    assertThat(given.found(), hasItem("columns separated by ';'"));
  }

  @Test
  void readsUtf8WithAndWithoutByteOrderMark() throws IOException {
    assertThat(Given.by(rows, "\ufeffé,ë\n").rows(), contains(Given.row(1, "é", "ë")));
    Given given = Given.by(rows, "a,b\né,ë\n");
    assertThat(given.rows(), contains(Given.row(1, "a", "b"), Given.row(2, "é", "ë")));
    assertThat(given.found(), hasItem("text in UTF-8"));
  }

  @Test
  void readsWindows1252() throws IOException {
    Given given = Given.by(rows, "a;b\n\"Curaçao – €\";é\n".getBytes(TextEncoding.WINDOWS_1252));
    assertThat(given.rows(), contains(Given.row(1, "a", "b"), Given.row(2, "Curaçao – €", "é")));
    assertThat(given.found(), hasItem("text in windows-1252"));
  }

  @Test
  void findsTheEncodingOutFarBehindTheBeginning() throws IOException {
    String ascii = "school,x.nl\n".repeat(50_000);
    Given given = Given.by(rows, (ascii + "Zuidhörn,é.nl\n").getBytes(TextEncoding.WINDOWS_1252));
    assertThat(given.rows(), hasSize(50_001));
    assertThat(given.rows().get(50_000), equalTo(Given.row(50_001, "Zuidhörn", "é.nl")));
  }

  @Test
  void oneWrongByteDoesNotMakeUtf8AnotherEncoding() throws IOException {
    byte[] bytes = "a,b\nx?,1\né,2\në,3\n".getBytes(UTF_8);
    bytes[5] = (byte) 0xE9;
    Given given = Given.by(rows, bytes);
    assertThat(given.cells(), contains(List.of("a", "b"), List.of("é", "2"), List.of("ë", "3")));
    assertThat(
        given.refused(), contains(new Given.Refused(2, "x\ufffd,1", "bytes that are not UTF-8")));
  }

  @Test
  void bytesThatWindows1252DoesNotHaveAreRejected() throws IOException {
    byte[] bytes = {'a', ',', (byte) 0xE9, '\n', 'b', ',', (byte) 0x81, '\n'};
    Given given = Given.by(rows, bytes);
    assertThat(given.rows(), contains(Given.row(1, "a", "é")));
    assertThat(
        given.refused(),
        contains(new Given.Refused(2, "b,\ufffd", "bytes that are not windows-1252")));
  }

  @Test
  void readsUtf16WithByteOrderMark() throws IOException {
    assertThat(
        Given.by(rows, "naam\tsite\né\ta.nl\n".getBytes(UTF_16)).rows(),
        contains(Given.row(1, "naam", "site"), Given.row(2, "é", "a.nl")));
    assertThat(
        Given.by(rows, "\ufeffnaam\tsite\n".getBytes(UTF_16LE)).rows(),
        contains(Given.row(1, "naam", "site")));
  }

  @Test
  void rejectsRowsWithNul() throws IOException {
    Given given = Given.by(rows, "a,b\nc,d\0e\nf,g\n");
    assertThat(given.rows(), contains(Given.row(1, "a", "b"), Given.row(3, "f", "g")));
    assertThat(given.refused(), contains(new Given.Refused(2, "d\0e", "holds a NUL character")));
  }

  @Test
  void rejectsCellOfTenMegabytesAndGoesOn() throws IOException {
    List<InputStream> parts = new ArrayList<>();
    parts.add(new ByteArrayInputStream("a,b\n1,\"".getBytes(UTF_8)));
    byte[] megabyte = "x".repeat(1 << 20).getBytes(UTF_8);
    for (int i = 0; i < 10; i++) {
      parts.add(new ByteArrayInputStream(megabyte));
    }
    parts.add(new ByteArrayInputStream("\"\n2,y\n".getBytes(UTF_8)));
    Given given = new Given();
    rows.read(new SequenceInputStream(Collections.enumeration(parts)), given);
    assertThat(given.rows(), contains(Given.row(1, "a", "b"), Given.row(3, "2", "y")));
    assertThat(given.refused(), hasSize(1));
    assertThat(given.refused().get(0).line(), equalTo(2L));
    assertThat(given.refused().get(0).reason(), equalTo("longer than 64 KiB"));
    assertThat(given.refused().get(0).value().length(), equalTo(800));
  }

  @Test
  void unterminatedQuoteCostsItsOwnLineOnly() throws IOException {
    Given given = Given.by(rows, "a;b\n\"c;d\n" + "e;f\n".repeat(40_000));
    assertThat(given.rows(), hasSize(40_001));
    assertThat(given.rows().get(1), equalTo(Given.row(3, "e", "f")));
    assertThat(
        given.refused(),
        contains(
            new Given.Refused(
                2, "\"c;d", "longer than 64 KiB, as when a quotation mark is not closed")));
  }

  @Test
  void rejectsRowsOfThousandsOfCells() throws IOException {
    Given given = Given.by(rows, "a,b\n" + ",".repeat(1_023) + "x\n" + ",".repeat(1_024) + "x\n");
    assertThat(given.rows(), hasSize(2));
    assertThat(given.refused().get(0).line(), equalTo(3L));
    assertThat(given.refused().get(0).reason(), equalTo("more than 1024 cells"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", ";;;\n;;;\n", "\ufeff"})
  void blankRowsAreNoRows(String text) throws IOException {
    Given given = Given.by(rows, text);
    assertThat(given.rows(), empty());
    assertThat(given.refused(), empty());
  }

  @Test
  void cellsThatARowDoesNotHaveAreEmpty() throws IOException {
    Row row = Given.by(rows, "a,b\n").rows().get(0);
    assertThat(row.cell(1), equalTo("b"));
    assertThat(row.cell(2), equalTo(""));
  }
}
