package nl.wolkenkaart.lookup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.Message;
import org.xbill.DNS.io.UdpIoClient;

/**
 * Sends questions over a few UDP sockets that stay open, instead of one socket per question as
 * dnsjava's own client does. Work is spread over lanes: each has a thread that reads replies, ends
 * overdue questions and runs what waits for them.
 */
final class UdpPool implements UdpIoClient, AutoCloseable {
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
  public CompletableFuture<byte[]> sendAndReceiveUdp(
      InetSocketAddress local,
      InetSocketAddress remote,
      Message query,
      byte[] data,
      int maximum,
      Duration timeout) {
    int lane = Math.floorMod(next.getAndIncrement(), lanes.size());
    return lanes.get(lane).send(remote, data, timeout);
  }

  @Override
  public void close() {
    lanes.forEach(UdpLane::close);
  }
}
