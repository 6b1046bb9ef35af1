package nl.wolkenkaart.world;

/**
 * Something that a name server or the network does wrong: for one name and everything below it, or
 * for all that a server sends.
 */
@FunctionalInterface
public interface Fault {
  /** Nothing is wrong: the right answer, for one name below a faulty one. */
  Fault NONE = exchange -> exchange.send(exchange.answer());

  /**
   * Replies to one question in place of the server: sends nothing, something else or several things
   * through the exchange. Called by the server's own threads, so it must not wait: what is to come
   * later is given to {@link Exchange#sendLater}.
   */
  void reply(Exchange exchange);

  /** This fault, done to each message that another one sends: {@code loss.after(SERVFAIL)}. */
  default Fault after(Fault first) {
    return exchange -> first.reply(exchange.through(this));
  }

  /** This fault's reply and then another one's: a forged reply before the right one, say. */
  default Fault and(Fault second) {
    return exchange -> {
      reply(exchange);
      second.reply(exchange);
    };
  }

  /** This fault for questions of one type; the right answer for others. */
  default Fault onlyFor(int type) {
    return exchange -> (exchange.type() == type ? this : NONE).reply(exchange);
  }

  /** This fault for every first, third, fifth try of a question; the right answer for others. */
  default Fault everyOtherTry() {
    return exchange -> (exchange.earlier() % 2 == 0 ? this : NONE).reply(exchange);
  }
}
