package nl.wolkenkaart.directory.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRecordsTest {

  private static List<CsvRecord> read(InputStream in) throws IOException {
    CsvRecords records = new CsvRecords(in);
    List<CsvRecord> all = new ArrayList<>();
    for (CsvRecord record = records.next(); record != null; record = records.next()) {
      all.add(record);
    }
    return all;
  }

  private static List<CsvRecord> read(String text) throws IOException {
    return read(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  private static CsvRecord cells(long line, String... cells) {
    return new CsvRecord.Cells(line, List.of(cells));
  }

  private static CsvRecord fault(long line, String text, String reason) {
    return new CsvRecord.Fault(line, text, reason);
  }

  @Test
  void readsCells() throws IOException {
    assertThat(
        read("a,b\n\"c\",d \r\n,\n\"\",\"e\"\"f,\ng\"\r\nh,\"\""),
        contains(
            cells(1, "a", "b"),
            cells(2, "c", "d "),
            cells(3, "", ""),
            cells(4, "", "e\"f,\ng"),
            cells(6, "h", "")));
  }

  @Test
  void endsWithOrWithoutLineEnd() throws IOException {
    assertThat(read("a"), contains(cells(1, "a")));
    assertThat(read("a\r"), contains(cells(1, "a")));
    assertThat(read("a\r\n"), contains(cells(1, "a")));
    assertThat(read("\"a\"\r"), contains(cells(1, "a")));
    assertThat(read("a,"), contains(cells(1, "a", "")));
  }

  @Test
  void skipsBlankLinesButCountsThem() throws IOException {
    assertThat(read(""), empty());
    assertThat(read("\n\r\n  \t\n"), empty());
    assertThat(read("\n\r\na\n\n"), contains(cells(3, "a")));
  }

  @Test
  void skipsByteOrderMarkOnlyAtTheBeginning() throws IOException {
    assertThat(read("\ufeff"), empty());
    assertThat(read("\ufeff\"a\"\n\ufeffb"), contains(cells(1, "a"), cells(2, "\ufeffb")));
  }

  @Test
  void takesStrayQuoteLiterally() throws IOException {
    assertThat(read("De \"Brug\",x\ny\n"), contains(cells(1, "De \"Brug\"", "x"), cells(2, "y")));
  }

  @Test
  void refusesStrayQuoteInRecordOfSeveralLines() throws IOException {
    assertThat(
        read("x\"y,\"\nz\"\nlast\n"),
        contains(
            fault(1, "x\"y,\"", "a quotation mark inside a cell that does not begin with one"),
            cells(2, "z\""),
            cells(3, "last")));
  }

  @Test
  void refusesTextAfterClosingQuote() throws IOException {
    String reason = "text after the closing quotation mark of a cell";
    assertThat(read("\"a\"b,c\nd\n"), contains(fault(1, "\"a\"b,c", reason), cells(2, "d")));
    assertThat(read("\"a\"\rb\nd\n"), contains(fault(1, "\"a\"\rb", reason), cells(2, "d")));
  }

  @Test
  void unclosedQuoteCostsItsOwnLineOnly() throws IOException {
    assertThat(
        read("a\n\"b,c\nd\ne"),
        contains(
            cells(1, "a"),
            fault(2, "\"b,c", "a quotation mark is not closed"),
            cells(3, "d"),
            cells(4, "e")));
  }

  @Test
  void unclosedQuoteInLargeFileCostsItsOwnLineOnly() throws IOException {
    String rows = "0123456789,0123456789,0123456789\n".repeat(30_000);
    List<CsvRecord> all = read("\"b,c\n" + rows);
    assertThat(all, hasSize(30_001));
    assertThat(
        all.get(0),
        equalTo(fault(1, "\"b,c", "longer than 64 KiB, as when a quotation mark is not closed")));
    assertThat(all.get(1), equalTo(cells(2, "0123456789", "0123456789", "0123456789")));
    assertThat(all.get(30_000).line(), equalTo(30_001L));
  }

  @Test
  void recordOfExactlyTheLimitIsRead() throws IOException {
    String atLimit = "x".repeat(65_536);
    assertThat(read(atLimit + "\ny"), contains(cells(1, atLimit), cells(2, "y")));
    assertThat(
        read(atLimit + "x\ny"),
        contains(fault(1, "x".repeat(800), "longer than 64 KiB"), cells(2, "y")));
    assertThat(read(atLimit + "x"), contains(fault(1, "x".repeat(800), "longer than 64 KiB")));
  }

  /** A stream that holds one megabyte and gives it again and again. */
  private static InputStream lineOf(int megabytes, String after) {
    byte[] megabyte = "x".repeat(1_000_000).getBytes(UTF_8);
    List<InputStream> parts = new ArrayList<>();
    for (int i = 0; i < megabytes; i++) {
      parts.add(new ByteArrayInputStream(megabyte));
    }
    parts.add(new ByteArrayInputStream(after.getBytes(UTF_8)));
    return new SequenceInputStream(Collections.enumeration(parts));
  }

  @Test
  void lineOfManyMegabytesIsNotHeld() throws IOException {
    assertThat(
        read(lineOf(10, "\nnext,row\n")),
        contains(fault(1, "x".repeat(800), "longer than 64 KiB"), cells(2, "next", "row")));
  }

  @Test
  void bytesThatAreNotUtf8CostTheirOwnRecordOnly() throws IOException {
    byte[] bytes = "a\nb?c,\"d\ne\"\nf\n".getBytes(UTF_8);
    bytes[3] = (byte) 0xE9;
    assertThat(
        read(new ByteArrayInputStream(bytes)),
        contains(
            cells(1, "a"),
            fault(2, "b\ufffdc,\"d\ne\"", "bytes that are not UTF-8"),
            cells(4, "f")));
  }

  @Test
  void replacementCharacterInTheFileIsNoFault() throws IOException {
    assertThat(read("b\ufffdc"), contains(cells(1, "b\ufffdc")));
  }

  /** Lines that open quotes for one another must not be read over and over, 64 KiB each time. */
  @ParameterizedTest
  @ValueSource(strings = {"x\",\",\n", "\"\"\"\n", "\"x\n", "\"\",\"\n", "a,\"\"\"x\"\n"})
  void hostileQuotesAreReadInLinearTime(String line) throws IOException {
    String text = "\"\n" + line.repeat(2_000_000 / line.length());
    List<CsvRecord> all = assertTimeout(Duration.ofSeconds(10), () -> read(text));
    assertThat(all.size(), greaterThan(30));
  }

  @Property(tries = 300)
  void readsWhatAnotherWriterWrote(@ForAll("rows") List<List<String>> rows) throws IOException {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      for (List<String> row : rows) {
        printer.printRecord(row);
      }
    }
    List<List<String>> read = new ArrayList<>();
    for (CsvRecord record : read(text.toString())) {
      read.add(((CsvRecord.Cells) record).cells());
    }
    assertThat(read, equalTo(rows));
  }

  @Provide
  Arbitrary<List<List<String>>> rows() {
    Arbitrary<String> cell =
        Arbitraries.strings().withChars('a', 'é', ' ', ',', '"', '\n', '\r').ofMaxLength(6);
    return cell.map(text -> text.isBlank() ? "-" : text)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .list()
        .ofMaxSize(5);
  }
}
