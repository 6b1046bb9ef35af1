package nl.wolkenkaart.lookup;

import static nl.wolkenkaart.lookup.DomainDeadlineTest.only;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A domain of which something is known is asked for the rest. */
class LookupAgainTest {
  private static final String[] MAIL = {"mx", "txt", "mail-host-a", "spf", "origin"};

  private final HeldClient dns = new HeldClient();

  private List<PlannedAnswer> look(
      String run, LookupPlan plan, List<PlannedAnswer> earlier, boolean inTurn) {
    List<DomainAnswers> done = new ArrayList<>();
    LookupPace pace = new LookupPace(dns, dns, inTurn, Duration.ofSeconds(60), Clock.systemUTC());
    new DomainLookup(
            "example.nl",
            new QuestionNames(run),
            plan,
            new EarlierAnswers(earlier),
            pace,
            done::add)
        .start();
    assertThat(done, hasSize(1));
    return done.get(0).answers();
  }

  private static Map<String, Answer> byId(List<PlannedAnswer> answers) {
    Map<String, Answer> byId = new TreeMap<>();
    answers.forEach(planned -> byId.putIfAbsent(planned.id(), planned.answer()));
    return byId;
  }

  private HeldClient world() {
    return dns.answer("example.nl", "MX", "10 mx.example")
        .answer("example.nl", "TXT", "\"v=spf1 include:s.example\"")
        .answer("mx.example", "A", "192.0.2.1")
        .answer("s.example", "TXT", "\"v=spf1 -all\"");
  }

  @Test
  void completeDomainCostsNoQuestion() {
    List<PlannedAnswer> first = look("run", only(MAIL), List.of(), false);
    world();
    dns.asked().clear();
    assertThat(look("run", only(MAIL), first, false), equalTo(first));
    assertThat(dns.asked(), is(empty()));
  }

  @Test
  void onlyFailuresAreAskedAndWhatFollowsFromThem() {
    world().fails("example.nl", "MX", AnswerStatus.SERVFAIL);
    List<PlannedAnswer> first = look("run", only(MAIL), List.of(), false);
    dns.answer("example.nl", "MX", "10 mx.example").asked().clear();
    List<PlannedAnswer> second = look("run", only(MAIL), first, false);
    assertThat(
        dns.asked(),
        contains("example.nl MX", "mx.example A", "1.2.0.192.origin.asn.cymru.com TXT"));
    assertThat(byId(second).get("mx").status(), is(AnswerStatus.NOERROR));
    assertThat(byId(second).get("mx").attempts(), is(2));
    assertThat(byId(second).get("txt"), equalTo(byId(first).get("txt")));
  }

  /** Taken up again, a lookup comes to what it would have come to at once, in the same order. */
  @Test
  void sameAnswersAsAtOnce() {
    for (String failed : List.of("example.nl TXT", "mx.example A", "s.example TXT")) {
      world();
      List<PlannedAnswer> undisturbed = look("run", only(MAIL), List.of(), false);
      String[] question = failed.split(" ", 2);
      dns.fails(question[0], question[1], AnswerStatus.TIMEOUT);
      List<PlannedAnswer> broken = look("run", only(MAIL), List.of(), false);
      world();
      for (boolean inTurn : new boolean[] {false, true}) {
        List<PlannedAnswer> whole = look("run", only(MAIL), broken, inTurn);
        assertThat(
            whole.stream().map(LookupAgainTest::withoutAttempts).toList(),
            equalTo(undisturbed.stream().map(LookupAgainTest::withoutAttempts).toList()));
      }
    }
  }

  private static String withoutAttempts(PlannedAnswer planned) {
    Answer a = planned.answer();
    return planned.id() + ' ' + a.question() + ' ' + a.status() + ' ' + a.records();
  }

  @Test
  void failureThatFailsAgainHasAllItsAttempts() {
    dns.fails("example.nl", "MX", AnswerStatus.TIMEOUT);
    List<PlannedAnswer> answers = look("run", only("mx"), List.of(), false);
    dns.fails("example.nl", "MX", AnswerStatus.REFUSED);
    for (int attempts = 2; attempts <= 4; attempts++) {
      answers = look("run", only("mx"), answers, attempts % 2 == 0);
      assertThat(byId(answers).get("mx").attempts(), is(attempts));
      assertThat(byId(answers).get("mx").status(), is(AnswerStatus.REFUSED));
    }
  }

  @Test
  void failureStandsWhereTheQuestionCannotBeSent() {
    dns.fails("example.nl", "MX", AnswerStatus.SERVFAIL);
    List<PlannedAnswer> first = look("run", only("mx"), List.of(), false);
    Answer unsent =
        new AnswerReader()
            .notAsked(new Question("example.nl", "MX"), "no resolver answers", HeldClient.AT);
    assertThat(unsent.after(byId(first).get("mx")), equalTo(byId(first).get("mx")));
    assertThat(unsent.after(null), equalTo(unsent));
  }

  /** The label that nobody has is another one every day; yesterday's says the same. */
  @Test
  void controlOfAnotherDayIsKept() {
    LookupPlan plan = only("mx", "wildcard-a");
    List<PlannedAnswer> first = look("2026-04-01", plan, List.of(), false);
    dns.asked().clear();
    assertThat(look("2026-04-02", plan, first, false), equalTo(first));
    assertThat(dns.asked(), is(empty()));
  }

  @Test
  void failedControlIsAskedWithTodaysLabel() {
    LookupPlan plan = only("wildcard-a");
    Question yesterday = new Question("wkaaaa.example.nl", "A");
    Answer failure = HeldClient.of(yesterday.name(), yesterday.type(), AnswerStatus.SERVFAIL);
    List<PlannedAnswer> second =
        look("2026-04-02", plan, List.of(new PlannedAnswer("wildcard-a", failure)), false);
    assertThat(second, hasSize(1));
    assertThat(second.get(0).answer().status(), is(AnswerStatus.NXDOMAIN));
    assertThat(second.get(0).answer().attempts(), is(2));
    assertThat(dns.asked(), contains(second.get(0).answer().question().name() + " A"));
  }

  @Test
  void slowlyOneAfterTheOther() {
    world();
    look("run", only(MAIL), List.of(), true);
    assertThat(dns.mostUnderWay(), is(1));
  }

  private List<PlannedAnswer> silent(int answered, int failed) {
    List<PlannedAnswer> earlier = new ArrayList<>();
    List<String> types = List.of("MX", "TXT", "NS", "A", "AAAA");
    for (int i = 0; i < answered + failed; i++) {
      AnswerStatus status = i < answered ? AnswerStatus.NODATA : AnswerStatus.TIMEOUT;
      String type = types.get(i);
      String id = type.toLowerCase(java.util.Locale.ROOT);
      earlier.add(new PlannedAnswer(id, HeldClient.of("example.nl", type, status)));
      if (status.isFailure()) {
        dns.fails("example.nl", type, status);
      }
    }
    return earlier;
  }

  @Test
  void domainThatIsSilentAgainIsLeftAlone() {
    LookupPlan plan = only("mx", "txt", "ns", "a", "aaaa");
    List<PlannedAnswer> second = look("run", plan, silent(0, 5), true);
    assertThat(dns.asked(), contains("example.nl MX"));
    assertThat(byId(second).get("mx").attempts(), is(2));
    assertThat(byId(second).get("aaaa").attempts(), is(1));
    assertThat(byId(second).get("aaaa").status(), is(AnswerStatus.TIMEOUT));
  }

  /** Where most was answered, a single silence may be a packet that was lost. */
  @Test
  void twoSilencesInARowEndADomainThatMostlyAnswers() {
    LookupPlan plan = only("mx", "txt", "ns", "a", "aaaa");
    List<PlannedAnswer> earlier = silent(3, 2);
    dns.answer("example.nl", "AAAA", "2001:db8::1");
    List<PlannedAnswer> second = look("run", plan, earlier, true);
    assertThat(dns.asked(), contains("example.nl A", "example.nl AAAA"));
    assertThat(byId(second).get("aaaa").status(), is(AnswerStatus.NOERROR));
  }

  @Test
  void errorCodesAreNoSilence() {
    for (String type : List.of("MX", "TXT", "NS", "A", "AAAA")) {
      dns.fails("example.nl", type, AnswerStatus.REFUSED);
    }
    look("run", only("mx", "txt", "ns", "a", "aaaa"), List.of(), true);
    assertThat(dns.asked(), hasSize(5));
  }

  /** The answer before came on a thread that serves others: the fault must end the domain. */
  @Test
  void faultOfALaterQuestionEndsTheDomain() {
    LookupPace pace =
        new LookupPace(throwing(dns), dns, true, Duration.ofSeconds(60), Clock.systemUTC());
    List<DomainAnswers> done = new ArrayList<>();
    dns.hold("example.nl", "MX");
    new DomainLookup(
            "example.nl",
            new QuestionNames("run"),
            only("mx", "txt"),
            new EarlierAnswers(List.of()),
            pace,
            done::add)
        .start();
    assertThat(done, is(empty()));
    dns.release("example.nl", "MX");
    assertThat(done, hasSize(1));
    assertThat(done.get(0).fault().getMessage(), is("made up"));
  }

  /** Asks for MX records and breaks at all others. */
  private static DnsClient throwing(DnsClient client) {
    return new DnsClient() {
      @Override
      public void ask(Question question, Consumer<Answer> whenDone) {
        ask(question, new AwaitedAnswer(whenDone));
      }

      @Override
      public void ask(Question question, AwaitedAnswer awaited) {
        if (!question.type().equals("MX")) {
          throw new IllegalStateException("made up");
        }
        client.ask(question, awaited);
      }

      @Override
      public void close() {
        client.close();
      }
    };
  }
}
