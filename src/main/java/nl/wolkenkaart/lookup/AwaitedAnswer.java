package nl.wolkenkaart.lookup;

import java.util.function.Consumer;

/**
 * An answer that somebody waits for, and where its question is meanwhile: waiting for its turn, or
 * with a resolver. Written by whoever asks, read by whoever watches the clock.
 */
public final class AwaitedAnswer implements Consumer<Answer> {
  private final Consumer<Answer> whenDone;
  private volatile AwaitedAnswer first;
  private volatile String resolver;
  private volatile int sent;
  private volatile boolean withResolver;
  private volatile boolean unwanted;

  /** Somebody who waits; called once, with the answer. */
  public AwaitedAnswer(Consumer<Answer> whenDone) {
    this.whenDone = whenDone;
  }

  /** The question goes to a resolver, for the first time or again. One thread at a time. */
  void goesTo(String address) {
    int before = sent;
    resolver = address;
    sent = before + 1;
    withResolver = true;
  }

  /** It came back with something: the answer, or a failure after which it waits to go again. */
  void cameBack() {
    withResolver = false;
  }

  /** Somebody else asks the same question already, and this one waits for that answer. */
  void waitsBehind(AwaitedAnswer other) {
    first = other;
  }

  /** Nobody waits any more: it need not be sent again. */
  void giveUp() {
    unwanted = true;
  }

  boolean isUnwanted() {
    return unwanted;
  }

  /** Whether the question is with a resolver at this moment; waiting for its turn it is not. */
  boolean isWithResolver() {
    AwaitedAnswer asked = first;
    return asked == null ? withResolver : asked.isWithResolver();
  }

  /** How often it was sent so far. */
  int sent() {
    AwaitedAnswer asked = first;
    return asked == null ? sent : asked.sent();
  }

  /** Where it was sent last, {@code address:port}; null when it was not, or the client hides it. */
  String resolver() {
    AwaitedAnswer asked = first;
    return asked == null ? resolver : asked.resolver();
  }

  @Override
  public void accept(Answer answer) {
    whenDone.accept(answer);
  }
}
