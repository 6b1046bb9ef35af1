package nl.wolkenkaart.lookup;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One question of a domain, and which of the plan's questions it answers. */
final class AskedQuestion {
  private final Question question;
  private final DnsClient client;
  private final Answer earlier;
  private final Set<String> ids = new LinkedHashSet<>();
  private Answer answer;

  /**
   * @param client asks it
   * @param earlier what became of it before, null for nothing
   */
  AskedQuestion(String id, Question question, DnsClient client, Answer earlier) {
    this.question = question;
    this.client = client;
    this.earlier = earlier;
    ids.add(id);
  }

  /** The plan's question that it was asked for first. */
  String id() {
    return ids.iterator().next();
  }

  List<String> ids() {
    return List.copyOf(ids);
  }

  /** Another of the plan's questions that it answers; whether that is news. */
  boolean answersToo(String id) {
    return ids.add(id);
  }

  /** Its answer; null before it was taken. */
  Answer answer() {
    return answer;
  }

  void take(Answer taken) {
    answer = taken;
  }

  /** An answer that stands and need not be asked for; null when there is none. */
  Answer known() {
    return earlier != null && earlier.status().isAnswer() ? earlier : null;
  }

  void ask(AwaitedAnswer awaited) {
    client.ask(question, awaited);
  }

  /** What came, with the attempts of an earlier failure added up. */
  Answer after(Answer came) {
    return came.after(earlier);
  }

  /**
   * What is recorded where nobody waits any longer: a question that was sent met silence, one that
   * was not is not asked.
   *
   * @param awaited null when it has not come to asking
   */
  Answer ended(AwaitedAnswer awaited, String reason, Instant at) {
    int sent = awaited == null ? 0 : awaited.sent();
    return new Answer(
        question,
        sent > 0 ? AnswerStatus.TIMEOUT : AnswerStatus.NOT_ASKED,
        reason,
        List.of(),
        List.of(),
        false,
        false,
        sent > 0 ? awaited.resolver() : null,
        sent,
        at,
        0);
  }
}
