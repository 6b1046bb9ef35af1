package nl.wolkenkaart.lookup.faults;

import static nl.wolkenkaart.lookup.faults.Asking.told;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import nl.wolkenkaart.lookup.Answer;
import nl.wolkenkaart.lookup.AnswerStatus;
import nl.wolkenkaart.lookup.Question;
import nl.wolkenkaart.world.Fault;
import nl.wolkenkaart.world.StandardFault;
import nl.wolkenkaart.world.Weather;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One fault after the other, and what must come out: status, attempts, records. */
class FaultsTest {
  private static final String ZONE =
      """
      . 3600 IN SOA ns.world.invalid. hostmaster.world.invalid. 1 3600 600 86400 300
      bad.example. 3600 IN MX 10 mx.bad.example.
      bad.example. 3600 IN A 192.0.2.1
      """;

  private static final int MX = 15;

  private static Asking bad(Fault fault) throws IOException {
    return Asking.of(ZONE, Map.of("bad.example", fault));
  }

  private static Asking hurried(Fault everywhere) throws IOException {
    return Asking.hurried(ZONE, everywhere, 20, 1_000);
  }

  @ParameterizedTest
  @EnumSource(names = {"SILENT", "OTHER_PORT", "WRONG_ID", "WRONG_QUESTION", "GARBAGE"})
  void whatIsNoAnswerToTheQuestionIsWaitedOut(StandardFault fault) throws Exception {
    try (Asking asking = hurried(fault)) {
      assertThat(asking.came("bad.example", "MX"), is("TIMEOUT after 8 []"));
      assertThat(asking.counters().sentSoFar(), is(8L));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"OTHER_PORT", "WRONG_ID", "WRONG_QUESTION", "GARBAGE", "DUPLICATE"})
  void whatIsNoAnswerToTheQuestionDoesNotKeepTheAnswerOut(StandardFault fault) throws Exception {
    try (Asking asking = bad(fault.and(Fault.NONE))) {
      assertThat(asking.came("bad.example", "MX"), is("NOERROR after 1 [10 mx.bad.example]"));
      assertThat(
          "nor that of the next",
          asking.came("bad.example", "A"),
          is("NOERROR after 1 [192.0.2.1]"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HALVE", "GARBAGE_RECORDS"})
  void whatCannotBeReadIsMalformed(StandardFault fault) throws Exception {
    try (Asking asking = bad(fault)) {
      assertThat(asking.came("bad.example", "MX"), is("MALFORMED after 4 []"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SERVFAIL", "REFUSED"})
  void codesAreAskedAgainButNotForEver(StandardFault fault) throws Exception {
    try (Asking asking = bad(fault)) {
      assertThat(asking.came("bad.example", "MX"), is(fault + " after 4 []"));
    }
  }

  @Test
  void servfailOnEveryOtherTryIsAnAnswerAtTheSecond() throws Exception {
    try (Asking asking = bad(StandardFault.SERVFAIL.everyOtherTry())) {
      assertThat(asking.came("bad.example", "MX"), is("NOERROR after 2 [10 mx.bad.example]"));
    }
  }

  @Test
  void refusedForOneTypeSaysNothingOfOthers() throws Exception {
    try (Asking asking = bad(StandardFault.REFUSED.onlyFor(MX))) {
      assertThat(asking.came("bad.example", "MX"), is("REFUSED after 4 []"));
      assertThat(asking.came("bad.example", "A"), is("NOERROR after 1 [192.0.2.1]"));
      assertThat(asking.came("bad.example", "TXT"), is("NODATA after 1 []"));
    }
  }

  @Test
  void lostFirstIsAskedAgain() throws Exception {
    try (Asking asking = bad(StandardFault.FLAKY)) {
      assertThat(asking.came("bad.example", "MX"), is("NOERROR after 2 [10 mx.bad.example]"));
    }
  }

  @Test
  void lateIsNotLost() throws Exception {
    try (Asking asking = bad(Weather.delay(400))) {
      Answer answer = asking.ask("bad.example", "MX");
      assertThat(told(answer), is("NOERROR after 1 [10 mx.bad.example]"));
      assertThat(answer.roundTripMillis(), is(greaterThanOrEqualTo(400)));
    }
  }

  @Test
  void slowResolverIsWaitedForInsteadOfAskedTwice() throws Exception {
    try (Asking asking = Asking.hurried(ZONE, Weather.delay(320), 1, 1_000)) {
      for (int i = 0; i < 12; i++) {
        assertThat(told(asking.ask("bad.example", "A")).substring(0, 7), is("NOERROR"));
      }
      // 12, and a few where this machine was slow; with a wait of 300 ms it would be 24.
      assertThat(asking.counters().sentSoFar(), is(lessThan(16L)));
    }
  }

  @Test
  void twiceIsOnce() throws Exception {
    try (Asking asking = hurried(StandardFault.DUPLICATE)) {
      List<Answer> answers = asking.ask(hosts(200));
      assertThat(answers, hasSize(200));
      assertThat(asking.counters().endedSoFar(), is(200L));
    }
  }

  @Test
  void disorderMixesNothingUp() throws Exception {
    StringBuilder zone = new StringBuilder();
    hosts(200).forEach(q -> zone.append(q.name()).append(". 60 IN A ").append(own(q)).append('\n'));
    try (Asking asking = Asking.of(zone.toString(), Map.of("example", StandardFault.REORDER))) {
      for (Answer answer : asking.ask(hosts(200))) {
        assertThat(told(answer), is("NOERROR after 1 [" + own(answer.question()) + "]"));
      }
    }
  }

  private static List<Question> hosts(int number) {
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      questions.add(new Question("h" + i + ".example", "A"));
    }
    return questions;
  }

  /** The address that only this host has. */
  private static String own(Question question) {
    return "192.0.2." + question.name().replaceAll("[^0-9]", "");
  }

  @Test
  void truncatedOverUdpIsWholeOverTcp() throws Exception {
    try (Asking asking = bad(StandardFault.TRUNCATE_UDP)) {
      assertThat(asking.came("bad.example", "MX"), is("NOERROR after 1 [10 mx.bad.example]"));
    }
  }

  @Test
  void textOf64KilobytesComesWhole() throws Exception {
    StringBuilder zone = new StringBuilder("big.example. 60 IN TXT");
    for (int i = 0; i < 255; i++) {
      zone.append(" \"").append("x".repeat(255)).append('"');
    }
    try (Asking asking = Asking.of(zone + "\n", Map.of())) {
      Answer answer = asking.ask("big.example", "TXT");
      assertThat(answer.status(), is(AnswerStatus.NOERROR));
      assertThat(answer.attempts(), is(1));
      // 255 strings of 255 letters and 254 spaces between them; those without a space in them need
      // no
      // quotes.
      assertThat(answer.records().get(0).data().length(), is(65_279));
      assertThat(answer.cut(), is(false));
    }
  }

  @Test
  void tcpThatBreaksOffIsNoAnswer() throws Exception {
    try (Asking asking = bad(StandardFault.BREAK_TCP)) {
      assertThat(asking.came("bad.example", "MX"), is("TCP_FAILED after 4 []"));
    }
  }

  @Test
  void tcpThatBreaksOffOnceIsAskedAgain() throws Exception {
    try (Asking asking =
        bad(StandardFault.BREAK_TCP.everyOtherTry().after(StandardFault.TRUNCATE_UDP))) {
      assertThat(asking.came("bad.example", "MX"), is("NOERROR after 2 [10 mx.bad.example]"));
    }
  }

  @Test
  void noSuchNameHasNoRecords() throws Exception {
    try (Asking asking = bad(StandardFault.NXDOMAIN_WITH_ANSWERS)) {
      assertThat(asking.came("bad.example", "MX"), is("NXDOMAIN after 1 []"));
    }
  }

  @Test
  void aliasesInACircleAreSaid() throws Exception {
    String zone = "a.example. 60 IN CNAME b.example.\nb.example. 60 IN CNAME a.example.\n";
    try (Asking asking = Asking.of(zone, Map.of())) {
      assertThat(asking.came("a.example", "A"), is("CNAME_LOOP after 1 []"));
    }
  }

  @Test
  void aliasesAreFollowedEightTimes() throws Exception {
    StringBuilder zone = new StringBuilder("c30.example. 60 IN A 192.0.2.30\n");
    for (int i = 0; i < 30; i++) {
      zone.append("c%d.example. 60 IN CNAME c%d.example.%n".formatted(i, i + 1));
    }
    try (Asking asking = Asking.of(zone.toString(), Map.of())) {
      assertThat("30", asking.came("c0.example", "A"), is("CNAME_LOOP after 1 []"));
      assertThat("9", asking.came("c21.example", "A"), is("CNAME_LOOP after 1 []"));
      Answer eight = asking.ask("c22.example", "A");
      assertThat(told(eight), is("NOERROR after 1 [192.0.2.30]"));
      assertThat(
          eight.chain(),
          contains(
              "c23.example",
              "c24.example",
              "c25.example",
              "c26.example",
              "c27.example",
              "c28.example",
              "c29.example",
              "c30.example"));
    }
  }

  @Test
  void faultsAddUp() throws Exception {
    Fault fault = StandardFault.DUPLICATE.after(Weather.delay(50).after(StandardFault.SERVFAIL));
    try (Asking asking = bad(fault)) {
      Answer answer = asking.ask("bad.example", "A");
      assertThat(told(answer), is("SERVFAIL after 4 []"));
      assertThat(answer.roundTripMillis(), is(greaterThanOrEqualTo(50)));
    }
  }

  /** A server that hangs for 5 s costs time and no answer, also where many wait for it. */
  @Test
  void fiveSecondsOfSilenceLoseNothing() throws Exception {
    String zone = ". 60 IN SOA a. b. 1 1 1 1 60\n*.example. 60 IN A 192.0.2.1\n";
    try (Asking asking = Asking.of(zone, Map.of())) {
      assertThat(asking.came("before.example", "A"), is("NOERROR after 1 [192.0.2.1]"));
      asking.server().hangFor(Duration.ofSeconds(5));
      long begin = System.nanoTime();
      BlockingQueue<Answer> ended = asking.start(hosts(5_000));
      List<Answer> answers = Asking.await(ended, 5_000);
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      assertThat(
          answers.stream().map(Answer::status).toList(), everyItem(is(AnswerStatus.NOERROR)));
      assertThat(took, is(greaterThanOrEqualTo(Duration.ofSeconds(4))));
      assertThat(took, is(lessThan(Duration.ofSeconds(15))));
    }
  }
}
