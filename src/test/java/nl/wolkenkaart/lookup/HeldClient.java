package nl.wolkenkaart.lookup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A client that answers at once what it was told to, NXDOMAIN to the rest, and keeps what it was
 * told to hold: with a resolver, or waiting for its turn.
 */
final class HeldClient implements DnsClient {
  static final Instant AT = Instant.parse("2026-04-01T12:00:00Z");

  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final Map<String, Boolean> held = new ConcurrentHashMap<>();
  private final Map<String, AwaitedAnswer> waiting = new ConcurrentHashMap<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger mostUnderWay = new AtomicInteger();

  static Answer of(String name, String type, AnswerStatus status, String... data) {
    List<ResourceRecord> records = new ArrayList<>();
    for (String text : data) {
      records.add(new ResourceRecord(name, type, 300, text));
    }
    String reason = status.isFailure() ? "made up" : null;
    Question question = new Question(name, type);
    return new Answer(
        question, status, reason, records, List.of(), false, false, "192.0.2.53:53", 1, AT, 3);
  }

  HeldClient answer(String name, String type, String... data) {
    answers.put(name + ' ' + type, of(name, type, AnswerStatus.NOERROR, data));
    return this;
  }

  HeldClient fails(String name, String type, AnswerStatus status) {
    answers.put(name + ' ' + type, of(name, type, status));
    return this;
  }

  /** Keeps a question with a resolver that says nothing. */
  HeldClient hold(String name, String type) {
    held.put(name + ' ' + type, true);
    return this;
  }

  /** Keeps a question waiting for its turn. */
  HeldClient keepWaiting(String name, String type) {
    held.put(name + ' ' + type, false);
    return this;
  }

  /** Answers what was held. */
  void release(String name, String type) {
    String question = name + ' ' + type;
    waiting.remove(question).accept(given(new Question(name, type)));
  }

  AwaitedAnswer waiting(String name, String type) {
    return waiting.get(name + ' ' + type);
  }

  /** What was asked, as {@code "example.nl MX"}. */
  List<String> asked() {
    return asked;
  }

  int mostUnderWay() {
    return mostUnderWay.get();
  }

  @Override
  public void ask(Question question, Consumer<Answer> whenDone) {
    ask(question, new AwaitedAnswer(whenDone));
  }

  @Override
  public void ask(Question question, AwaitedAnswer awaited) {
    String text = question.name() + ' ' + question.type();
    asked.add(text);
    mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
    Boolean withResolver = held.get(text);
    if (withResolver != null) {
      if (withResolver) {
        awaited.goesTo("192.0.2.53:53");
      }
      waiting.put(text, awaited);
      return;
    }
    underWay.decrementAndGet();
    awaited.accept(given(question));
  }

  private Answer given(Question question) {
    Answer answer = answers.get(question.name() + ' ' + question.type());
    return answer != null ? answer : of(question.name(), question.type(), AnswerStatus.NXDOMAIN);
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
