package nl.wolkenkaart.lookup;

import java.util.concurrent.CompletableFuture;

/**
 * Asks questions. Safe for use by many threads; a future never fails, its answer's status says what
 * went wrong.
 */
public interface DnsClient extends AutoCloseable {

  CompletableFuture<Answer> ask(Question question);

  @Override
  void close();
}
