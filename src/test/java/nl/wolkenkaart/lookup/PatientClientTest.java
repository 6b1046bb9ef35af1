package nl.wolkenkaart.lookup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.wolkenkaart.world.Fault;
import nl.wolkenkaart.world.StandardFault;
import nl.wolkenkaart.world.WorldServer;
import nl.wolkenkaart.world.ZoneData;
import nl.wolkenkaart.world.ZoneFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
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

  private final LookupCounters counters = new LookupCounters();
  private WorldServer server;
  private PatientClient client;

  @BeforeAll
  static void read() throws IOException {
    Path file = folder.resolve("root.zone");
    Files.writeString(file, ZONE, StandardCharsets.US_ASCII);
    zones = ZoneFile.read(file);
  }

  @AfterEach
  void close() throws IOException {
    if (client != null) {
      client.close();
    }
    if (server != null) {
      server.close();
    }
  }

  private static WorldServer serve(int port) throws IOException {
    Map<String, Fault> faults = new TreeMap<>();
    faults.put("silent.example", StandardFault.SILENT);
    faults.put("servfail.example", StandardFault.SERVFAIL);
    faults.put("refused.example", StandardFault.REFUSED);
    faults.put("flaky.example", StandardFault.FLAKY);
    faults.put("truncated.example", StandardFault.TRUNCATE_UDP);
    faults.put("cut.example", CUT);
    faults.put("garbage.example", GARBAGE);
    return WorldServer.start(zones, faults, port);
  }

  private void open(List<Integer> timeouts) throws IOException {
    server = serve(0);
    open(settings(List.of(server.address()), timeouts));
  }

  private void open(LookupSettings settings) {
    client = new PatientClient(settings, counters);
  }

  private static LookupSettings settings(List<String> resolvers, List<Integer> timeouts) {
    return new LookupSettings(resolvers, 0, 200, 10, timeouts, 10_000);
  }

  private Answer ask(String name, String type) throws InterruptedException {
    BlockingQueue<Answer> done = new LinkedBlockingQueue<>();
    client.ask(new Question(name, type), done::add);
    Answer answer = done.poll(10, TimeUnit.SECONDS);
    assertThat(name + " has no end", answer != null);
    assertThat(answer.question(), is(new Question(name, type)));
    return answer;
  }

  private List<Answer> askMany(int many) throws InterruptedException {
    BlockingQueue<Answer> done = new LinkedBlockingQueue<>();
    for (int i = 0; i < many; i++) {
      client.ask(new Question("n" + i + ".wild.example", "A"), done::add);
    }
    return take(many, done);
  }

  private static List<Answer> take(int many, BlockingQueue<Answer> done)
      throws InterruptedException {
    List<Answer> answers = new java.util.ArrayList<>();
    for (int i = 0; i < many; i++) {
      Answer answer = done.poll(10, TimeUnit.SECONDS);
      assertThat("question " + i + " has no end", answer != null);
      answers.add(answer);
    }
    assertThat(done, hasSize(0));
    return answers;
  }

  private static long count(List<Answer> answers, AnswerStatus status) {
    return answers.stream().filter(answer -> answer.status() == status).count();
  }

  @Test
  void answers() throws Exception {
    open(List.of(2_000));
    Answer answer = ask("plain.example", "MX");
    assertThat(answer.status(), is(AnswerStatus.NOERROR));
    assertThat(
        answer.records(),
        contains(new ResourceRecord("plain.example", "MX", 3600, "10 mx.plain.example")));
    assertThat(answer.resolver(), is(server.address()));
    assertThat(answer.attempts(), is(1));
    assertThat(answer.reason(), is(nullValue()));
    assertThat(answer.roundTripMillis(), is(lessThan(2_000)));
    assertThat(counters.sentSoFar(), is(1L));
    assertThat(counters.endedSoFar(AnswerStatus.NOERROR), is(1L));
    assertThat(counters.endedSoFar(), is(1L));
  }

  @ParameterizedTest
  @CsvSource({"gone.example, A, NXDOMAIN", "plain.example, AAAA, NODATA", "loop.example, A, CNAME_LOOP"})
  void whatWillNotChangeIsNotAskedAgain(String name, String type, AnswerStatus status)
      throws Exception {
    open(List.of(2_000, 2_000));
    Answer answer = ask(name, type);
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
    open(List.of(2_000, 2_000));
    long began = System.nanoTime();
    Answer answer = ask(name, "A");
    assertThat(answer.status(), is(status));
    assertThat(answer.reason(), is(reason));
    assertThat(answer.attempts(), is(2));
    assertThat(server.answered(), is(2L));
    assertThat(System.nanoTime() - began, is(greaterThan(TimeUnit.MILLISECONDS.toNanos(190))));
    assertThat(counters.sentSoFar(), is(2L));
    assertThat(counters.endedSoFar(), is(1L));
  }

  @Test
  void firstTryLostThenAnswered() throws Exception {
    open(List.of(200, 2_000));
    Answer answer = ask("x.flaky.example", "A");
    assertThat(answer.status(), is(AnswerStatus.NOERROR));
    assertThat(answer.attempts(), is(2));
  }

  @Test
  void truncatedIsAskedOverTcp() throws Exception {
    open(List.of(2_000));
    Answer answer = ask("x.truncated.example", "A");
    assertThat(answer.status(), is(AnswerStatus.NOERROR));
    assertThat(answer.records().get(0).data(), is("192.0.2.5"));
    assertThat(answer.attempts(), is(1));
  }

  @Test
  void truncatedAndSilentOverTcp() throws Exception {
    open(List.of(300));
    Answer answer = ask("x.cut.example", "A");
    assertThat(answer.status(), is(AnswerStatus.TCP_FAILED));
    assertThat(answer.attempts(), is(1));
  }

  @Test
  void silenceIsATimeOutAfterAllAttempts() throws Exception {
    open(List.of(100, 150, 200));
    long began = System.nanoTime();
    Answer answer = ask("x.silent.example", "A");
    assertThat(answer.status(), is(AnswerStatus.TIMEOUT));
    assertThat(answer.attempts(), is(3));
    assertThat(server.answered(), is(3L));
    assertThat(answer.roundTripMillis(), is(greaterThanOrEqualTo(200)));
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    assertThat(millis, is(allOf(greaterThanOrEqualTo(449L), lessThan(4_000L))));
  }

  @ParameterizedTest
  @CsvSource({"a..b, A, not a domain name", "'', A, not a domain name", "a.example, NOSUCH, not a type"})
  void whatCannotBeAskedSaysSo(String name, String type, String reason) throws Exception {
    open(List.of(2_000));
    Answer answer = ask(name, type);
    assertThat(answer.status(), is(AnswerStatus.NOT_ASKED));
    assertThat(answer.reason(), is(reason));
    assertThat(server.answered(), is(0L));
    assertThat(counters.endedSoFar(AnswerStatus.NOT_ASKED), is(1L));
  }

  @Test
  void noQuestionFailsWhileOneOfTwoResolversIsDead() throws Exception {
    WorldServer dead = serve(0);
    dead.close();
    server = serve(0);
    try (FakeServer silent = new FakeServer((s, query, from) -> {})) {
      for (String other : List.of(dead.address(), ResolverAddress.format(silent.address()))) {
        open(settings(List.of(other, server.address()), List.of(400, 2_000, 2_000)));
        List<Answer> answers = askMany(1_000);
        assertThat(count(answers, AnswerStatus.NOERROR), is(1_000L));
        assertThat(
            answers.stream().allMatch(answer -> answer.resolver().equals(server.address())),
            is(true));
        client.close();
      }
    }
  }

  @Test
  void endsByItselfWhenNoResolverAnswers() throws Exception {
    try (FakeServer silent = new FakeServer((s, query, from) -> {})) {
      open(
          new LookupSettings(
              List.of(ResolverAddress.format(silent.address())),
              0,
              150,
              10,
              List.of(300, 400, 500, 600),
              2_000));
      long began = System.nanoTime();
      List<Answer> answers = askMany(1_000);
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      assertThat(millis, is(allOf(greaterThanOrEqualTo(1_900L), lessThan(4_500L))));
      // Those that were sent say that they were, those that never were say that.
      long notAsked = count(answers, AnswerStatus.NOT_ASKED);
      assertThat(notAsked, is(greaterThanOrEqualTo(200L)));
      assertThat(count(answers, AnswerStatus.TIMEOUT), is(1_000L - notAsked));
      for (Answer answer : answers) {
        boolean asked = answer.status() != AnswerStatus.NOT_ASKED;
        assertThat(answer.attempts() > 0, is(asked));
        assertThat(answer.resolver() != null, is(asked));
      }
      Answer later = ask("later.example", "A");
      assertThat(later.status(), is(AnswerStatus.NOT_ASKED));
      assertThat(later.reason(), is("no resolver answers"));
    }
  }

  /** Closed port or silence: a pause shorter than the patience costs no question its answer. */
  @Test
  void noQuestionFailsWhenTheServerDiesAndComesBack() throws Exception {
    server = serve(0);
    int port = server.port();
    open(settings(List.of(server.address()), List.of(400, 600, 700, 800)));
    assertThat(count(askMany(100), AnswerStatus.NOERROR), is(100L));
    server.close();
    BlockingQueue<Answer> done = new LinkedBlockingQueue<>();
    for (int i = 0; i < 1_000; i++) {
      client.ask(new Question("b" + i + ".wild.example", "A"), done::add);
    }
    Thread.sleep(2_500);
    assertThat(done, hasSize(0));
    server = serve(port);
    assertThat(count(take(1_000, done), AnswerStatus.NOERROR), is(1_000L));
    assertThat(counters.endedSoFar(), is(1_100L));
  }

  @Test
  void noQuestionFailsWhenTheServerIsSilentForAWhile() throws Exception {
    AtomicInteger from = new AtomicInteger();
    long began = System.nanoTime();
    try (FakeServer waking =
        new FakeServer(
            (s, query, back) -> {
              if (System.nanoTime() - began > TimeUnit.MILLISECONDS.toNanos(2_200)) {
                from.incrementAndGet();
                s.send(FakeServer.reply(query), back);
              }
            })) {
      open(
          settings(
              List.of(ResolverAddress.format(waking.address())), List.of(500, 600, 700)));
      assertThat(count(askMany(600), AnswerStatus.NODATA), is(600L));
      assertThat(from.get(), is(greaterThanOrEqualTo(600)));
    }
  }

  @Test
  void neverSendsFasterThanTheRate() throws Exception {
    server = serve(0);
    open(new LookupSettings(List.of(server.address()), 200, 100, 10, List.of(2_000), 5_000));
    long began = System.nanoTime();
    assertThat(count(askMany(200), AnswerStatus.NOERROR), is(200L));
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    // 200 questions, of which a fiftieth of a second's may go at once.
    assertThat(millis, is(greaterThanOrEqualTo(960L)));
  }

  @Test
  void consumerThatThrowsStopsNobody() throws Exception {
    open(List.of(2_000));
    for (int i = 0; i < 2; i++) {
      client.ask(
          new Question("n" + i + ".wild.example", "A"),
          answer -> {
            throw new IllegalStateException("made up");
          });
    }
    assertThat(count(askMany(500), AnswerStatus.NOERROR), is(500L));
  }

  @Test
  void closingEndsEveryQuestion() throws Exception {
    try (FakeServer silent = new FakeServer((s, query, from) -> {})) {
      open(
          new LookupSettings(
              List.of(ResolverAddress.format(silent.address())),
              0,
              50,
              10,
              List.of(5_000, 5_000),
              60_000));
      BlockingQueue<Answer> done = new LinkedBlockingQueue<>();
      for (int i = 0; i < 200; i++) {
        client.ask(new Question("n" + i + ".wild.example", "A"), done::add);
      }
      client.close();
      List<Answer> answers = take(200, done);
      assertThat(count(answers, AnswerStatus.NOT_ASKED), is(150L));
      assertThat(count(answers, AnswerStatus.NETWORK_ERROR), is(50L));
      assertThat(ask("late.example", "A").reason(), is("the client was closed"));
    }
  }

  @Test
  void manyQuestionsAreAllAnsweredOnce() throws Exception {
    open(List.of(1_000, 2_000));
    List<Answer> answers = askMany(20_000);
    assertThat(count(answers, AnswerStatus.NOERROR), is(20_000L));
    assertThat(answers.stream().map(Answer::question).distinct().count(), is(20_000L));
    assertThat(counters.endedSoFar(), is(20_000L));
    assertThat(counters.sentSoFar(), is(lessThanOrEqualTo(22_000L)));
  }
}
