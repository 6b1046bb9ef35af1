package nl.wolkenkaart.observation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import nl.wolkenkaart.lookup.Answer;
import nl.wolkenkaart.lookup.AnswerStatus;
import nl.wolkenkaart.lookup.PlannedAnswer;
import nl.wolkenkaart.lookup.Question;
import nl.wolkenkaart.lookup.ResourceRecord;
import org.junit.jupiter.api.Test;

class ObservationsTest {
  static final Instant AT = Instant.parse("2026-04-01T12:00:00.123Z");

  static PlannedAnswer answer(String id, String name, String type, String... data) {
    List<ResourceRecord> records = new ArrayList<>();
    for (String text : data) {
      records.add(new ResourceRecord(name, type, 300, text));
    }
    AnswerStatus status = data.length == 0 ? AnswerStatus.NODATA : AnswerStatus.NOERROR;
    return new PlannedAnswer(
        id,
        new Answer(
            new Question(name, type),
            status,
            null,
            records,
            List.of(),
            false,
            false,
            "192.0.2.53:53",
            1,
            AT,
            7));
  }

  @Test
  void sortedByQuestionNameAndType() {
    List<PlannedAnswer> answers = new ArrayList<>();
    answers.add(answer("a", "example.nl", "A"));
    answers.add(answer("mail-host-a", "a.example", "A"));
    answers.add(answer("mail-host-a", "a.example", "AAAA"));
    answers.add(answer("mail-host-a", "b.example", "A"));
    answers.add(answer("mx", "example.nl", "MX"));
    DomainObservation sorted = Observations.of("example.nl", "1-abc", answers);
    Collections.reverse(answers);
    assertThat(Observations.of("example.nl", "1-abc", answers), equalTo(sorted));
    assertThat(
        sorted.getAnswers().stream()
            .map(a -> a.getQuestion() + " " + a.getName() + " " + a.getType())
            .toList(),
        contains(
            "a example.nl A",
            "mail-host-a a.example A",
            "mail-host-a a.example AAAA",
            "mail-host-a b.example A",
            "mx example.nl MX"));
  }

  @Test
  void everyFieldInItsPlace() {
    Answer seen =
        new Answer(
            new Question("www.example.nl", "A"),
            AnswerStatus.NOERROR,
            null,
            List.of(new ResourceRecord("web.example", "A", 60, "192.0.2.1")),
            List.of("alias.example", "web.example"),
            true,
            true,
            "[2001:db8::53]:5300",
            3,
            AT,
            42);
    DomainObservation domain =
        Observations.of("example.nl", "1-abc", List.of(new PlannedAnswer("www-a", seen)));
    assertThat(domain.getDomain(), is("example.nl"));
    assertThat(domain.getPlan(), is("1-abc"));
    assertThat(
        domain.getAnswers(),
        contains(
            new ObservedAnswer(
                "www-a",
                "www.example.nl",
                "A",
                "NOERROR",
                null,
                List.of(new ObservedRecord("web.example", "A", 60L, "192.0.2.1")),
                List.of("alias.example", "web.example"),
                true,
                true,
                "[2001:db8::53]:5300",
                3,
                AT,
                42)));
  }

  @Test
  void failureKeepsItsReason() {
    Answer failed =
        new Answer(
            new Question("example.nl", "MX"),
            AnswerStatus.NOT_ASKED,
            "no resolver answers",
            List.of(),
            List.of(),
            false,
            false,
            null,
            0,
            AT,
            0);
    ObservedAnswer answer =
        Observations.of("example.nl", "1-abc", List.of(new PlannedAnswer("mx", failed)))
            .getAnswers()
            .get(0);
    assertThat(answer.getStatus(), is("NOT_ASKED"));
    assertThat(answer.getReason(), is("no resolver answers"));
    assertThat(answer.getResolver(), is(nullValue()));
    assertThat(answer.getAttempts(), is(0));
  }

  @Test
  void indexFindsByQuestionAndByName() {
    AnswerIndex index =
        new AnswerIndex(
            Observations.of(
                "example.nl",
                "1-abc",
                List.of(
                    answer("mail-host-a", "b.example", "A", "192.0.2.2"),
                    answer("mail-host-a", "a.example", "A", "192.0.2.1"),
                    answer("mx", "example.nl", "MX", "10 a.example"))));
    assertThat(index.domain(), is("example.nl"));
    assertThat(index.one("mx").orElseThrow().getType(), is("MX"));
    assertThat(index.one("txt"), is(Optional.empty()));
    assertThat(
        index.all("mail-host-a").stream().map(ObservedAnswer::getName).toList(),
        contains("a.example", "b.example"));
    assertThat(index.all("tlsa"), is(empty()));
    assertThat(index.find("b.example", "A").orElseThrow().getQuestion(), is("mail-host-a"));
    assertThat(index.find("b.example", "AAAA"), is(Optional.empty()));
    assertThat(index.find("B.example", "A"), is(Optional.empty()));
  }
}
