package nl.wolkenkaart.lookup;

import java.util.function.Consumer;

/** Asks questions. Safe for use by many threads. */
public interface DnsClient extends AutoCloseable {

  /**
   * Asks. The consumer is called exactly once, on whichever thread has the answer; the answer's
   * status says what went wrong, if something did. It must not block.
   */
  void ask(Question question, Consumer<Answer> whenDone);

  /**
   * Asks for somebody who watches the clock. A client that does not know when a question waits and
   * when it is with a resolver counts all of the time as the resolver's.
   */
  default void ask(Question question, AwaitedAnswer awaited) {
    awaited.goesTo(null);
    Consumer<Answer> whenDone = awaited;
    ask(question, whenDone);
  }

  @Override
  void close();
}
