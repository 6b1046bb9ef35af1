package nl.wolkenkaart.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import nl.wolkenkaart.observation.DomainObservation;
import nl.wolkenkaart.observation.ObservationBuilder;
import nl.wolkenkaart.observation.ObservationFiles;
import nl.wolkenkaart.observation.ObservedAnswer;
import nl.wolkenkaart.observation.ObservedRecord;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The flat rows of observations hold all of them: the nested form is made of them again. */
class ObservationRowsTest {
  private static final List<String> HOSTILE =
      List.of(
          "\"v=spf1 \\\"quoted\\\" -all\"",
          "=HYPERLINK(\"http://x\",\"y\")",
          "'=1+1",
          "a;=1;'@x;-2",
          "line\r\nbreak\ttab\u0000nul\u001b[31m",
          "\\u000a is text, \\u005c too, \\\\u202e",
          "İstanbul 村 😀 \u202egnp.exe \u0085",
          "comma, and ' and \"",
          " blank around ",
          "x".repeat(5000));

  @TempDir Path folder;

  private Path publish(List<DomainObservation> domains) throws IOException {
    String avro = ObservationFiles.path(folder.toString(), "0");
    ObservationFiles.write(avro, 1, domains);
    return Path.of(PublishObservations.write(avro).get(1));
  }

  private static List<CSVRecord> rows(Path csv) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(csv));
        CSVParser parser =
            CSVParser.parse(
                in,
                UTF_8,
                CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build())) {
      return parser.getRecords();
    }
  }

  /** The nested form, made of the rows by what the data dictionary says of the columns. */
  private static List<DomainObservation> rebuilt(List<CSVRecord> rows) throws IOException {
    List<DomainObservation> domains = new ArrayList<>();
    DomainObservation domain = null;
    ObservedAnswer answer = null;
    for (CSVRecord row : rows) {
      if (domain == null || !domain.getDomain().equals(text(row, "domain"))) {
        domain = new DomainObservation(text(row, "domain"), text(row, "plan"), new ArrayList<>());
        domains.add(domain);
      }
      if (Integer.parseInt(row.get("answer_number")) > domain.getAnswers().size()) {
        answer = answer(row);
        domain.getAnswers().add(answer);
      }
      if (!row.get("record_number").equals("0")) {
        answer
            .getRecords()
            .add(
                new ObservedRecord(
                    text(row, "record_name"),
                    text(row, "record_type"),
                    Long.parseLong(row.get("record_ttl")),
                    text(row, "record_data")));
      }
    }
    return domains;
  }

  private static ObservedAnswer answer(CSVRecord row) throws IOException {
    List<String> chain = new ArrayList<>();
    new ObjectMapper()
        .readTree(CsvTextTest.withoutApostrophes(row.get("chain")))
        .forEach(name -> chain.add(name.asText()));
    return new ObservedAnswer(
        text(row, "question"),
        text(row, "name"),
        text(row, "type"),
        text(row, "status"),
        orNull(row, "reason"),
        new ArrayList<>(),
        chain,
        Boolean.valueOf(row.get("authenticated")),
        Boolean.valueOf(row.get("cut")),
        orNull(row, "resolver"),
        Integer.valueOf(row.get("attempts")),
        Instant.parse(row.get("observed_at")),
        Integer.valueOf(row.get("round_trip_ms")));
  }

  private static String text(CSVRecord row, String column) {
    return CsvTextTest.undone(row.get(column));
  }

  private static String orNull(CSVRecord row, String column) {
    return row.get(column).isEmpty() ? null : text(row, column);
  }

  private static ObservedAnswer hostile(String text, int number, List<ObservedRecord> records) {
    return ObservedAnswer.newBuilder()
        .setQuestion(text)
        .setName(text)
        .setType(text)
        .setStatus(number % 2 == 0 ? "NOERROR" : "TIMEOUT")
        .setReason(number % 3 == 0 ? null : text)
        .setRecords(records)
        .setChain(number % 4 == 0 ? List.of() : HOSTILE)
        .setAuthenticated(number % 2 == 0)
        .setCut(number % 3 == 1)
        .setResolver(number % 5 == 0 ? null : "[::1]:53")
        .setAttempts(number)
        .setObservedAt(Instant.ofEpochMilli(-1L + number * 1_777_334_400_123L))
        .setRoundTripMs(Integer.MAX_VALUE - number)
        .build();
  }

  @Test
  void hostileObservationsComeBackAsTheyWere() throws IOException {
    List<DomainObservation> domains = new ArrayList<>();
    for (int i = 0; i < HOSTILE.size(); i++) {
      List<ObservedAnswer> answers = new ArrayList<>();
      for (int number = 0; number < 7; number++) {
        List<ObservedRecord> records = new ArrayList<>();
        for (String data : HOSTILE.subList(0, number)) {
          records.add(new ObservedRecord(HOSTILE.get(i), data, (1L << 32) - 1 - number, data));
        }
        answers.add(hostile(HOSTILE.get(i), number, records));
      }
      // Equal questions stay two answers, and a record without text stays one.
      answers.add(answers.get(0));
      answers.add(hostile("", 0, List.of(new ObservedRecord("", "", 0L, ""))));
      domains.add(new DomainObservation(i + HOSTILE.get(i), HOSTILE.get(i), answers));
    }
    Path csv = publish(domains);
    List<CSVRecord> rows = rows(csv);
    // Of each domain 1 + 1 + 2 + ... + 6 rows, one for the answer given twice, and the last one.
    assertThat(rows.size(), is(HOSTILE.size() * (1 + 21 + 1 + 1)));
    List<DomainObservation> avro = new ArrayList<>();
    try (DataFileStream<DomainObservation> stream =
        ReadTable.avro(ObservationFiles.path(folder.toString(), "0"), DomainObservation.class)) {
      stream.forEach(avro::add);
    }
    assertThat(rebuilt(rows), is(avro));
    assertThat(avro, is(domains));
  }

  @Test
  void noCellRunsAsAFormulaOrBreaksALine() throws IOException {
    Path csv =
        publish(
            List.of(
                ObservationBuilder.of("a.example")
                    .txt(HOSTILE.toArray(String[]::new))
                    .mx("=1")
                    .observation()));
    for (CSVRecord row : rows(csv)) {
      for (String cell : row) {
        assertThat(cell, cell.matches("[^\\x00-\\x1f\\x7f-\\x9f\u202e]*"), is(true));
        assertThat(cell, cell.matches("(?s)([=+@-]|.*;[=+@-]).*"), is(false));
      }
    }
  }

  @Test
  void aRowForEachRecordAndOneForAnAnswerWithoutAny() throws IOException {
    Path csv =
        publish(
            List.of(
                ObservationBuilder.of("a.example")
                    .notPlanned("txt", "a", "aaaa", "autodiscover", "autodiscover-srv")
                    .notPlanned("dkim-selector1", "dkim-selector2", "dkim-google", "eop-name")
                    .notPlanned("wildcard-dkim", "wildcard-dkim-txt")
                    .mx("10 a.mx.example", "20 b.mx.example")
                    .observation()));
    try (InputStream in = new GZIPInputStream(Files.newInputStream(csv))) {
      assertThat(
          new String(in.readAllBytes(), UTF_8),
          is(
              """
              domain,plan,answer_number,question,name,type,status,reason,chain,authenticated,cut,resolver,attempts,observed_at,round_trip_ms,record_number,record_name,record_type,record_ttl,record_data
              a.example,test,1,mx,a.example,MX,NOERROR,,[],false,false,,1,2026-04-28T12:00:00.000Z,1,1,a.example,MX,3600,10 a.mx.example
              a.example,test,1,mx,a.example,MX,NOERROR,,[],false,false,,1,2026-04-28T12:00:00.000Z,1,2,a.example,MX,3600,20 b.mx.example
              a.example,test,2,wildcard-a,c0ntr0l.a.example,A,NXDOMAIN,,[],false,false,,1,2026-04-28T12:00:00.000Z,1,0,,,,
              """));
    }
  }

  @Test
  void theSameObservationsGiveTheSameBytes() throws IOException {
    List<DomainObservation> domains =
        List.of(ObservationBuilder.of("a.example").mx("10 a.mx.example").observation());
    byte[] once = Files.readAllBytes(publish(domains));
    assertThat(Files.readAllBytes(publish(domains)), is(once));
  }

  @Test
  void aDomainThatWouldBeLostIsRefused() {
    DomainObservation none = new DomainObservation("a.example", "test", List.of());
    Exception refused = assertThrows(IOException.class, () -> publish(List.of(none)));
    assertThat(refused.getMessage(), containsString("The domain a.example has no answers"));
    assertThat(List.of(folder.toFile().list()), contains("bucket-0.avro"));
  }

  /** A field that is added to the nested form and not to the rows would be lost. */
  @Test
  void everyFieldHasItsColumn() {
    Set<String> columns = new TreeSet<>();
    for (Schema.Field field : DomainObservation.getClassSchema().getFields()) {
      columns.add(field.name());
    }
    for (Schema.Field field : ObservedAnswer.getClassSchema().getFields()) {
      columns.add(field.name());
    }
    for (Schema.Field field : ObservedRecord.getClassSchema().getFields()) {
      columns.add("record_" + field.name());
    }
    columns.removeAll(List.of("answers", "records"));
    columns.addAll(List.of("answer_number", "record_number"));
    assertThat(new TreeSet<>(TableShape.of(Tables.OBSERVATION_ROWS).columns()), is(columns));
  }
}
