package nl.wolkenkaart.directory.rows;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OdsRowsTest {
  private static Given read(String rows) throws IOException {
    return Given.by(new OdsRows(), Packing.odsRows(rows));
  }

  private static Row row(long line, String... cells) {
    return new Row("Blad1", line, Arrays.asList(cells));
  }

  private static String cell(String text) {
    return "<t:table-cell><x:p>" + text + "</x:p></t:table-cell>";
  }

  private static String failure(byte[] content) {
    return assertThrows(UnreadableException.class, () -> Given.by(new OdsRows(), content))
        .getMessage();
  }

  /** Found by the fuzz test: the JDK says so with another exception than its own, and late. */
  @Test
  void nameThatIsNotUtf8IsDamage() {
    String damaged =
        """
        UEsDBAoAAAgAAFpzdl2FbDmKLgAAAC4AAAAIAAAAbWltZXR5cGVhcHBsaWNhdGlvbi92bmQub2FzaXMub3Bl
        bmRvY3VtZW50LnNwcmVhZHNoZWV0UEsDBBQACAgIAFpzdl0AAAAAAAAAAAAAAAALAAAAY29udGVu/i54bWyd
        U9FugyAU/RXDi08UbbNlJWKTJdsXdB9A4XY1QzCA1f79UFur27p0Swxyueece24uZJu2VNERrCuMZihdJCgC
        LYws9DtDb9tX/IQ2eWb2+0IAlUbUJWiPhdE+/KNA1o4OWYZqq6nhrnBU8xIc9YKaCvSFRado2pcaTjzfqbvp
        PXjKlpY395I7bOhsVvzfhdu7mdD6GVEV+oOhg/cVJaRpmkWzWhj7TtL1ek36gOguUP9cZpzXzsjTGLjKApfu
        AODzbGimX6Nh3ykz9Ky4TIOAH3LYmibyVNflDmwXOGyhAu5BsngZX3EClLoChVF1qafYVcC2tMo152XYuKil
        olMgeZuRLpGRqVQnLEy4liDx9ZRMUMHLzOUXK+eej1zVgP2pAhbvleE+nmVYnL5cnKW3fPyuKkN/o2gX4LPy
        Mlk+4uQBJ+k2SWj/xd8aIJM5hOinSZHZLMmNl5h/AlBLBwimXNF2WwEAAMkDAABQSwMEFAAICAgAWnN2XQAA
        AAAAAAAAAAAAABUAAABNRVRBLUlORi9tYW5pZmVzdC54bWyzyU3My0xLLS7RtwMAUEsHCO03yYsNAAAACwAA
        AFBLAQIKAAoAAAgAAFpzdl2FbDmKLgAAAC4AAAAIAAAAAAAAAAAAAAAAAAAAAABtaW1ldHlwZVBLAQIUABQA
        CAgIAFpz8l2mXNF2WwEAAMkDAAALAAAAQwAAAAAAAAAAAFQAAABjb250ZW50LnhtbFBLAQIUABQACAgIAFpz
        dl3tN8mLDQAAAAsAAAAVAAAAAAAAAAAAAAAAAOgBAABNRVRBLUlORi9tYW5pZmVzdC54bWxQSwUGAAAAAAMA
        AwCyAAAAOAIAAAAA
        """;
    assertThat(
        failure(Base64.getMimeDecoder().decode(damaged)),
        startsWith("is a damaged zip file: a name in it is not UTF-8"));
  }

  @Test
  void readsTextOfCells() throws IOException {
    Given given =
        read(
            "<t:table-row>"
                + cell("a &amp; b")
                + "<t:table-cell/>"
                + cell("<x:a xlink:href='https://x'>x.nl</x:a><x:span> y</x:span>")
                + cell("one</x:p><x:p>two<x:s x:c='2'/>three<x:tab/>four<x:line-break/>five")
                + "</t:table-row>");
    assertThat(
        given.rows(), contains(row(1, "a & b", null, "x.nl y", "one\ntwo  three\tfour\nfive")));
  }

  @Test
  void whiteSpaceOfTheFileIsNone() throws IOException {
    assertThat(
        read("<t:table-row>" + cell("\n   a\n   <x:span>b</x:span>\n") + "</t:table-row>").cells(),
        contains(List.of("a b ")));
  }

  @Test
  void remarksDrawingsAndTrackedChangesAreNoCells() throws IOException {
    Given given =
        read(
            "<t:tracked-changes><t:table-row>"
                + cell("deleted")
                + "</t:table-row></t:tracked-changes>"
                + "<t:table-row><t:table-cell><office:annotation><x:p>remark</x:p>"
                + "</office:annotation><x:p>a<x:note>b</x:note></x:p>"
                + "<draw:frame><x:p>drawn</x:p></draw:frame></t:table-cell></t:table-row>");
    assertThat(given.rows(), contains(row(1, "a")));
  }

  @Test
  void valuesOfNumbersDatesAndFlags() throws IOException {
    Given given =
        read(
            "<t:table-row>"
                + "<t:table-cell office:value-type='float' office:value='1234.5'><x:p>1.234,50</x:p>"
                + "</t:table-cell>"
                + "<t:table-cell office:value-type='float' office:value='1234567'><x:p>01234567</x:p>"
                + "</t:table-cell>"
                + "<t:table-cell office:value-type='float' office:value='2.7378527E7'>"
                + "<x:p>3E+07</x:p></t:table-cell>"
                + "<t:table-cell office:value-type='date' office:date-value='2026-05-01'>"
                + "<x:p>1 mei</x:p></t:table-cell>"
                + "<t:table-cell office:value-type='date' office:date-value='2026-05-01T00:00:00'/>"
                + "<t:table-cell office:value-type='date' office:date-value='2026-05-01T07:23:16'/>"
                + "<t:table-cell office:value-type='boolean' office:boolean-value='true'>"
                + "<x:p>WAAR</x:p></t:table-cell>"
                + "<t:table-cell office:value-type='string' office:string-value='said'/>"
                + "</t:table-row>");
    assertThat(
        given.cells(),
        contains(
            List.of(
                "1234.5",
                "01234567",
                "27378527",
                "2026-05-01",
                "2026-05-01",
                "2026-05-01T07:23:16",
                "true",
                "said")));
  }

  @Test
  void repeatedCellsAndRowsCount() throws IOException {
    Given given =
        read(
            "<t:table-row t:number-rows-repeated='2'>"
                + "<t:table-cell t:number-columns-repeated='2'><x:p>a</x:p></t:table-cell>"
                + "<t:covered-table-cell t:number-columns-repeated='2'/>"
                + cell("b")
                + "</t:table-row><t:table-row t:number-rows-repeated='7'/>"
                + "<t:table-header-rows><t:table-row>"
                + cell("c")
                + "</t:table-row></t:table-header-rows>");
    assertThat(
        given.rows(),
        contains(
            row(1, "a", "a", null, null, "b"), row(2, "a", "a", null, null, "b"), row(10, "c")));
  }

  /** What LibreOffice and Excel write to fill a sheet up to its last column and row. */
  @Test
  void emptyCellsAndRowsUpToTheEndCostNothing() throws IOException {
    Given given =
        read(
            "<t:table-row>"
                + cell("a")
                + "<t:table-cell t:number-columns-repeated='16383'/></t:table-row>"
                + "<t:table-row t:number-rows-repeated='1048574'>"
                + "<t:table-cell t:number-columns-repeated='16384'/></t:table-row>"
                + "<t:table-row><t:table-cell t:number-columns-repeated='16383'/></t:table-row>");
    assertThat(given.rows(), contains(row(1, "a")));
    assertThat(given.refused(), empty());
  }

  @Test
  void filledCellsUpToTheEndAreARejectedRow() throws IOException {
    Given given =
        read(
            "<t:table-row><t:table-cell t:number-columns-repeated='16384'><x:p>a</x:p>"
                + "</t:table-cell></t:table-row><t:table-row>"
                + cell("b")
                + "</t:table-row>");
    assertThat(given.rows(), contains(row(2, "b")));
    assertThat(given.refused(), contains(new Given.Refused(1, "a", "more than 1024 cells")));
  }

  @Test
  void aMillionRepeatedRowsComeOneByOne() throws IOException {
    long[] seen = new long[3];
    new OdsRows()
        .read(
            new ByteArrayInputStream(
                Packing.odsRows(
                    "<t:table-row t:number-rows-repeated='1000000'>"
                        + cell("a")
                        + "</t:table-row>")),
            new RowSink() {
              @Override
              public void row(Row row) {
                seen[0]++;
                seen[1] = row.line();
              }

              @Override
              public void reject(long line, String value, String reason) {
                seen[2]++;
              }
            });
    assertThat(seen, equalTo(new long[] {1_000_000, 1_000_000, 0}));
  }

  @Test
  void moreRowsThanAnyListHasEndTheFile() throws IOException {
    byte[] content =
        Packing.odsRows(
            ("<t:table-row t:number-rows-repeated='900000000'>" + cell("a") + "</t:table-row>"));
    RowSink nothing =
        new RowSink() {
          @Override
          public void row(Row row) {}

          @Override
          public void reject(long line, String value, String reason) {}
        };
    assertThat(
        assertThrows(
                UnreadableException.class,
                () -> new OdsRows().read(new ByteArrayInputStream(content), nothing))
            .getMessage(),
        equalTo("has more than 10,000,000 rows"));
  }

  @Test
  void cellOfTenMegabytesIsRejected() throws IOException {
    String rows = "<table:table-row><table:table-cell><text:p>";
    byte[] content =
        Packing.ods(
            Packing.repeated(
                Packing.ODS_BEGIN + rows,
                "0123456789abcdef",
                10 << 16,
                "</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell>"
                    + "<text:p>b</text:p></table:table-cell></table:table-row>"
                    + Packing.ODS_END));
    Given given = Given.by(new OdsRows(), content);
    assertThat(given.rows(), contains(row(2, "b")));
    assertThat(given.refused(), hasSize(1));
    assertThat(given.refused().get(0).line(), equalTo(1L));
    assertThat(given.refused().get(0).reason(), equalTo("longer than 64 KiB"));
  }

  @Test
  void sheetsFollowEachOther() throws IOException {
    Given given =
        read(
            "<t:table-row>"
                + cell("a")
                + "</t:table-row></table:table><table:table table:name='T\u202ewee'><t:table-row>"
                + cell("b")
                + "</t:table-row>");
    assertThat(given.rows(), contains(row(1, "a"), new Row("T wee", 1, List.of("b"))));
  }

  @Test
  void tagOfMegabytesEndsTheFile() throws IOException {
    byte[] content =
        Packing.ods(
            Packing.repeated(
                Packing.ODS_BEGIN + "<table:table-row table:x='", "abcdefgh", 1 << 18, "'/>"));
    assertThat(failure(content), equalTo("a tag, comment or CDATA section is longer than 1 MiB"));
  }

  @Test
  void archiveWithoutContentIsSaid() throws IOException {
    assertThat(
        failure(Packing.zip(Map.of("mimetype", Packing.text(Packing.ODS_TYPE)))),
        equalTo("is no OpenDocument spreadsheet: it has no content.xml"));
  }

  @Test
  void brokenContentIsSaidWithItsLine() throws IOException {
    assertThat(
        failure(Packing.odsRows("\n<t:table-row>\n</t:table>")),
        startsWith("line 3: is not well-formed XML: The element type \"t:table-row\" must"));
  }

  @Test
  void bombInItStops() throws IOException {
    byte[] content =
        Packing.ods(
            Packing.repeated(
                Packing.ODS_BEGIN, "<table:table-row></table:table-row>", 4_000_000, ""));
    assertThat(
        failure(content),
        equalTo("unpacks to more than 200 times its size, as bombs do and lists do not"));
  }
}
