package nl.wolkenkaart.lookup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.wolkenkaart.world.WorldServer;
import nl.wolkenkaart.world.ZoneData;
import nl.wolkenkaart.world.ZoneFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A patient client and resolvers that die, stay silent, or come back. */
class SilentResolverTest {
  @TempDir static Path folder;
  private static ZoneData zones;

  private WorldServer server;

  @BeforeAll
  static void read() throws IOException {
    Path file = folder.resolve("root.zone");
    Files.writeString(file, "*.wild.example. IN A 192.0.2.3\n");
    zones = ZoneFile.read(file);
  }

  @BeforeEach
  void serve() throws IOException {
    server = WorldServer.start(zones);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  /** Moves the server to a port that no client's socket is given while the server is away. */
  private int outsideEphemeralPorts() throws IOException {
    server.close();
    for (int port = 21_053; ; port++) {
      try {
        server = WorldServer.start(zones, Map.of(), port);
        return port;
      } catch (IOException e) {
        if (port == 21_153) {
          throw e;
        }
      }
    }
  }

  private static LookupSettings settings(
      FakeServer server, int inFlight, List<Integer> timeoutsMillis, int giveUpMillis) {
    List<String> resolvers = List.of(ResolverAddress.format(server.address()));
    return new LookupSettings(resolvers, 0, inFlight, 10, timeoutsMillis, giveUpMillis);
  }

  @Test
  void noQuestionFailsWhileOneOfTwoResolversIsDead() throws Exception {
    WorldServer dead = WorldServer.start(zones);
    dead.close();
    try (FakeServer silent = new FakeServer((s, query, from) -> {})) {
      for (String other : List.of(dead.address(), ResolverAddress.format(silent.address()))) {
        try (Asker asker = new Asker(List.of(other, server.address()), 400, 2_000, 2_000)) {
          List<Answer> answers = asker.askMany(1_000);
          assertThat(Asker.count(answers, AnswerStatus.NOERROR), is(1_000L));
          assertThat(
              answers.stream().allMatch(answer -> answer.resolver().equals(server.address())),
              is(true));
        }
      }
    }
  }

  @Test
  void endsByItselfWhenNoResolverAnswers() throws Exception {
    try (FakeServer silent = new FakeServer((s, query, from) -> {});
        Asker asker = new Asker(settings(silent, 150, List.of(300, 400, 500, 600), 2_000))) {
      long began = System.nanoTime();
      List<Answer> answers = asker.askMany(1_000);
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      assertThat(millis, is(allOf(greaterThanOrEqualTo(1_900L), lessThan(6_000L))));
      // Those that were sent say that they were, those that never were say that.
      long notAsked = Asker.count(answers, AnswerStatus.NOT_ASKED);
      assertThat(notAsked, is(allOf(greaterThanOrEqualTo(200L), lessThanOrEqualTo(600L))));
      assertThat(notAsked, is(greaterThanOrEqualTo(1_000L - silent.received())));
      assertThat(Asker.count(answers, AnswerStatus.TIMEOUT), is(1_000L - notAsked));
      for (Answer answer : answers) {
        boolean asked = answer.status() != AnswerStatus.NOT_ASKED;
        assertThat(answer.attempts() > 0, is(asked));
        assertThat(answer.resolver() != null, is(asked));
      }
      Answer later = asker.ask("later.example", "A");
      assertThat(later.status(), is(AnswerStatus.NOT_ASKED));
      assertThat(later.reason(), is("no resolver answers"));
    }
  }

  /** Closed port or silence: a pause shorter than the patience costs no question its answer. */
  @Test
  void noQuestionFailsWhenTheServerDiesAndComesBack() throws Exception {
    int port = outsideEphemeralPorts();
    try (Asker asker = new Asker(List.of(server.address()), 400, 600, 700, 800)) {
      assertThat(Asker.count(asker.askMany(100), AnswerStatus.NOERROR), is(100L));
      server.close();
      asker.begin(1_000);
      Thread.sleep(2_500);
      assertThat(asker.done, hasSize(0));
      server = WorldServer.start(zones, Map.of(), port);
      assertThat(Asker.count(asker.take(1_000), AnswerStatus.NOERROR), is(1_000L));
      assertThat(asker.counters.endedSoFar(), is(1_100L));
    }
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
                });
        Asker asker = new Asker(List.of(ResolverAddress.format(waking.address())), 500, 600, 700)) {
      assertThat(Asker.count(asker.askMany(600), AnswerStatus.NODATA), is(600L));
      assertThat(from.get(), is(greaterThanOrEqualTo(600)));
    }
  }

  @Test
  void closingEndsEveryQuestion() throws Exception {
    try (FakeServer silent = new FakeServer((s, query, from) -> {});
        Asker asker = new Asker(settings(silent, 50, List.of(5_000, 5_000), 60_000))) {
      asker.begin(200);
      asker.close();
      List<Answer> answers = asker.take(200);
      assertThat(Asker.count(answers, AnswerStatus.NOT_ASKED), is(150L));
      assertThat(Asker.count(answers, AnswerStatus.NETWORK_ERROR), is(50L));
      assertThat(asker.ask("late.example", "A").reason(), is("the client was closed"));
    }
  }
}
