package nl.wolkenkaart.lookup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nl.wolkenkaart.world.Fault;
import nl.wolkenkaart.world.StandardFault;
import nl.wolkenkaart.world.WorldServer;
import nl.wolkenkaart.world.ZoneData;
import nl.wolkenkaart.world.ZoneFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DomainDeadlineTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Clock CLOCK = Clock.fixed(HeldClient.AT, ZoneOffset.UTC);

  @TempDir Path folder;

  private final HeldClient dns = new HeldClient();
  private final List<DomainAnswers> done = new ArrayList<>();

  /** The plan with these questions alone. */
  static LookupPlan only(String... ids) {
    LookupPlan plan = LookupPlan.embedded();
    List<String> rest = new ArrayList<>();
    plan.questions().values().forEach(list -> list.forEach(q -> rest.add(q.id())));
    rest.removeAll(List.of(ids));
    return plan.without(rest);
  }

  private DomainLookup start(LookupPlan plan) {
    LookupPace pace = new LookupPace(dns, dns, false, Duration.ofSeconds(60), CLOCK);
    DomainLookup lookup =
        new DomainLookup(
            "example.nl",
            new QuestionNames("run"),
            plan,
            new EarlierAnswers(List.of()),
            pace,
            done::add);
    lookup.start();
    return lookup;
  }

  private Map<String, Answer> answers() {
    assertThat(done, hasSize(1));
    assertThat(done.get(0).fault(), is(nullValue()));
    Map<String, Answer> byId = new TreeMap<>();
    done.get(0).answers().forEach(planned -> byId.put(planned.id(), planned.answer()));
    return byId;
  }

  @Test
  void whatWasSentTimesOutAndWhatWasAnsweredStands() {
    dns.hold("example.nl", "TXT").answer("example.nl", "A", "192.0.2.1");
    DomainLookup lookup = start(only("txt", "a"));
    lookup.passes(59 * SECOND);
    assertThat(done, hasSize(0));
    lookup.passes(SECOND);
    Answer txt = answers().get("txt");
    assertThat(txt.status(), is(AnswerStatus.TIMEOUT));
    assertThat(txt.reason(), is("deadline of the domain"));
    assertThat(txt.attempts(), is(1));
    assertThat(txt.resolver(), is("192.0.2.53:53"));
    assertThat(txt.observedAt(), is(HeldClient.AT));
    assertThat(answers().get("a").status(), is(AnswerStatus.NOERROR));
    assertThat(dns.waiting("example.nl", "TXT").isUnwanted(), is(true));
  }

  @Test
  void roundsThatDidNotBeginAreNotAskedAndAreNoAbsence() {
    dns.hold("example.nl", "TXT").answer("example.nl", "MX", "10 mx.example");
    start(only("mx", "txt", "mail-host-a", "mail-host-aaaa")).passes(60 * SECOND);
    for (String id : List.of("mail-host-a", "mail-host-aaaa")) {
      Answer answer = answers().get(id);
      assertThat(answer.status(), is(AnswerStatus.NOT_ASKED));
      assertThat(answer.status().isFailure(), is(true));
      assertThat(answer.reason(), is("deadline of the domain"));
      assertThat(answer.attempts(), is(0));
      assertThat(answer.resolver(), is(nullValue()));
    }
    assertThat(dns.asked(), contains("example.nl MX", "example.nl TXT"));
  }

  @Test
  void whatWaitsForItsTurnIsNotAsked() {
    dns.keepWaiting("example.nl", "TXT").hold("example.nl", "A");
    start(only("txt", "a")).passes(60 * SECOND);
    assertThat(answers().get("txt").status(), is(AnswerStatus.NOT_ASKED));
    assertThat(answers().get("a").status(), is(AnswerStatus.TIMEOUT));
  }

  @Test
  void waitingIsNotFailing() {
    dns.keepWaiting("example.nl", "TXT").answer("example.nl", "TXT", "\"late\"");
    DomainLookup lookup = start(only("txt", "a"));
    lookup.passes(3_600 * SECOND);
    assertThat(done, hasSize(0));
    dns.release("example.nl", "TXT");
    assertThat(answers().get("txt").status(), is(AnswerStatus.NOERROR));
  }

  @Test
  void timeOfAllRoundsIsAddedUp() {
    dns.answer("example.nl", "TXT", "\"v=spf1 redirect=s0.example\"");
    for (int i = 0; i < 10; i++) {
      String name = "s" + i + ".example";
      dns.hold(name, "TXT").answer(name, "TXT", "\"v=spf1 redirect=s" + (i + 1) + ".example\"");
    }
    DomainLookup lookup = start(only("txt", "spf"));
    for (int i = 0; i < 5; i++) {
      lookup.passes(11 * SECOND);
      dns.release("s" + i + ".example", "TXT");
    }
    assertThat(done, hasSize(0));
    lookup.passes(5 * SECOND);
    assertThat(answers().get("spf").status(), is(AnswerStatus.TIMEOUT));
    assertThat(dns.asked(), not(hasItem("s6.example TXT")));
  }

  @Test
  void answerAfterTheDeadlineChangesNothing() {
    dns.hold("example.nl", "MX").answer("example.nl", "MX", "10 mx.example");
    DomainLookup lookup = start(only("mx", "mail-host-a"));
    lookup.passes(60 * SECOND);
    List<PlannedAnswer> before = List.copyOf(done.get(0).answers());
    dns.release("example.nl", "MX");
    lookup.passes(60 * SECOND);
    assertThat(done, hasSize(1));
    assertThat(done.get(0).answers(), is(before));
    assertThat(dns.asked(), contains("example.nl MX"));
  }

  /** Somebody else asks a shared name: this domain waits as long as that question waits. */
  @Test
  void sharedQuestionCountsWhileItIsWithAResolver() {
    dns.keepWaiting("example.nl", "MX");
    SharedAnswers shared = new SharedAnswers(dns);
    AwaitedAnswer first = new AwaitedAnswer(answer -> {});
    AwaitedAnswer second = new AwaitedAnswer(answer -> {});
    shared.ask(new Question("example.nl", "MX"), first);
    shared.ask(new Question("example.nl", "MX"), second);
    assertThat(second.isWithResolver(), is(false));
    assertThat(second.sent(), is(0));
    dns.waiting("example.nl", "MX").goesTo("192.0.2.53:53");
    assertThat(second.isWithResolver(), is(true));
    assertThat(second.sent(), is(1));
    assertThat(second.resolver(), is("192.0.2.53:53"));
    dns.waiting("example.nl", "MX").cameBack();
    assertThat(second.isWithResolver(), is(false));
    assertThat(dns.asked(), hasSize(1));
  }

  private ZoneData zone() throws IOException {
    Path file = folder.resolve("root.zone");
    Files.writeString(
        file,
        ". IN SOA ns.world.invalid. hostmaster.world.invalid. 1 3600 600 86400 300\n"
            + "example.nl. IN MX 10 mx.example.nl.\n"
            + "mx.example.nl. IN A 192.0.2.1\n",
        StandardCharsets.US_ASCII);
    return ZoneFile.read(file);
  }

  private static Map<String, Answer> look(LookupSettings settings) throws InterruptedException {
    BlockingQueue<DomainAnswers> finished = new LinkedBlockingQueue<>();
    Map<String, Answer> byId = new TreeMap<>();
    try (LookupEngine engine = LookupEngine.open("run", LookupPlan.embedded(), settings)) {
      engine.look("example.nl", finished::add);
      DomainAnswers answers = finished.poll(20, TimeUnit.SECONDS);
      assertThat(answers, is(notNullValue()));
      answers.answers().forEach(planned -> byId.putIfAbsent(planned.id(), planned.answer()));
    }
    return byId;
  }

  /** A polite rate makes a domain wait far longer than its deadline, and nothing of it fails. */
  @Test
  void politeRateDoesNotMissTheDeadline() throws Exception {
    try (WorldServer server = WorldServer.start(zone())) {
      LookupSettings settings = LookupSettings.of(List.of(server.address()), 25).withDeadline(500);
      long started = System.nanoTime();
      Map<String, Answer> answers = look(settings);
      assertThat(System.nanoTime() - started, is(greaterThan(SECOND)));
      assertThat(
          answers.values().stream().map(answer -> answer.status().isAnswer()).toList(),
          everyItem(is(true)));
    }
  }

  /** Silence of a mail host's name would take 21 s by itself. */
  @Test
  void silentNameEndsAtTheDeadline() throws Exception {
    Map<String, Fault> silent = Map.of("mx.example.nl", StandardFault.SILENT);
    try (WorldServer server = WorldServer.start(zone(), silent, 0)) {
      long started = System.nanoTime();
      Map<String, Answer> answers =
          look(
              new LookupSettings(
                      List.of(server.address()), 0, 100, 10, List.of(1_000, 20_000), 30_000)
                  .withDeadline(1_500));
      assertThat(System.nanoTime() - started, is(lessThan(8 * SECOND)));
      Answer host = answers.get("mail-host-a");
      assertThat(host.status(), is(AnswerStatus.TIMEOUT));
      assertThat(host.reason(), is("deadline of the domain"));
      assertThat(host.attempts(), is(2));
      assertThat(host.resolver(), is(server.address()));
      assertThat(answers.get("mx").status(), is(AnswerStatus.NOERROR));
    }
  }
}
