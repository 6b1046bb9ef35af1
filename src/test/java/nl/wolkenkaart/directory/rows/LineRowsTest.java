package nl.wolkenkaart.directory.rows;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class LineRowsTest {
  @Test
  void aLineIsARow() throws IOException {
    Given given =
        Given.by(
            new LineRows(), "\ufeffa.nl\r\n# remark\n\n  https://b.nl/?q=\"x\",y;z \n\"c.nl\"");
    assertThat(
        given.rows(),
        contains(
            Given.row(1, "a.nl"),
            Given.row(4, "https://b.nl/?q=\"x\",y;z"),
            Given.row(5, "\"c.nl\"")));
  }

  @Test
  void wrongLinesCostThemselvesOnly() throws IOException {
    Given given = Given.by(new LineRows(), "a.nl\nb\0.nl\n" + "x".repeat(70_000) + "\nc.nl\n");
    assertThat(given.rows(), contains(Given.row(1, "a.nl"), Given.row(4, "c.nl")));
    assertThat(
        given.refused(),
        contains(
            new Given.Refused(2, "b\0.nl", "holds a NUL character"),
            new Given.Refused(3, "x".repeat(800), "longer than 64 KiB")));
  }

  @Test
  void findsTheEncodingOut() throws IOException {
    Given given = Given.by(new LineRows(), "a.nl\ncafé.nl\n".getBytes(TextEncoding.WINDOWS_1252));
    assertThat(given.rows(), contains(Given.row(1, "a.nl"), Given.row(2, "café.nl")));
    assertThat(given.found(), contains("text in windows-1252"));
  }
}
