package nl.wolkenkaart.lookup;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.util.concurrent.CompletableFuture;

/**
 * Asks each question once, however many want it at the same moment or later. Answers are kept,
 * negative ones too; a failure is forgotten as soon as those who waited for it have it.
 */
public final class SharedAnswers implements DnsClient {
  private static final long MOST_ANSWERS = 200_000;

  private final DnsClient client;
  private final Cache<Question, CompletableFuture<Answer>> answers =
      CacheBuilder.newBuilder().maximumSize(MOST_ANSWERS).build();

  public SharedAnswers(DnsClient client) {
    this.client = client;
  }

  @Override
  public CompletableFuture<Answer> ask(Question question) {
    CompletableFuture<Answer> mine = new CompletableFuture<>();
    CompletableFuture<Answer> others = answers.asMap().putIfAbsent(question, mine);
    if (others != null) {
      return others;
    }
    client
        .ask(question)
        .thenAccept(
            answer -> {
              if (answer.status().isFailure()) {
                answers.asMap().remove(question, mine);
              }
              mine.complete(answer);
            });
    return mine;
  }

  @Override
  public void close() {
    client.close();
  }
}
