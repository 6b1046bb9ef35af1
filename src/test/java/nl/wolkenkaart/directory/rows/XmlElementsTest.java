package nl.wolkenkaart.directory.rows;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlElementsTest {
  private static final String NO_DOCTYPE =
      "holds a document type declaration (DOCTYPE), which is not read for safety";

  /** Names of start tags and pieces of text, in order. */
  private static List<String> walk(byte[] content) throws IOException {
    XmlElements xml = XmlElements.of(new ByteArrayInputStream(content));
    List<String> seen = new ArrayList<>();
    while (xml.next()) {
      if (xml.isStart()) {
        seen.add("<" + xml.name());
      } else if (xml.isText()) {
        seen.add(xml.piece());
      } else {
        seen.add("/" + xml.name());
      }
    }
    return seen;
  }

  private static List<String> walk(String content) throws IOException {
    return walk(content.getBytes(UTF_8));
  }

  private static String failure(byte[] content) {
    return assertThrows(UnreadableException.class, () -> walk(content)).getMessage();
  }

  private static String failure(String content) {
    return failure(content.getBytes(UTF_8));
  }

  @Test
  void walksFromTagToTag() throws IOException {
    assertThat(
        walk(
            "<?xml version='1.0'?><!-- <x> --><p:a xmlns:p='u'>t<p:b c='>'/><![CDATA[<d>]]></p:a>"),
        contains("<a", "t", "<b", "/b", "<d>", "/a"));
  }

  @Test
  void tellsOfAnElement() throws IOException {
    XmlElements xml =
        XmlElements.of(
            new ByteArrayInputStream(
                "<a xmlns='u' xmlns:q='v'>\n<b q:c='1' d='2'/></a>".getBytes(UTF_8)));
    xml.next();
    assertThat(xml.isStart("a"), equalTo(true));
    assertThat(xml.namespace(), equalTo("u"));
    assertThat(xml.depth(), equalTo(1));
    xml.next();
    xml.next();
    assertThat(xml.attribute("c"), equalTo("1"));
    assertThat(xml.attribute("d"), equalTo("2"));
    assertThat(xml.attribute("e"), nullValue());
    assertThat(xml.line(), equalTo(2L));
    assertThat(xml.depth(), equalTo(2));
    assertThat(xml.piece(), equalTo(""));
  }

  @Test
  void textAndSkipEndAtTheEndTag() throws IOException {
    XmlElements xml =
        XmlElements.of(
            new ByteArrayInputStream(
                "<a><b>x<i>y</i>&amp;z</b><b>long</b><c><b/></c></a>".getBytes(UTF_8)));
    xml.next();
    xml.next();
    assertThat(xml.text(4), equalTo("xy&z"));
    assertThat(xml.isEnd("b"), equalTo(true));
    xml.next();
    assertThat(xml.text(3), nullValue());
    assertThat(xml.isEnd("b"), equalTo(true));
    xml.next();
    xml.skip();
    assertThat(xml.isEnd("c"), equalTo(true));
    assertThat(xml.depth(), equalTo(1));
  }

  @Test
  void readsTheEncodingsOfRegisters() throws IOException {
    String text = "<a>é</a>";
    assertThat(walk("\ufeff" + text), contains("<a", "é", "/a"));
    assertThat(
        walk(("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + text).getBytes(ISO_8859_1)),
        contains("<a", "é", "/a"));
    assertThat(
        walk(
            "<?xml version='1.0' encoding='Windows-1252' standalone='yes'?><a>€</a>"
                .getBytes(TextEncoding.WINDOWS_1252)),
        contains("<a", "€", "/a"));
  }

  @Test
  void wrongEncodingIsSaid() {
    assertThat(
        failure("<a>é</a>".getBytes(ISO_8859_1)),
        equalTo("near line 1: bytes that are not in the document's encoding"));
    assertThat(
        failure("<?xml version='1.0' encoding='EBCDIC-x'?><a/>"),
        equalTo("is XML in the encoding EBCDIC-x, which is not read"));
  }

  /** A billion laughs: each entity is ten of the one before. */
  @Test
  void entityBombIsRefused() {
    StringBuilder xml = new StringBuilder("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY e0 'lol'>");
    for (int i = 1; i < 10; i++) {
      xml.append("<!ENTITY e" + i + " '" + ("&e" + (i - 1) + ";").repeat(10) + "'>");
    }
    assertThat(failure(xml + "]><a>&e9;</a>"), equalTo(NO_DOCTYPE));
  }

  @Test
  void externalEntityIsNeverResolved(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    for (String declaration :
        List.of(
            "<!DOCTYPE a [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>",
            "<!DOCTYPE a SYSTEM '" + secret.toUri() + "'>",
            "<!DOCTYPE a [<!ENTITY % e SYSTEM '" + secret.toUri() + "'> %e;]>")) {
      assertThat(failure(declaration + "<a>&e;</a>"), equalTo(NO_DOCTYPE));
    }
    assertThat(failure("<a>&e;</a>"), startsWith("line 1: is not well-formed XML: The entity"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<a b='", "<!--", "<a><![CDATA[", "<a ", "<?p "})
  void markupOfMegabytesEndsTheDocument(String begin) {
    assertThat(
        failure(begin + "x>".repeat(1 << 20)).replaceFirst("^line 1: is not .*", "not well-formed"),
        equalTo(
            begin.equals("<a ")
                ? "not well-formed"
                : "a tag, comment or CDATA section is longer than 1 MiB"));
  }

  @Test
  void longTextComesInPieces() throws IOException {
    List<String> pieces = walk("<a>" + "0123456789".repeat(1 << 20) + "</a>");
    assertThat(
        pieces.stream().mapToInt(String::length).max().orElseThrow() <= 1 << 16, equalTo(true));
    assertThat(pieces.stream().mapToLong(String::length).sum(), equalTo(10L * (1 << 20) + 4));
  }

  @Test
  void deepElementsEndTheDocument() {
    assertThat(
        failure("\n" + "<a>".repeat(1_000_000)),
        equalTo("line 2: elements are nested deeper than 200"));
  }

  @Test
  void everNewNamesEndTheDocument() {
    StringBuilder xml = new StringBuilder("<a>");
    for (int i = 0; i < 30_000; i++) {
      xml.append("<b").append(i).append("/>");
    }
    assertThat(
        failure(xml + "</a>"), equalTo("line 1: more than 20000 different names of elements"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<a>", "<a></b>", "<a b=1/>", "text", "<a/><b/>", "<a>\u0001</a>"})
  void whatIsNotWellFormedIsSaid(String content) {
    assertThat(failure(content), startsWith("line 1: is not well-formed XML"));
  }
}
