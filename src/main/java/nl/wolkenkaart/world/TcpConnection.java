package nl.wolkenkaart.world;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.BiConsumer;

/**
 * One connection: questions and answers, each behind two bytes of length (RFC 1035, section 4.2.2),
 * any number of them (RFC 7766, section 6.2.1).
 */
final class TcpConnection {
  /** A query is one name and perhaps an OPT record: more than this is none. */
  private static final int LARGEST_QUERY = 4096;

  private final SocketChannel channel;
  private final SelectionKey key;
  private final BiConsumer<Integer, Runnable> later;
  private final ByteBuffer in = ByteBuffer.allocate(2 + LARGEST_QUERY);
  private final Queue<ByteBuffer> out = new ArrayDeque<>();
  private boolean ending;

  /**
   * @param later runs something so many milliseconds later on this connection's own thread
   */
  TcpConnection(SocketChannel channel, SelectionKey key, BiConsumer<Integer, Runnable> later) {
    this.channel = channel;
    this.key = key;
    this.later = later;
  }

  /**
   * Reads and writes what can be without waiting.
   *
   * @return false when the connection is done with
   */
  boolean serve(Responder responder, Answerer answerer) throws IOException {
    // While answers wait for a slow reader, nothing more is read: it cannot make us keep many.
    if (out.isEmpty()) {
      if (channel.read(in) < 0) {
        return false;
      }
      in.flip();
      while (in.remaining() >= 2 && in.remaining() - 2 >= nextLength()) {
        byte[] query = new byte[in.getShort() & 0xFFFF];
        in.get(query);
        reply(query, responder, answerer);
      }
      if (in.remaining() >= 2 && nextLength() > LARGEST_QUERY) {
        return false;
      }
      in.compact();
    }
    return write();
  }

  /** Writes what can be; false when the connection is done with. */
  private boolean write() throws IOException {
    while (!out.isEmpty()) {
      channel.write(out.peek());
      if (out.peek().hasRemaining()) {
        break;
      }
      out.remove();
    }
    key.interestOps(out.isEmpty() ? SelectionKey.OP_READ : SelectionKey.OP_WRITE);
    return !(ending && out.isEmpty());
  }

  private int nextLength() {
    return in.getShort(in.position()) & 0xFFFF;
  }

  private void reply(byte[] query, Responder responder, Answerer answerer) {
    int length = answerer.answer(query, query.length, true);
    if (length == 0 || responder.isSilent()) {
      return;
    }
    if (responder.meddlesWith(answerer)) {
      responder.replyWithFault(answerer, length, true, new Stream());
    } else {
      queue(answerer.message(), length, length);
    }
  }

  private void queue(byte[] message, int length, int sent) {
    ByteBuffer framed = ByteBuffer.allocate(2 + sent);
    framed.putShort((short) length).put(message, 0, sent).flip();
    out.add(framed);
  }

  /** This connection as faults see it. */
  private final class Stream implements Line {
    @Override
    public void send(byte[] message) {
      queue(message, message.length, message.length);
    }

    @Override
    public void sendFromOtherPort(byte[] message) {
      send(message);
    }

    @Override
    public void breakOff(byte[] message) {
      queue(message, message.length, message.length / 2);
      ending = true;
    }

    @Override
    public void later(int millis, Runnable sending) {
      later.accept(
          millis,
          () -> {
            sending.run();
            flush();
          });
    }

    private void flush() {
      try {
        if (channel.isOpen() && !write()) {
          channel.close();
        }
      } catch (IOException e) {
        // The client is gone.
      }
    }
  }
}
