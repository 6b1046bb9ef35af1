package nl.wolkenkaart.lookup;

import static nl.wolkenkaart.lookup.DomainDeadlineTest.only;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.sameInstance;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerRoomTest {

  private static Answer text(String... data) {
    return HeldClient.of("a.nl", "TXT", AnswerStatus.NOERROR, data);
  }

  @Test
  void usualAnswersAreLeftAlone() {
    AnswerRoom room = new AnswerRoom();
    Answer answer = text("\"one\"", "\"two\"");
    assertThat(room.fit(answer), is(sameInstance(answer)));
    Answer nothing = HeldClient.of("a.nl", "TXT", AnswerStatus.NXDOMAIN);
    assertThat(room.fit(nothing), is(sameInstance(nothing)));
  }

  /** A record of "a.nl" takes 128 bytes, four for its name, and its text. */
  @Test
  void recordThatFillsTheRoomToTheByteFits() {
    AnswerRoom room = new AnswerRoom();
    String half = "x".repeat(131_072 - 132);
    Answer full = text(half, half);
    assertThat(room.fit(full), is(sameInstance(full)));
    Answer next = room.fit(text("y"));
    assertThat(next.records(), hasSize(0));
    assertThat(next.cut(), is(true));
    assertThat(next.status(), is(AnswerStatus.NOERROR));
  }

  @Test
  void recordAfterOneThatWasTooLargeIsCutToo() {
    AnswerRoom room = new AnswerRoom();
    Answer cut = room.fit(text("small", "x".repeat(300_000), "small"));
    assertThat(cut.records(), hasSize(1));
    assertThat(cut.cut(), is(true));
    assertThat(room.fit(text("small")).records(), hasSize(0));
  }

  /** Forty SPF records of 64 KB are 2.6 MB: a domain keeps 256 KB of them. */
  @Test
  void domainThatSomebodyFilledStaysSmallAndSaysSo() {
    HeldClient dns = new HeldClient();
    StringBuilder includes = new StringBuilder("\"v=spf1");
    for (int i = 0; i < 40; i++) {
      includes.append(" include:s").append(i).append(".example");
      dns.answer("s" + i + ".example", "TXT", '"' + "x".repeat(65_000) + '"');
    }
    dns.answer("example.nl", "TXT", includes.append('"').toString());
    List<DomainAnswers> done = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      new DomainLookup(
              "example.nl", new QuestionNames("run"), only("txt", "spf"), dns, dns, done::add)
          .start();
    }
    List<PlannedAnswer> answers = done.get(0).answers();
    assertThat(answers, hasSize(41));
    int bytes = answers.stream().mapToInt(planned -> AnswerRoom.bytes(planned.answer())).sum();
    assertThat(bytes, is(lessThanOrEqualTo(256 * 1024 + 41 * 256)));
    long cut = answers.stream().filter(planned -> planned.answer().cut()).count();
    // Beside the first text, of some 900 bytes, four of 65,140 have room.
    assertThat(cut, is(36L));
    assertThat(done.get(1).answers(), equalTo(answers));
  }
}
