package nl.wolkenkaart.world;

/** Something that a name server does wrong, for one name and everything below it. */
@FunctionalInterface
public interface Fault {

  /**
   * Replies to one question in place of the server: sends nothing, something else or several things
   * through the exchange. Called by the server's own threads, so it must not wait.
   */
  void reply(Exchange exchange);
}
