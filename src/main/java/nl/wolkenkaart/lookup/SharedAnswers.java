package nl.wolkenkaart.lookup;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks each question once, however many want it at the same moment or later. Answers are kept,
 * negative ones too; a failure is forgotten as soon as those who waited for it have it.
 */
public final class SharedAnswers implements DnsClient {
  private static final Logger LOG = LoggerFactory.getLogger(SharedAnswers.class);

  /** What the answers kept may take, estimated as {@link AnswerRoom#bytes} does. */
  private static final long MOST_BYTES = 128L << 20;

  private final DnsClient client;
  private final Cache<Question, Shared> answers;

  public SharedAnswers(DnsClient client) {
    this(
        client,
        CacheBuilder.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Question question, Shared shared) -> shared.bytes())
            .build());
  }

  private SharedAnswers(DnsClient client, Cache<Question, Shared> answers) {
    this.client = client;
    this.answers = answers;
  }

  /** The same answers, and another client that asks what is not among them. */
  SharedAnswers askedBy(DnsClient other) {
    return new SharedAnswers(other, answers);
  }

  @Override
  public void ask(Question question, Consumer<Answer> whenDone) {
    ask(question, new AwaitedAnswer(whenDone));
  }

  @Override
  public void ask(Question question, AwaitedAnswer whenDone) {
    Shared mine = new Shared(question);
    Shared others = answers.asMap().putIfAbsent(question, mine);
    if (others != null) {
      others.whenDone(whenDone);
      return;
    }
    mine.whenDone(whenDone);
    try {
      client.ask(question, mine.asked);
    } catch (RuntimeException e) {
      answers.asMap().remove(question, mine);
      throw e;
    }
  }

  @Override
  public void close() {
    client.close();
  }

  /** One question under way, or its answer. */
  private final class Shared {
    final Question question;
    final AwaitedAnswer asked = new AwaitedAnswer(this::take);
    private List<Consumer<Answer>> waiting = new ArrayList<>(1);
    private Answer answer;

    Shared(Question question) {
      this.question = question;
    }

    void whenDone(AwaitedAnswer awaited) {
      awaited.waitsBehind(asked);
      synchronized (this) {
        if (answer == null) {
          waiting.add(awaited);
          return;
        }
      }
      awaited.accept(answer);
    }

    private void take(Answer done) {
      if (done.status().isFailure()) {
        answers.asMap().remove(question, this);
        complete(done);
      } else {
        complete(done);
        // Put again to be weighed with its answer.
        answers.asMap().replace(question, this, this);
      }
    }

    private void complete(Answer done) {
      List<Consumer<Answer>> all;
      synchronized (this) {
        answer = done;
        all = waiting;
        waiting = List.of();
      }
      all.forEach(consumer -> give(done, consumer));
    }

    /** One who throws must not keep the answer from the others. */
    private static void give(Answer done, Consumer<Answer> consumer) {
      try {
        consumer.accept(done);
      } catch (RuntimeException e) {
        LOG.error("an answer could not be handled", e);
      }
    }

    synchronized int bytes() {
      return answer == null ? AnswerRoom.BYTES_PER_ANSWER : AnswerRoom.bytes(answer);
    }
  }
}
