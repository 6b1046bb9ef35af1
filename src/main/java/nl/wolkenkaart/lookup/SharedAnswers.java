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
  private static final long MOST_ANSWERS = 200_000;

  private final DnsClient client;
  private final Cache<Question, Shared> answers =
      CacheBuilder.newBuilder().maximumSize(MOST_ANSWERS).build();

  public SharedAnswers(DnsClient client) {
    this.client = client;
  }

  @Override
  public void ask(Question question, Consumer<Answer> whenDone) {
    Shared mine = new Shared();
    Shared others = answers.asMap().putIfAbsent(question, mine);
    if (others != null) {
      others.whenDone(whenDone);
      return;
    }
    mine.whenDone(whenDone);
    try {
      client.ask(
          question,
          answer -> {
            if (answer.status().isFailure()) {
              answers.asMap().remove(question, mine);
            }
            mine.complete(answer);
          });
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
  private static final class Shared {
    private List<Consumer<Answer>> waiting = new ArrayList<>(1);
    private Answer answer;

    void whenDone(Consumer<Answer> consumer) {
      synchronized (this) {
        if (answer == null) {
          waiting.add(consumer);
          return;
        }
      }
      consumer.accept(answer);
    }

    void complete(Answer done) {
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
  }
}
