package nl.wolkenkaart.directory;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvDirectoryTest {
  private static final String HEADER = "id,name,domain,sector,region,country\n";
  private static final String DELFT = "gm0503,Delft,delft.example,municipality,South,nl\n";

  private final CsvDirectory directory = new CsvDirectory();
  private final List<Organisation> organisations = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();

  private CsvDirectory.Counts read(byte[] bytes) throws IOException {
    return directory.read(
        "list.csv", new ByteArrayInputStream(bytes), organisations::add, rejects::add);
  }

  private CsvDirectory.Counts read(String text) throws IOException {
    return read(text.getBytes(UTF_8));
  }

  private static Organisation organisation(
      String id, String name, String sector, String region, String country, long line) {
    return Organisation.newBuilder()
        .setOrganisationId(id)
        .setOrganisationName(name)
        .setSector(sector)
        .setRegion(region)
        .setCountry(country)
        .setDomain("delft.example")
        .setRegistrableDomain("delft.example")
        .setSourceFile("list.csv")
        .setSourceLine(line)
        .build();
  }

  private static Reject reject(long line, String value, String reason) {
    return new Reject("list.csv", line, value, reason);
  }

  @Test
  void readsOrganisations() throws IOException {
    CsvDirectory.Counts counts =
        read(HEADER + DELFT + "x,\"Delft, \"\"the\"\"\nschool\",www.Delft.example,,,\r\n");
    assertThat(counts, equalTo(new CsvDirectory.Counts(2, 2, 0)));
    assertThat(
        organisations,
        contains(
            organisation("gm0503", "Delft", "municipality", "South", "NL", 2),
            organisation("x", "Delft, \"the\" school", "unknown", null, null, 3)));
    assertThat(rejects, empty());
  }

  @Test
  void readsThePopulationWhereThereIsOne() throws IOException {
    read(
        "name,domain,sector,Population\n"
            + "A,a.example,s,105432\nB,b.example,s,\nC,c.example,s,0\nD,d.example,s,12.5\n"
            + "E,e.example,s,-1\nF,f.example,s,123456789012\n");
    assertThat(
        organisations.stream().map(Organisation::getPopulation).toList(),
        contains(105432L, null, 0L));
    String reason = "the population is no whole number of up to 11 digits";
    assertThat(
        rejects,
        contains(
            reject(5, "12.5", reason), reject(6, "-1", reason), reject(7, "123456789012", reason)));
  }

  @Test
  void readsNeededColumnsAlone() throws IOException {
    read("\ufeff Sector ,ignored,DOMAIN,\"name\"\r\nwater,1,delft.example,Delfland\r\n");
    assertThat(
        organisations, contains(organisation("list.csv#2", "Delfland", "water", null, null, 2)));
  }

  @Test
  void madeIdNamesTheLineOnWhichTheRowBegins() throws IOException {
    read(HEADER + "\n,\"A\n\nB\",delft.example,s\n,C,delft.example,s\n");
    assertThat(
        organisations,
        contains(
            organisation("list.csv#3", "A  B", "s", null, null, 3),
            organisation("list.csv#6", "C", "s", null, null, 6)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'x,,a.example,s,,'      | 'x,,a.example,s,,'   | the name is empty",
        "'x,\u0007,a.example,s'  | 'x,\\u0007,a.example,s' | the name is empty",
        "'x,A,,s'                | 'x,A,,s'             | the domain is empty",
        "'x,A,localhost,s'       | 'localhost'          | the domain has no dot",
        "'x,A,\"a\u001b.nl\",s'  | 'a\\u001b.nl'        | the domain has characters other than letters, digits and hyphens",
        "'x,A,a.example,ALL'     | 'ALL'                | the sector name 'all' is reserved for totals",
        "'x,A,a.example,s,,NLD'  | 'NLD'                | the country is no code of two letters (ISO 3166-1 alpha-2)",
        "'x,A,a.example,s,,N1'   | 'N1'                 | the country is no code of two letters (ISO 3166-1 alpha-2)",
        "'x,A,a.example,s,,ß'    | 'ß'                  | the country is no code of two letters (ISO 3166-1 alpha-2)",
        "'x,A,a.example'         | 'x,A,a.example'      | the row has 3 cells, the header has 6",
        "'x'                     | 'x'                  | the row has 1 cells, the header has 6",
        "'x,A,B,a.example,s,r,NL'| 'x,A,B,a.example,s,r,NL' | the row has 7 cells, the header has 6",
        "'gm0503,A,a.example,s'  | 'gm0503'             | the id is that of line 2",
        "'x,\"A\"B,a.example,s'  | 'x,\"A\"B,a.example,s' | text after the closing quotation mark of a cell",
        "'x,\"A,a.example,s'     | 'x,\"A,a.example,s'  | a quotation mark is not closed",
      })
  void rejectsRowAndGoesOn(String row, String value, String reason) throws IOException {
    CsvDirectory.Counts counts = read(HEADER + DELFT + row + "\ny,B,delft.example,s\n");
    assertThat(counts, equalTo(new CsvDirectory.Counts(3, 2, 1)));
    assertThat(rejects, contains(reject(3, value, reason)));
    assertThat(organisations.get(1), equalTo(organisation("y", "B", "s", null, null, 4)));
  }

  @Test
  void rejectsWhatIsTooLong() throws IOException {
    String id = "i".repeat(201);
    String domain = "d".repeat(300);
    read(HEADER + id + ",A,delft.example,s\nx,A," + domain + ",s\n");
    assertThat(
        rejects,
        contains(
            reject(2, "i".repeat(200), "the id is longer than 200 characters"),
            reject(3, "d".repeat(200), "the domain is longer than 253 characters")));
  }

  @Test
  void cutsNameSectorAndRegion() throws IOException {
    String row =
        "x," + "n".repeat(501) + ",delft.example," + "s".repeat(101) + "," + "r".repeat(101);
    read(HEADER + row);
    assertThat(
        organisations,
        contains(organisation("x", "n".repeat(500), "s".repeat(100), "r".repeat(100), null, 2)));
  }

  @Test
  void emptyCellsBehindTheLastColumnDoNoHarm() throws IOException {
    read(HEADER + "x,A,delft.example,s,,NL,,, \n");
    assertThat(organisations, contains(organisation("x", "A", "s", null, "NL", 2)));
  }

  @Test
  void rejectsBytesThatAreNotUtf8() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(HEADER.getBytes(UTF_8));
    bytes.writeBytes("x,Súdwest,a.example,s\n".getBytes(ISO_8859_1));
    bytes.writeBytes("y,Súdwest,delft.example,s\n".getBytes(UTF_8));
    CsvDirectory.Counts counts = read(bytes.toByteArray());
    assertThat(counts, equalTo(new CsvDirectory.Counts(2, 1, 1)));
    assertThat(
        rejects, contains(reject(2, "x,S\ufffddwest,a.example,s", "bytes that are not UTF-8")));
    assertThat(organisations, contains(organisation("y", "Súdwest", "s", null, null, 3)));
  }

  @Test
  void rejectsLineOfTenMegabytes() throws IOException {
    CsvDirectory.Counts counts =
        read(HEADER + "x," + "A".repeat(10_000_000) + ",a.example,s\n" + DELFT);
    assertThat(counts, equalTo(new CsvDirectory.Counts(2, 1, 1)));
    assertThat(rejects, contains(reject(2, "x," + "A".repeat(198), "longer than 64 KiB")));
    assertThat(
        organisations, contains(organisation("gm0503", "Delft", "municipality", "South", "NL", 3)));
  }

  @Test
  void firstUseOfAnIdWinsOverAllFiles() throws IOException {
    read(HEADER + "x,A,bad,s\nx,B,delft.example,s\nx,C,delft.example,s\n");
    directory.read(
        "other.csv",
        new ByteArrayInputStream((HEADER + "x,D,d.example,s\n").getBytes(UTF_8)),
        organisations::add,
        rejects::add);
    assertThat(organisations, contains(organisation("x", "B", "s", null, null, 3)));
    assertThat(
        rejects,
        contains(
            reject(2, "bad", "the domain has no dot"),
            reject(4, "x", "the id is that of line 3"),
            new Reject("other.csv", 2L, "x", "the id is that of line 3 of list.csv")));
  }

  @Test
  void refusesListWithoutUsableHeader() {
    assertThat(failure("", UTF_8), equalTo("list.csv: is empty"));
    assertThat(failure("\n\n", UTF_8), equalTo("list.csv: is empty"));
    assertThat(
        failure("name,sector\n", UTF_8), equalTo("list.csv: the header has no column domain"));
    assertThat(
        failure("name;domain;sector\n", UTF_8),
        equalTo(
            "list.csv: the header has no column name, domain, sector;"
                + " columns must be separated by commas, not by semicolons"));
    assertThat(
        failure("name,domain,sector,Domain\n", UTF_8),
        equalTo("list.csv: the header names column 'domain' twice"));
    assertThat(
        failure("\"name,domain,sector", UTF_8),
        equalTo("list.csv: the header cannot be read: a quotation mark is not closed"));
    assertThat(
        failure("näme,domain,sector\n", ISO_8859_1),
        equalTo("list.csv: the header cannot be read: bytes that are not UTF-8"));
  }

  private String failure(String text, Charset charset) {
    return assertThrows(DirectoryException.class, () -> read(text.getBytes(charset))).getMessage();
  }

  @Property(tries = 500)
  void everyRowBecomesOneOrTheOther(@ForAll byte[] bytes) throws IOException {
    checkNothingIsLost(bytes);
  }

  @Property(tries = 500)
  void everyRowOfAlmostCsvBecomesOneOrTheOther(
      @ForAll @Chars({'a', '.', ',', ',', '"', '\n', '\r', 'é'}) String text) throws IOException {
    checkNothingIsLost(text.getBytes(UTF_8));
  }

  private static void checkNothingIsLost(byte[] bytes) throws IOException {
    CsvDirectoryTest test = new CsvDirectoryTest();
    ByteArrayOutputStream list = new ByteArrayOutputStream();
    list.writeBytes(HEADER.getBytes(UTF_8));
    list.writeBytes(bytes);
    // Closes any quote, so that the last row can be seen to survive.
    list.writeBytes("\n\"\n".getBytes(UTF_8));
    list.writeBytes(DELFT.getBytes(UTF_8));
    CsvDirectory.Counts counts = test.read(list.toByteArray());
    assertThat(counts.rows(), equalTo(counts.organisations() + counts.rejects()));
    assertThat(test.organisations, hasSize((int) counts.organisations()));
    assertThat(test.rejects, hasSize((int) counts.rejects()));
    assertThat(
        test.organisations.stream().anyMatch(o -> o.getOrganisationId().equals("gm0503")),
        equalTo(true));
  }
}
