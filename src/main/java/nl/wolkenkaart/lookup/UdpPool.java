package nl.wolkenkaart.lookup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * Sends questions over a few UDP sockets that stay open, instead of one socket per question as
 * dnsjava's own client does. Work is spread over lanes: each has a thread that reads replies, ends
 * overdue questions and runs what waits for them.
 */
final class UdpPool implements Datagrams, AutoCloseable {
  /** Questions through one socket before it makes way for one on another random port. */
  private static final int QUESTIONS_PER_PORT = 25_000;

  private final List<UdpLane> lanes = new ArrayList<>();
  private final AtomicInteger next = new AtomicInteger();

  UdpPool(int lanes) {
    this(lanes, QUESTIONS_PER_PORT);
  }

  /**
   * @param questionsPerPort questions through one socket before it makes way for another
   */
  UdpPool(int lanes, int questionsPerPort) {
    try {
      for (int i = 0; i < lanes; i++) {
        this.lanes.add(UdpLane.open("dns-lane-" + i, questionsPerPort));
      }
    } catch (IOException e) {
      close();
      throw new UncheckedIOException("no UDP socket can be opened", e);
    }
  }

  @Override
  public void send(
      InetSocketAddress remote,
      byte[] query,
      Duration timeout,
      BiConsumer<byte[], Throwable> whenDone) {
    int lane = Math.floorMod(next.getAndIncrement(), lanes.size());
    lanes.get(lane).send(remote, query, timeout, whenDone);
  }

  @Override
  public void close() {
    lanes.forEach(UdpLane::close);
  }
}
