package nl.wolkenkaart.lookup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A client that answers from what it was told and remembers what it was asked. */
final class Recorded implements DnsClient {
  static final Instant AT = Instant.parse("2026-04-01T12:00:00Z");

  private final Map<Question, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final Executor executor;

  /** Answers at once, on the thread that asks. */
  Recorded() {
    this(Runnable::run);
  }

  Recorded(Executor executor) {
    this.executor = executor;
  }

  /** Every other question gets NXDOMAIN. */
  Recorded answer(String name, String type, String... data) {
    Question question = new Question(name, type);
    answers.put(question, of(question, AnswerStatus.NOERROR, data));
    return this;
  }

  Recorded fails(String name, String type, AnswerStatus status) {
    Question question = new Question(name, type);
    answers.put(question, of(question, status));
    return this;
  }

  /** An answer whose records all belong to the name asked. */
  static Answer of(Question question, AnswerStatus status, String... data) {
    List<ResourceRecord> records = new ArrayList<>();
    for (String text : data) {
      records.add(new ResourceRecord(question.name(), question.type(), 300, text));
    }
    String reason = status.isFailure() ? "made up" : null;
    return new Answer(
        question, status, reason, records, List.of(), false, false, "192.0.2.53:53", 1, AT, 3);
  }

  /** What was asked, as {@code "example.nl MX"}. */
  List<String> asked() {
    return asked;
  }

  @Override
  public void ask(Question question, Consumer<Answer> whenDone) {
    asked.add(question.name() + " " + question.type());
    Answer answer = answers.get(question);
    Answer given = answer != null ? answer : of(question, AnswerStatus.NXDOMAIN);
    executor.execute(() -> whenDone.accept(given));
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
