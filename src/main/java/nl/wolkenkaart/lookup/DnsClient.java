package nl.wolkenkaart.lookup;

import java.util.function.Consumer;

/** Asks questions. Safe for use by many threads. */
public interface DnsClient extends AutoCloseable {

  /**
   * Asks. The consumer is called exactly once, on whichever thread has the answer; the answer's
   * status says what went wrong, if something did. It must not block.
   */
  void ask(Question question, Consumer<Answer> whenDone);

  @Override
  void close();
}
