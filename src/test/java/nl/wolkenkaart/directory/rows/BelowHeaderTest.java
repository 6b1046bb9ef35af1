package nl.wolkenkaart.directory.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BelowHeaderTest {

  /** Keeps what comes, as lines of text. */
  private static final class Lines implements BelowHeader.Below {
    private final List<String> seen = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    @Override
    public void header(Header header) {
      seen.add(header.sheet() + header.line() + " HEADER " + header.names());
    }

    @Override
    public void row(Header header, Row row) {
      seen.add(row.sheet() + row.line() + " " + row.cells());
    }

    @Override
    public void reject(long line, String value, String reason) {
      seen.add(line + " REJECT " + value + ": " + reason);
    }

    @Override
    public void found(String what) {
      seen.add("FOUND " + what);
    }

    @Override
    public void noHeader(List<Row> first) {
      missing.add(first.get(0).sheet() + first.size());
    }
  }

  /** A header has a column naam, and its rows that column at least. */
  private static int needed(Header header) {
    List<Integer> places = header.places("naam");
    return places.isEmpty() ? 0 : places.get(0) + 1;
  }

  private final Lines lines = new Lines();
  private final BelowHeader rows = new BelowHeader(BelowHeaderTest::needed, lines);

  private void read(String text) throws IOException {
    new DelimitedRows().read(new ByteArrayInputStream(text.getBytes(UTF_8)), rows);
    rows.end();
  }

  @Test
  void findsTheHeaderInRowThree() throws IOException {
    read("Scholen 2026;;\n;;peildatum\nNaam;Site;\na;a.nl;\nb;b.nl;\n");
    assertThat(
        lines.seen,
        contains(
            "FOUND columns separated by ';'",
            "FOUND the header stands in line 3, below 2 others",
            "3 HEADER [naam, site, ]",
            "4 [a, a.nl, ]",
            "5 [b, b.nl, ]",
            "FOUND text in US-ASCII"));
    assertThat(lines.missing, empty());
  }

  @Test
  void raggedRowsAreRejectedWithTheirLines() throws IOException {
    read("x,naam,site\n1,a,a.nl\n2,b\n3\n4,d,d.nl,lost\n5,e,e.nl,, \n");
    assertThat(
        lines.seen.subList(1, 7),
        contains(
            "1 HEADER [x, naam, site]",
            "2 [1, a, a.nl]",
            "3 [2, b]",
            "4 REJECT 3: the row has 1 cells, the header has 3",
            "5 REJECT 4,d,d.nl,lost: the row has 4 cells, the header has 3",
            "6 [5, e, e.nl, ,  ]"));
  }

  @Test
  void twoNamesAlikeAreSeen() {
    Header header =
        Header.of(new Row("", 2, Arrays.asList("Naam ", "Totaal", null, " totaal", "TOTAAL", "")));
    assertThat(header.repeated(), contains("totaal"));
    assertThat(header.places("Totaal"), contains(1, 3, 4));
    assertThat(header.places("naam"), contains(0));
    assertThat(header.places("site"), empty());
  }

  @Test
  void namesAreWithoutWhatNobodySees() {
    assertThat(
        Header.of(new Row("", 1, List.of("\ufeffNaam\u00a0van\n de  school ", "A\tB"))).names(),
        contains("naam van de school", "a b"));
  }

  @Test
  void aListWithoutHeaderIsToldOfAfterTenRows() throws IOException {
    read("a,b\n".repeat(12));
    assertThat(lines.missing, contains("10"));
    assertThat(lines.seen.get(1), equalTo("1 REJECT a,b: the list has no header"));
    assertThat(lines.seen.get(12), equalTo("12 REJECT a,b: the list has no header"));
  }

  @Test
  void aShortListWithoutHeaderIsToldOfAtItsEnd() throws IOException {
    read("a,b\nc,d\n");
    assertThat(lines.missing, contains("2"));
  }

  @Test
  void whatIsThrownForAMissingHeaderEndsTheReading() {
    BelowHeader strict =
        new BelowHeader(
            BelowHeaderTest::needed,
            new BelowHeader.Below() {
              @Override
              public void header(Header header) {}

              @Override
              public void row(Header header, Row row) {}

              @Override
              public void reject(long line, String value, String reason) {}

              @Override
              public void noHeader(List<Row> first) {
                throw new IllegalStateException("none");
              }
            });
    InputStream list = new ByteArrayInputStream("a;b\n".repeat(20).getBytes(UTF_8));
    assertThrows(IllegalStateException.class, () -> new DelimitedRows().read(list, strict));
  }

  @Test
  void eachSheetHasItsOwnHeader() {
    rows.row(new Row("A", 1, List.of("naam", "site")));
    rows.row(new Row("A", 2, Arrays.asList("a", null)));
    rows.row(new Row("B", 1, List.of("uitleg")));
    rows.row(new Row("C", 3, List.of("naam")));
    rows.row(new Row("C", 4, List.of("c")));
    rows.end();
    assertThat(
        lines.seen,
        contains(
            "A1 HEADER [naam, site]",
            "A2 [a, null]",
            "1 REJECT uitleg: the sheet 'B' has no header",
            "C3 HEADER [naam]",
            "C4 [c]"));
    assertThat(lines.missing, contains("B1"));
  }
}
