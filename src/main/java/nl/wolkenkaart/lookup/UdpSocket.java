package nl.wolkenkaart.lookup;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A UDP socket connected to one resolver: the kernel drops what comes from anywhere else. The
 * message id of each question is the number of a random free slot (RFC 5452, section 4.3), the
 * question's own id returns in the reply.
 */
final class UdpSocket implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UdpSocket.class);
  private static final int BUFFER_BYTES = 4 * 1024 * 1024;
  private static final int HEADER = 12;
  private static final int IDS = 65_536;
  private static final int TRIES_FOR_A_SLOT = 32;
  private static final int LONGEST_QUERY = 512;

  /** Written from outside the heap, where the kernel can take it without a copy. */
  private static final ThreadLocal<ByteBuffer> MESSAGE =
      ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(LONGEST_QUERY));

  private final DatagramChannel channel;
  private final AtomicReferenceArray<PendingReply> slots = new AtomicReferenceArray<>(IDS);
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile boolean retired;

  private UdpSocket(DatagramChannel channel) {
    this.channel = channel;
  }

  static UdpSocket connect(InetSocketAddress remote) throws IOException {
    DatagramChannel channel = DatagramChannel.open();
    try {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER_BYTES);
      channel.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER_BYTES);
      channel.connect(remote);
      return new UdpSocket(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  void register(Selector selector) throws ClosedChannelException {
    channel.register(selector, SelectionKey.OP_READ, this);
    selector.wakeup();
  }

  int sent() {
    return sent.get();
  }

  /**
   * Sends a question.
   *
   * @return false where this is retired: then nothing was sent and another socket has to
   */
  boolean send(PendingReply pending) throws IOException {
    // Counted first: what is counted keeps a socket that retires now from being closed.
    waiting.incrementAndGet();
    if (retired) {
      leave();
      return false;
    }
    int id;
    try {
      id = takeSlot(pending);
    } catch (IOException e) {
      leave();
      throw e;
    }
    sent.incrementAndGet();
    pending.onEnd(() -> giveBack(id, pending));
    ByteBuffer message = MESSAGE.get().clear();
    message.put(pending.query()).putShort(0, (short) id).flip();
    if (channel.write(message) == 0) {
      throw new IOException("the socket's send buffer is full");
    }
    return true;
  }

  private int takeSlot(PendingReply pending) throws IOException {
    for (int i = 0; i < TRIES_FOR_A_SLOT; i++) {
      int id = MessageIds.next();
      if (slots.compareAndSet(id, null, pending)) {
        return id;
      }
    }
    throw new IOException("no free message id");
  }

  private void giveBack(int id, PendingReply pending) {
    slots.compareAndSet(id, pending, null);
    leave();
  }

  private void leave() {
    if (waiting.decrementAndGet() == 0 && retired) {
      close();
    }
  }

  /** Reads all replies that are there; runs on the lane's thread. */
  void readAll(ByteBuffer buffer) {
    try {
      while (channel.isOpen()) {
        buffer.clear();
        if (channel.read(buffer) <= 0) {
          return;
        }
        accept(buffer.flip());
      }
    } catch (PortUnreachableException e) {
      // The host said that nobody listens; it does not say which question met that.
      failAll(e);
    } catch (IOException e) {
      LOG.debug("a socket could not be read", e);
      failAll(e);
    }
  }

  private void accept(ByteBuffer buffer) {
    if (buffer.remaining() < HEADER) {
      return;
    }
    byte[] reply = new byte[buffer.remaining()];
    buffer.get(reply);
    PendingReply pending = slots.get((reply[0] & 0xff) << 8 | (reply[1] & 0xff));
    // A reply nobody waits for, or to another question, is late or forged: it ends nothing.
    if (pending != null && pending.isAnsweredBy(reply)) {
      pending.complete(reply);
    }
  }

  private void failAll(IOException reason) {
    for (int id = 0; id < IDS; id++) {
      PendingReply pending = slots.get(id);
      if (pending != null) {
        pending.fail(reason);
      }
    }
  }

  /** Takes no more questions; closes when the last reply is in. */
  void retire() {
    retired = true;
    if (waiting.get() == 0) {
      close();
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.debug("a socket could not be closed", e);
    }
  }
}
