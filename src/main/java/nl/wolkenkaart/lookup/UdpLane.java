package nl.wolkenkaart.lookup;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread with its sockets: it reads replies and ends overdue questions. */
final class UdpLane implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UdpLane.class);
  private static final int LONGEST_REPLY = 65_535;
  private static final String CLOSED = "the client was closed";
  private static final long TICK_MILLIS = 20;

  private final int questionsPerPort;
  private final Selector selector;
  private final Thread thread;
  private final Map<InetSocketAddress, UdpSocket> current = new ConcurrentHashMap<>();

  /**
   * Open questions by the length of their time-out: in each queue the first is the first overdue.
   */
  private final Map<Duration, Queue<PendingReply>> overdue = new ConcurrentHashMap<>();

  private final ByteBuffer reply = ByteBuffer.allocateDirect(LONGEST_REPLY);
  private volatile boolean open = true;

  private UdpLane(String name, int questionsPerPort) throws IOException {
    this.questionsPerPort = questionsPerPort;
    selector = Selector.open();
    thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  static UdpLane open(String name, int questionsPerPort) throws IOException {
    UdpLane lane = new UdpLane(name, questionsPerPort);
    lane.thread.start();
    return lane;
  }

  /** See {@link Datagrams#send}. */
  void send(
      InetSocketAddress remote,
      byte[] query,
      Duration timeout,
      BiConsumer<byte[], Throwable> whenDone) {
    PendingReply pending = new PendingReply(query, System.nanoTime() + timeout.toNanos(), whenDone);
    try {
      // Queued first, so that whatever becomes of the socket, it ends.
      overdue.computeIfAbsent(timeout, t -> new ConcurrentLinkedQueue<>()).add(pending);
      while (!socketTo(remote).send(pending)) {
        // Retired since it was chosen: the next one is there already.
      }
    } catch (IOException e) {
      pending.fail(e);
    }
  }

  private UdpSocket socketTo(InetSocketAddress remote) throws IOException {
    UdpSocket socket = current.get(remote);
    if (socket != null && socket.sent() < questionsPerPort) {
      return socket;
    }
    synchronized (current) {
      socket = current.get(remote);
      if (socket == null || socket.sent() >= questionsPerPort) {
        if (!open) {
          throw new IOException(CLOSED);
        }
        UdpSocket fresh = UdpSocket.connect(remote);
        fresh.register(selector);
        UdpSocket worn = current.put(remote, fresh);
        if (worn != null) {
          worn.retire();
        }
        socket = fresh;
      }
      return socket;
    }
  }

  private void run() {
    while (open) {
      try {
        selector.select(this::read, TICK_MILLIS);
        endOverdue(System.nanoTime());
      } catch (IOException | RuntimeException e) {
        // What waits for a reply runs on this thread: its fault must not end the lane.
        LOG.error("a reply could not be handled", e);
      }
    }
  }

  private void read(SelectionKey key) {
    if (key.isValid()) {
      ((UdpSocket) key.attachment()).readAll(reply);
    }
  }

  private void endOverdue(long now) {
    for (Queue<PendingReply> queue : overdue.values()) {
      for (PendingReply first = queue.peek();
          first != null && (first.isDone() || first.isOverdue(now));
          first = queue.peek()) {
        queue.poll();
        if (!first.isDone()) {
          first.fail(new SocketTimeoutException("no reply in time"));
        }
      }
    }
  }

  @Override
  public void close() {
    synchronized (current) {
      open = false;
      current.values().forEach(UdpSocket::close);
    }
    selector.wakeup();
    try {
      thread.join(1_000);
      selector.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("a selector could not be closed", e);
    }
    IOException closed = new IOException(CLOSED);
    overdue.values().forEach(queue -> queue.forEach(pending -> pending.fail(closed)));
  }
}
