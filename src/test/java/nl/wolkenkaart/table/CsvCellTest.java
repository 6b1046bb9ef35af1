package nl.wolkenkaart.table;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.wolkenkaart.observation.ObservedRow;
import nl.wolkenkaart.provider.Evidence;
import nl.wolkenkaart.statistics.Rows;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {
  private static final Schema STRING = Schema.create(Schema.Type.STRING);
  private static final Schema EVIDENCE = Schema.createArray(Evidence.getClassSchema());

  @Test
  void nullAndEmptyAreTheEmptyCell() {
    assertThat(CsvCell.of(STRING, null), is(""));
    assertThat(CsvCell.of(STRING, ""), is(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+31", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠x"})
  void aFormulaIsMadeText(String formula) {
    assertThat(CsvCell.of(STRING, formula), is("'" + formula));
  }

  @Test
  void aFormulaAfterTheSeparatorOfAnotherCountryIsMadeTextToo() {
    assertThat(
        CsvCell.of(STRING, "v=spf1;=HYPERLINK(1);-2;;@x"), is("v=spf1;'=HYPERLINK(1);'-2;;'@x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=b", "Sint-Anna", "info@example.nl", "v=DMARC1; p=none", "'t Hart"})
  void otherTextStaysAsItIs(String text) {
    assertThat(CsvCell.of(STRING, text), is(text));
  }

  @Test
  void controlCharactersAreEscaped() {
    assertThat(
        CsvCell.of(STRING, "\t=1\r\n\u0000\u001b[31m"),
        is("\\u0009=1\\u000d\\u000a\\u0000\\u001b[31m"));
    assertThat(CsvCell.of(STRING, "a\u202Eb\u0085\u007f"), is("a\\u202eb\\u0085\\u007f"));
    assertThat(CsvCell.of(STRING, "é 😀 \\ \""), is("é 😀 \\ \""));
  }

  @ParameterizedTest
  @CsvSource({
    "0.0, 0",
    "-0.0, 0",
    "1.0, 1",
    "0.5, 0.5",
    "0.000001, 0.000001",
    "0.818182, 0.818182",
    "1234567890123.0, 1234567890123"
  })
  void numbersArePlain(double number, String text) {
    assertThat(CsvCell.of(Schema.create(Schema.Type.DOUBLE), number), is(text));
  }

  @Test
  void negativeNumbersAreNumbersAndNoFormulas() {
    assertThat(CsvCell.of(Schema.create(Schema.Type.LONG), -5L), is("-5"));
    assertThat(CsvCell.of(Schema.create(Schema.Type.BOOLEAN), true), is("true"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNoNumberIsRefused(double number) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> CsvCell.of(Schema.create(Schema.Type.DOUBLE), number));
    assertThat(refused.getMessage(), containsString("no place for the number"));
  }

  @Test
  void nestedValuesAreOneLineOfJsonInTheOrderOfTheSchema() throws Exception {
    Evidence line = Rows.evidence("mx", "10 mx.example\n\u202E\"quoted\";=1", 40);
    line.setProvider(null);
    String cell = CsvCell.of(EVIDENCE, List.of(line));
    assertThat(
        cell,
        is(
            "[{\"signal\":\"mx\",\"seen\":\"10 mx.example\\n\\u202e\\\"quoted\\\";'=1\","
                + "\"provider\":null,\"role\":\"backend\",\"points\":40,\"rule\":\"rule-mx\"}]"));
    JsonNode read = new ObjectMapper().readTree(cell);
    assertThat(read.get(0).get("seen").asText(), is("10 mx.example\n\u202E\"quoted\";'=1"));
    assertThat(CsvCell.of(EVIDENCE, List.of()), is("[]"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1970-01-01T00:00:00.000Z",
    "1777377600001, 2026-04-28T12:00:00.001Z",
    "951827696789, 2000-02-29T12:34:56.789Z",
    "-1, 1969-12-31T23:59:59.999Z"
  })
  void timesHaveMillisecondsWhateverTheyAreReadAs(long milliseconds, String text) {
    Schema time = ObservedRow.getClassSchema().getField("observed_at").schema();
    assertThat(CsvCell.of(time, milliseconds), is(text));
    assertThat(CsvCell.of(time, Instant.ofEpochMilli(milliseconds)), is(text));
  }

  @Test
  void theKeysOfAMapAreSorted() {
    Schema map = Schema.createMap(Schema.create(Schema.Type.LONG));
    assertThat(
        CsvCell.of(map, Map.of("TIMEOUT", 2L, "NOERROR", 1L, "NODATA", 3L)),
        is("{\"NODATA\":3,\"NOERROR\":1,\"TIMEOUT\":2}"));
  }
}
