package nl.wolkenkaart.lookup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import nl.wolkenkaart.world.Fault;
import nl.wolkenkaart.world.StandardFault;
import nl.wolkenkaart.world.WorldServer;
import nl.wolkenkaart.world.ZoneData;
import nl.wolkenkaart.world.ZoneFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientClientTest {
  private static final String ZONE =
      """
      . 3600 IN SOA ns.world.invalid. hostmaster.world.invalid. 1 3600 600 86400 300
      plain.example. 3600 IN MX 10 mx.plain.example.
      mx.plain.example. IN A 192.0.2.1
      *.wild.example. IN A 192.0.2.3
      x.flaky.example. IN A 192.0.2.4
      x.truncated.example. IN A 192.0.2.5
      x.cut.example. IN A 192.0.2.6
      loop.example. IN CNAME pool.example.
      pool.example. IN CNAME loop.example.
      """;

  /** Replies whose question is right and whose rest is no DNS message. */
  private static final Fault GARBAGE =
      exchange -> {
        byte[] message = exchange.withCode(0);
        message[7] = 9;
        exchange.send(message);
      };

  /** Truncated over UDP, and over TCP nothing at all. */
  private static final Fault CUT =
      exchange -> {
        if (!exchange.tcp()) {
          exchange.send(exchange.truncated());
        }
      };

  @TempDir static Path folder;
  private static ZoneData zones;

  private WorldServer server;
  private Asker asker;

  @BeforeAll
  static void read() throws IOException {
    Path file = folder.resolve("root.zone");
    Files.writeString(file, ZONE, StandardCharsets.US_ASCII);
    zones = ZoneFile.read(file);
  }

  @AfterEach
  void close() throws IOException {
    if (asker != null) {
      asker.close();
    }
    server.close();
  }

  @BeforeEach
  void serve() throws IOException {
    Map<String, Fault> faults = new TreeMap<>();
    faults.put("silent.example", StandardFault.SILENT);
    faults.put("servfail.example", StandardFault.SERVFAIL);
    faults.put("refused.example", StandardFault.REFUSED);
    faults.put("flaky.example", StandardFault.FLAKY);
    faults.put("truncated.example", StandardFault.TRUNCATE_UDP);
    faults.put("cut.example", CUT);
    faults.put("garbage.example", GARBAGE);
    server = WorldServer.start(zones, faults, 0);
  }

  private void open(Integer... timeoutsMillis) {
    asker = new Asker(List.of(server.address()), timeoutsMillis);
  }

  @Test
  void answers() throws Exception {
    open(2_000);
    Answer answer = asker.ask("plain.example", "MX");
    assertThat(answer.status(), is(AnswerStatus.NOERROR));
    assertThat(
        answer.records(),
        contains(new ResourceRecord("plain.example", "MX", 3600, "10 mx.plain.example")));
    assertThat(answer.resolver(), is(server.address()));
    assertThat(answer.attempts(), is(1));
    assertThat(answer.reason(), is(nullValue()));
    assertThat(answer.roundTripMillis(), is(lessThan(2_000)));
    assertThat(asker.counters.sentSoFar(), is(1L));
    assertThat(asker.counters.endedSoFar(AnswerStatus.NOERROR), is(1L));
    assertThat(asker.counters.endedSoFar(), is(1L));
  }

  @ParameterizedTest
  @CsvSource({
    "gone.example, A, NXDOMAIN",
    "plain.example, AAAA, NODATA",
    "loop.example, A, CNAME_LOOP"
  })
  void whatWillNotChangeIsNotAskedAgain(String name, String type, AnswerStatus status)
      throws Exception {
    open(2_000, 2_000);
    Answer answer = asker.ask(name, type);
    assertThat(answer.status(), is(status));
    assertThat(answer.attempts(), is(1));
    assertThat(server.answered(), is(1L));
  }

  @ParameterizedTest
  @CsvSource({
    "x.servfail.example, SERVFAIL, rcode SERVFAIL",
    "x.refused.example, REFUSED, rcode REFUSED",
    "x.garbage.example, MALFORMED, not readable as a DNS message",
  })
  void errorsAreAskedAgainAfterAPause(String name, AnswerStatus status, String reason)
      throws Exception {
    open(2_000, 2_000);
    long began = System.nanoTime();
    Answer answer = asker.ask(name, "A");
    assertThat(answer.status(), is(status));
    assertThat(answer.reason(), is(reason));
    assertThat(answer.attempts(), is(2));
    assertThat(server.answered(), is(2L));
    assertThat(System.nanoTime() - began, is(greaterThan(TimeUnit.MILLISECONDS.toNanos(190))));
    assertThat(asker.counters.sentSoFar(), is(2L));
    assertThat(asker.counters.endedSoFar(), is(1L));
  }

  @Test
  void firstTryLostThenAnswered() throws Exception {
    open(200, 2_000);
    Answer answer = asker.ask("x.flaky.example", "A");
    assertThat(answer.status(), is(AnswerStatus.NOERROR));
    assertThat(answer.attempts(), is(2));
  }

  @Test
  void truncatedIsAskedOverTcp() throws Exception {
    open(2_000);
    Answer answer = asker.ask("x.truncated.example", "A");
    assertThat(answer.status(), is(AnswerStatus.NOERROR));
    assertThat(answer.records().get(0).data(), is("192.0.2.5"));
    assertThat(answer.attempts(), is(1));
  }

  @Test
  void truncatedAndSilentOverTcp() throws Exception {
    open(300);
    Answer answer = asker.ask("x.cut.example", "A");
    assertThat(answer.status(), is(AnswerStatus.TCP_FAILED));
    assertThat(answer.attempts(), is(1));
  }

  @Test
  void truncatedAndNobodyListensOnTcp() throws Exception {
    try (FakeServer truncating =
        new FakeServer(
            (s, query, from) -> {
              byte[] reply = FakeServer.reply(query);
              reply[2] |= 2;
              s.send(reply, from);
            })) {
      asker = new Asker(List.of(ResolverAddress.format(truncating.address())), 2_000);
      Answer answer = asker.ask("x.example", "A");
      assertThat(answer.status(), is(AnswerStatus.TCP_FAILED));
      assertThat(answer.reason(), is("truncated, and TCP failed"));
    }
  }

  @Test
  void silenceIsATimeOutAfterAllAttempts() throws Exception {
    open(100, 150, 200);
    long began = System.nanoTime();
    Answer answer = asker.ask("x.silent.example", "A");
    assertThat(answer.status(), is(AnswerStatus.TIMEOUT));
    assertThat(answer.attempts(), is(3));
    assertThat(server.answered(), is(3L));
    assertThat(answer.roundTripMillis(), is(greaterThanOrEqualTo(200)));
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    assertThat(millis, is(allOf(greaterThanOrEqualTo(449L), lessThan(4_000L))));
  }

  @ParameterizedTest
  @CsvSource({
    "a..b, A, not a domain name",
    "'', A, not a domain name",
    "a.example, NOSUCH, not a type"
  })
  void whatCannotBeAskedSaysSo(String name, String type, String reason) throws Exception {
    open(2_000);
    Answer answer = asker.ask(name, type);
    assertThat(answer.status(), is(AnswerStatus.NOT_ASKED));
    assertThat(answer.reason(), is(reason));
    assertThat(server.answered(), is(0L));
    assertThat(asker.counters.endedSoFar(AnswerStatus.NOT_ASKED), is(1L));
  }

  @Test
  void neverSendsFasterThanTheRate() throws Exception {
    asker =
        new Asker(
            new LookupSettings(List.of(server.address()), 200, 100, 10, List.of(2_000), 5_000));
    long began = System.nanoTime();
    assertThat(Asker.count(asker.askMany(200), AnswerStatus.NOERROR), is(200L));
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    // 200 questions, of which a fiftieth of a second's may go at once.
    assertThat(millis, is(greaterThanOrEqualTo(960L)));
  }

  @Test
  void consumerThatThrowsStopsNobody() throws Exception {
    open(2_000);
    for (int i = 0; i < 2; i++) {
      asker.client.ask(
          new Question("n" + i + ".wild.example", "A"),
          answer -> {
            throw new IllegalStateException("made up");
          });
    }
    assertThat(Asker.count(asker.askMany(500), AnswerStatus.NOERROR), is(500L));
  }

  @Test
  void manyQuestionsAreAllAnsweredOnce() throws Exception {
    open(1_000, 2_000);
    List<Answer> answers = asker.askMany(20_000);
    assertThat(Asker.count(answers, AnswerStatus.NOERROR), is(20_000L));
    assertThat(answers.stream().map(Answer::question).distinct().count(), is(20_000L));
    assertThat(asker.counters.endedSoFar(), is(20_000L));
    assertThat(asker.counters.sentSoFar(), is(lessThanOrEqualTo(22_000L)));
  }
}
