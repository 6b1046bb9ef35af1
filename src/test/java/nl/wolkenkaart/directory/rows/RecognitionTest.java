package nl.wolkenkaart.directory.rows;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecognitionTest {

  private static Recognition of(byte[] content) throws IOException {
    return Recognition.of(new ByteArrayInputStream(content));
  }

  private static Recognition of(String content) throws IOException {
    return of(content.getBytes(UTF_8));
  }

  private static String failure(String content) {
    return assertThrows(UnreadableException.class, () -> of(content.getBytes(ISO_8859_1)))
        .getMessage();
  }

  @Test
  void leavesTheContentToBeRead() throws IOException {
    InputStream in = new ByteArrayInputStream("a.nl\n".getBytes(UTF_8));
    Recognition.of(in);
    assertThat(new String(in.readAllBytes(), UTF_8), equalTo("a.nl\n"));
  }

  @Test
  void knowsXmlByItsRoot() throws IOException {
    assertThat(
        of("\ufeff<?xml version='1.0'?>\n<!-- x -->\n<p:lijst xmlns:p='urn:a/2.6.13'><p:a/>"),
        equalTo(new Recognition(ContentKind.XML, "lijst", "urn:a/2.6.13")));
    assertThat(of("  <lijst/>"), equalTo(new Recognition(ContentKind.XML, "lijst", "")));
    assertThat(
        of("<?xml version='1.0' encoding='UTF-16'?><é/>".getBytes(StandardCharsets.UTF_16)),
        equalTo(new Recognition(ContentKind.XML, "é", "")));
  }

  @Test
  void knowsWorkbooks() throws IOException {
    assertThat(of(Packing.odsRows("")).kind(), equalTo(ContentKind.ODS));
    assertThat(of(Packing.xlsxRows("", "")).kind(), equalTo(ContentKind.XLSX));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "Obj\u0001..., AVRO",
        "PAR1..., PARQUET",
        "`[{\"a\": 1},~ {\"a\": 2}]`, JSON",
        "`{~ \"a\": [{}]}`, JSON",
        "`{\"a\": 1}~{\"a\": 2}`, NDJSON",
        "`{\"a\": 1}~{\"a\": ~{\"a\": 2}`, NDJSON",
        "`name,domain~x,y.nl`, DELIMITED",
        "`naam;site~x;y.nl`, DELIMITED",
        "`naam~Gemeente Emmen`, DELIMITED",
        "`a.nl~b.nl~https://www.c.nl/d`, LINES",
        "`domein~a.nl~b.nl`, LINES",
        "`# een lijst~a.nl`, LINES",
      })
  void knowsKinds(String content, ContentKind kind) throws IOException {
    assertThat(of(content.replace('~', '\n')), equalTo(new Recognition(kind, "", "")));
  }

  @Test
  void doesNotJudgeALineThatIsCutOff() throws IOException {
    String lines = "a.nl\n".repeat(13_107) + "x y z, and more that stands behind the first 64 KiB";
    assertThat(of(lines).kind(), equalTo(ContentKind.LINES));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html><head><title>404 Not\nFound</title></head></html>",
        "\n <HTML><body><TITLE>404 Not\nFound</title>",
        "<?xml version='1.0'?><!-- x --><!DOCTYPE html PUBLIC 'x'><title>404 Not\nFound</title>"
      })
  void webPageInPlaceOfAFileIsSaid(String page) {
    assertThat(
        failure(page),
        equalTo(
            "is a web page, '404 Not Found', as a site answers in place of a file that it does"
                + " not give"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n \n", "\t"})
  void emptyFileIsSaid(String content) {
    assertThat(failure(content), equalTo("is empty"));
  }

  @ParameterizedTest
  @CsvSource({
    "%PDF-1.7, is a PDF document",
    "\u00d0\u00cf\u0011\u00e0, is a workbook of the old kind (.xls); save it as",
    "7z\u00bc\u00af, is packed with 7-Zip",
    "\u00fd7zXZ, is packed with xz",
    "SQLite format 3, is a database",
  })
  void otherKindsAreNamed(String begin, String message) {
    assertThat(failure(begin), startsWith(message));
  }

  @Test
  void bytesOfNoKindAreSaid() {
    assertThat(
        failure("\u0001\u0002\u0003\u0004".repeat(50)),
        equalTo("is neither text nor a workbook, Avro or Parquet file"));
  }

  @Test
  void someNulDoesNotMakeATextAnother() throws IOException {
    assertThat(of("a,b\nc,\0\n").kind(), equalTo(ContentKind.DELIMITED));
  }

  @Test
  void otherDocumentsAreSaid() throws IOException {
    byte[] text =
        Packing.zip(Map.of("mimetype", Packing.text("application/vnd.oasis.opendocument.text")));
    assertThat(
        assertThrows(UnreadableException.class, () -> of(text)).getMessage(),
        equalTo("is a document, but no OpenDocument spreadsheet"));
  }

  @Test
  void eachKindButXmlHasAReader() {
    for (ContentKind kind : ContentKind.values()) {
      if (kind == ContentKind.XML) {
        assertThrows(IllegalStateException.class, kind::source);
      } else {
        RowSource source = kind.source();
        String name = source.getClass().getSimpleName().toUpperCase(Locale.ROOT);
        assertThat(kind.name(), containsString(name.replace("ROWS", "").replace("LINE", "LINES")));
      }
    }
  }
}
