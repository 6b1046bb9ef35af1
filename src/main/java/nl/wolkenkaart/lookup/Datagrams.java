package nl.wolkenkaart.lookup;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.BiConsumer;

/** Sends a DNS message in one datagram and waits for the one that answers it. */
interface Datagrams {
  /**
   * Sends a message.
   *
   * @param whenDone called once: with the reply, which has the message's own id, or with the
   *     failure. On the thread that read the reply or found out; what it throws reaches that thread
   */
  void send(
      InetSocketAddress remote,
      byte[] query,
      Duration timeout,
      BiConsumer<byte[], Throwable> whenDone);
}
