package nl.wolkenkaart.directory.rows;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonRowsTest {
  private static Given read(String json) throws IOException {
    return Given.by(new JsonRows(), json);
  }

  private static Row row(long line, String... cells) {
    return new Row("", line, Arrays.asList(cells));
  }

  private static String failure(String json) {
    return assertThrows(UnreadableException.class, () -> read(json)).getMessage();
  }

  @Test
  void readsAnArrayOfObjects() throws IOException {
    Given given =
        read(
            "\ufeff[\n {\"name\": \"é\", \"domains\": [\"a.nl\", \"b.nl\"], \"open\": true},\n"
                + " {\"name\": null, \"at\": {\"x\": 1.50, \"y\": [{\"z\": \"p\"}, {\"z\": \"q\"}]}}\n]");
    assertThat(
        given.rows(),
        contains(
            row(0, "name", "domains", "open", "at.x", "at.y.z"),
            row(2, "é", "a.nl\nb.nl", "true", null, null),
            row(3, null, null, null, "1.50", "p\nq")));
  }

  @Test
  void readsAListWithinADocument() throws IOException {
    Given given =
        read(
            "{\"help\": [1, 2], \"result\": {\"fields\": [{\"id\": \"a\"}],\n"
                + "\"records\": [{\"a\": 1}, {\"a\": 2}]}, \"total\": 2}");
    assertThat(
        given.rows(),
        contains(
            new Row("result.fields", 0, List.of("id")),
            new Row("result.fields", 1, List.of("a")),
            new Row("result.records", 0, List.of("a")),
            new Row("result.records", 2, List.of("1")),
            new Row("result.records", 2, List.of("2"))));
  }

  @Test
  void readsLines() throws IOException {
    Given given = read("\ufeff{\"a\": 1}\r\n\n{\"b\": {\"c\": 2}, \"a\": 3}\n");
    assertThat(given.rows(), contains(row(0, "a", "b.c"), row(1, "1", null), row(3, "3", "2")));
  }

  @Test
  void wrongLinesCostThemselvesOnly() throws IOException {
    Given given =
        read("{\"a\": 1}\n{\"a\": \n[1]\n{\"a\": 2} x\n{\"a\": 3}\n{}\n{\"a\": 4}\n{\"a\":5}");
    assertThat(
        given.rows(), contains(row(0, "a"), row(1, "1"), row(5, "3"), row(7, "4"), row(8, "5")));
    String reason = "the line is no JSON object";
    assertThat(
        given.refused(),
        contains(
            new Given.Refused(2, "{\"a\": ", reason),
            new Given.Refused(3, "[1]", reason),
            new Given.Refused(4, "{\"a\": 2} x", reason),
            new Given.Refused(6, "", "an object without a value")));
  }

  @Test
  void whatIsNoObjectInAnArrayIsRejected() throws IOException {
    Given given = read("[{\"a\": 1},\n\"x\",\n[{\"a\": 2}],\n{\"a\": 3}]");
    assertThat(given.rows(), contains(row(0, "a"), row(1, "1"), row(4, "3")));
    assertThat(
        given.refused(),
        contains(
            new Given.Refused(2, "x", "is no JSON object"),
            new Given.Refused(3, "[", "is no JSON object")));
  }

  @Test
  void cellOfTenMegabytesIsRejected() throws IOException {
    Given given = read("[{\"a\": \"" + "x".repeat(10 << 20) + "\"},\n{\"a\": 2}]");
    assertThat(given.rows(), contains(row(0, "a"), row(2, "2")));
    assertThat(
        given.refused(), contains(new Given.Refused(1, "x".repeat(800), "longer than 64 KiB")));
  }

  @Test
  void lineOfMegabytesIsRejected() throws IOException {
    Given given = read("{\"a\": 1}\n{\"a\": \"" + "x".repeat(2 << 20) + "\"}\n{\"a\": 3}\n");
    assertThat(given.rows(), contains(row(0, "a"), row(1, "1"), row(3, "3")));
    assertThat(given.refused(), hasSize(1));
    assertThat(given.refused().get(0).reason(), equalTo("longer than 1024 KiB"));
  }

  @Test
  void deepJsonEndsTheFile() {
    assertThat(
        failure("[{\"a\":" + "[".repeat(1_000_000)),
        startsWith("line 1: is not JSON that can be read: Document nesting depth (51) exceeds"));
  }

  @Test
  void deepJsonOnALineIsRejected() throws IOException {
    Given given = read("{\"a\": 1}\n{\"a\":" + "[".repeat(1_000) + "}\n{\"a\": 2}\n");
    assertThat(given.rows(), hasSize(3));
    assertThat(given.refused(), hasSize(1));
  }

  @Test
  void thousandsOfFieldsAreRejected() throws IOException {
    StringBuilder json = new StringBuilder("[{\"a\": 1}, {\"b\": 2");
    for (int i = 0; i < 1_024; i++) {
      json.append(", \"f").append(i).append("\": 1");
    }
    Given given = read(json + "}]");
    assertThat(given.rows(), contains(row(0, "a"), row(1, "1")));
    assertThat(
        given.refused(),
        contains(new Given.Refused(1, given.refused().get(0).value(), "more than 1024 cells")));
  }

  /** Values of one field, each put behind the others, must not be copied over and over. */
  @Test
  void manyValuesOfOneFieldAreReadInLinearTime() {
    String object = "{\"a\": [" + "1,".repeat(32_000) + "1]}\n";
    Given given =
        assertTimeout(
            Duration.ofSeconds(20), () -> read("[" + (object + ",").repeat(200) + object + "]"));
    assertThat(given.rows(), hasSize(202));
  }

  @Test
  void fieldsThatOnlyLaterObjectsHaveAreToldOf() throws IOException {
    Given given = read("[" + "{\"a\": 1},".repeat(1_000) + "{\"a\": 1, \"late\\u001b\": 2}]");
    assertThat(given.rows().get(1_001), equalTo(row(1, "1")));
    assertThat(
        given.found(), contains("left out, since the first objects do not have them: late\\u001b"));
  }

  @Test
  void truncatedDocumentIsSaid() {
    assertThat(
        failure("[{\"a\": 1},\n{\"a\""),
        startsWith("line 2: is not JSON that can be read: Unexpected end-of-input"));
  }

  @Test
  void documentWithoutAListIsSaid() {
    assertThat(failure("[1, 2, [3]]"), equalTo("is JSON without an array of objects"));
    assertThat(failure("{\"a\":\n{\"b\": 1}}"), equalTo("is JSON without an array of objects"));
    assertThat(failure("[]"), equalTo("is JSON without an array of objects"));
  }

  @Test
  void wrongEncodingIsSaid() {
    byte[] bytes = "[{\"a\": \"é\"}]".getBytes(StandardCharsets.ISO_8859_1);
    String message =
        assertThrows(UnreadableException.class, () -> Given.by(new JsonRows(), bytes)).getMessage();
    assertThat(message, equalTo("is JSON with bytes that are not UTF-8"));
  }

  @Test
  void linesInAnotherEncodingAreRejected() throws IOException {
    Given given =
        Given.by(
            new JsonRows(), "{\"a\": 1}\n{\"a\": \"é\"}\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(given.rows(), contains(row(0, "a"), row(1, "1")));
    assertThat(
        given.refused(),
        contains(new Given.Refused(2, "{\"a\": \"\ufffd\"}", "bytes that are not UTF-8")));
  }

  @Test
  void aListOfWrongLinesAloneHasNoHeader() throws IOException {
    Given given = read("{a}\n{b}\n");
    assertThat(given.rows(), empty());
    assertThat(given.refused(), hasSize(2));
  }
}
