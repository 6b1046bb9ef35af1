package nl.wolkenkaart.directory.rows;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static nl.wolkenkaart.directory.rows.Packing.text;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class XlsxRowsTest {
  private static Given read(String rows, String strings) throws IOException {
    return Given.by(new XlsxRows(), Packing.xlsxRows(rows, strings));
  }

  private static Row row(long line, String... cells) {
    return new Row("Blad1", line, Arrays.asList(cells));
  }

  private static String failure(byte[] content) {
    return assertThrows(UnreadableException.class, () -> Given.by(new XlsxRows(), content))
        .getMessage();
  }

  @Test
  void readsWhatAnotherProgramWrote() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Lijst");
      sheet.value(0, 0, "Name");
      sheet.value(0, 1, "Websites (csv)");
      sheet.value(2, 0, "Gemeente Súdwest-Fryslân");
      sheet.value(2, 1, "sudwestfryslan.nl, www.sudwestfryslan.nl");
      sheet.value(2, 3, 27_378_527);
      sheet.value(2, 4, 0.25);
      sheet.value(2, 5, LocalDate.of(2026, 5, 1));
      sheet.style(2, 5).format("dd-mm-yyyy").set();
      sheet.value(2, 6, LocalDateTime.of(2026, 5, 1, 13, 5, 9));
      sheet.style(2, 6).format("yyyy-mm-dd hh:mm:ss").set();
      sheet.value(2, 7, true);
      sheet.inlineString(2, 8, "in line");
      workbook.newWorksheet("Tweede").value(4, 0, "x");
    }
    assertThat(
        Given.by(new XlsxRows(), out.toByteArray()).rows(),
        contains(
            new Row("Lijst", 1, List.of("Name", "Websites (csv)")),
            new Row(
                "Lijst",
                3,
                Arrays.asList(
                    "Gemeente Súdwest-Fryslân",
                    "sudwestfryslan.nl, www.sudwestfryslan.nl",
                    null,
                    "27378527",
                    "0.25",
                    "2026-05-01",
                    "2026-05-01T13:05:09",
                    "true",
                    "in line")),
            new Row("Tweede", 5, List.of("x"))));
  }

  @Test
  void readsEachTypeOfCell() throws IOException {
    Given given =
        read(
            "<row r='2'><c r='A2' t='s'><v>1</v></c><c r='C2' t='inlineStr'><is><r><t>in </t></r>"
                + "<r><t>line</t></r></is></c><c t='str'><f>A1&amp;B1</f><v>formula</v></c>"
                + "<c t='b'><v>0</v></c><c t='e'><v>#N/A</v></c><c><v>1.5E3</v></c>"
                + "<c t='d'><v>2026-05-01T00:00:00</v></c><c t='n'/></row>"
                + "<row><c t='s'><v>0</v></c></row>",
            "<si><t>first</t></si><si><r><t xml:space='preserve'>rich </t></r><r><t>text</t></r>"
                + "<rPh><t>said so</t></rPh></si>");
    assertThat(
        given.rows(),
        contains(
            row(2, "rich text", null, "in line", "formula", "false", "#N/A", "1500", "2026-05-01"),
            row(3, "first")));
  }

  @Test
  void aWrongCellCostsItsRowOnly() throws IOException {
    Given given =
        read(
            "<row r='1'><c r='A1' t='s'><v>7</v></c></row>"
                + "<row r='2'><c r='A2' t='s'><v>x</v></c></row>"
                + "<row r='3'><c r='A3' t='s'><v>0</v></c></row>",
            "<si><t>a</t></si>");
    assertThat(given.rows(), contains(row(3, "a")));
    String reason = "a cell refers to a text that the workbook does not have";
    assertThat(
        given.refused(),
        contains(new Given.Refused(1, "7", reason), new Given.Refused(2, "x", reason)));
  }

  @Test
  void cellFarToTheRightCostsItsRowOnly() throws IOException {
    Given given =
        read(
            "<row r='1'><c r='ZZZZZZ1'><v>1</v></c></row><row r='2'><c r='A2'><v>2</v></c></row>"
                + "<row r='3'><c r='AMJ3'><v>3</v></c></row><row r='4'><c r='AMK4'><v>4</v></c></row>",
            "");
    assertThat(given.cells().get(0), equalTo(List.of("2")));
    assertThat(given.cells().get(1), hasSize(1_024));
    assertThat(
        given.refused(),
        contains(
            new Given.Refused(1, "1", "more than 1024 cells"),
            new Given.Refused(4, "4", "more than 1024 cells")));
  }

  @Test
  void rowNumbersNeverGoBack() throws IOException {
    Given given =
        read(
            "<row r='5'><c><v>1</v></c></row><row r='2'><c><v>2</v></c></row>"
                + "<row r='x'><c><v>3</v></c></row>",
            "");
    assertThat(given.rows(), contains(row(5, "1"), row(6, "2"), row(7, "3")));
  }

  @Test
  void datesAreThoseOfTheStyle() throws IOException {
    String styles =
        "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='[$-413]d\\ mmmm\\ yyyy;@'/>"
            + "<numFmt numFmtId='165' formatCode='0.00\"day\"'/>"
            + "<numFmt numFmtId='166' formatCode='[Red]0'/></numFmts>"
            + "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
            + "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/>"
            + "<xf numFmtId='165'/><xf numFmtId='166'/></cellXfs></styleSheet>";
    String cells = "";
    for (int style = 0; style < 6; style++) {
      cells += "<c s='" + style + "'><v>46143</v></c>";
    }
    byte[] content =
        Packing.xlsx(
            text(Packing.SHEET_BEGIN + "<row>" + cells + "</row>" + Packing.SHEET_END),
            text("<sst/>"),
            text(styles));
    assertThat(
        Given.by(new XlsxRows(), content).cells(),
        contains(List.of("46143", "2026-05-01", "2026-05-01", "46143", "46143", "46143")));
  }

  @Test
  void hugeSharedStringsEndTheFile() throws IOException {
    byte[] content =
        Packing.xlsx(
            text(Packing.SHEET_BEGIN + "<row><c t='s'><v>0</v></c></row>" + Packing.SHEET_END),
            Packing.repeated("<sst>", "<si><t>" + "x".repeat(1_000) + "</t></si>", 3_000, "</sst>"),
            text("<styleSheet/>"));
    assertThat(Given.by(new XlsxRows(), content).rows(), hasSize(1));
    assertThat(
        assertThrows(UnreadableException.class, () -> Given.by(new XlsxRows(2 << 20), content))
            .getMessage(),
        equalTo("has more than 2 MiB of shared strings, or 8388608 of them; save it as CSV"));
  }

  @Test
  void aMillionEmptySharedStringsAreHeldInLittle() throws IOException {
    byte[] content =
        Packing.xlsx(
            text(Packing.SHEET_BEGIN + "<row><c t='s'><v>999999</v></c></row>" + Packing.SHEET_END),
            Packing.repeated("<sst>", "<si><t/></si>", 999_999, "<si><t>last</t></si></sst>"),
            text("<styleSheet/>"));
    assertThat(Given.by(new XlsxRows(), content).rows(), contains(row(1, "last")));
  }

  @Test
  void moreSharedStringsThanAreHeldEndTheFile() throws IOException {
    byte[] content =
        Packing.xlsx(
            text(Packing.SHEET_BEGIN + Packing.SHEET_END),
            Packing.repeated("<sst>", "<si/>", (8 << 20) + 1, "</sst>"),
            text("<styleSheet/>"));
    assertThat(
        failure(content),
        equalTo("has more than 256 MiB of shared strings, or 8388608 of them; save it as CSV"));
  }

  @Test
  void cellOfTenMegabytesIsRejected() throws IOException {
    byte[] content =
        Packing.xlsx(
            text(
                Packing.SHEET_BEGIN
                    + "<row><c t='s'><v>0</v></c></row><row><c t='s'><v>1</v></c></row>"
                    + Packing.SHEET_END),
            Packing.repeated(
                "<sst><si><t>", "0123456789abcdef", 10 << 16, "</t></si><si><t>b</t></si></sst>"),
            text("<styleSheet/>"));
    Given given = Given.by(new XlsxRows(), content);
    assertThat(given.rows(), contains(row(2, "b")));
    assertThat(
        given.refused(),
        contains(new Given.Refused(1, "0123456789abcdef".repeat(50), "longer than 64 KiB")));
  }

  @Test
  void textOverThePagesOfTheStringsIsWhole() throws IOException {
    // Two pages of 1 MiB; each text has 60,006 bytes and another end.
    StringBuilder strings = new StringBuilder();
    StringBuilder rows = new StringBuilder();
    for (int i = 10; i < 40; i++) {
      strings.append("<si><t>").append("é".repeat(30_002)).append(i).append("</t></si>");
      rows.append("<row><c t='s'><v>").append(i - 10).append("</v></c></row>");
    }
    List<List<String>> cells = read(rows.toString(), strings.toString()).cells();
    assertThat(cells, hasSize(30));
    for (int i = 10; i < 40; i++) {
      assertThat(cells.get(i - 10), equalTo(List.of("é".repeat(30_002) + i)));
    }
  }

  @Test
  void otherArchivesAreSaid() throws IOException {
    assertThat(
        failure(Packing.zip(Map.of("[Content_Types].xml", text("<Types/>")))),
        equalTo("is no workbook (.xlsx): it names none"));
    assertThat(
        failure("PK\u0003\u0004".getBytes(US_ASCII)),
        equalTo("is a zip file without an end; is it downloaded completely?"));
  }

  @Test
  void webPageSavedAsWorkbookIsSaid() {
    byte[] page = "<!doctype html><title>Sorry</title>".getBytes(US_ASCII);
    assertThat(
        failure(page), equalTo("is a zip file without an end; is it downloaded completely?"));
  }
}
