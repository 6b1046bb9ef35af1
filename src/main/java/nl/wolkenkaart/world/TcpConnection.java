package nl.wolkenkaart.world;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * One connection: questions and answers, each behind two bytes of length (RFC 1035, section 4.2.2),
 * any number of them (RFC 7766, section 6.2.1).
 */
final class TcpConnection {
  /** A query is one name and perhaps an OPT record: more than this is none. */
  private static final int LARGEST_QUERY = 4096;

  private final SocketChannel channel;
  private final ByteBuffer in = ByteBuffer.allocate(2 + LARGEST_QUERY);
  private final Queue<ByteBuffer> out = new ArrayDeque<>();

  TcpConnection(SocketChannel channel) {
    this.channel = channel;
  }

  /**
   * Reads and writes what can be without waiting.
   *
   * @return false when the connection is done with
   */
  boolean serve(SelectionKey key, Responder responder, Answerer answerer) throws IOException {
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
    while (!out.isEmpty()) {
      channel.write(out.peek());
      if (out.peek().hasRemaining()) {
        break;
      }
      out.remove();
    }
    key.interestOps(out.isEmpty() ? SelectionKey.OP_READ : SelectionKey.OP_WRITE);
    return true;
  }

  private int nextLength() {
    return in.getShort(in.position()) & 0xFFFF;
  }

  private void reply(byte[] query, Responder responder, Answerer answerer) {
    int length = answerer.answer(query, query.length, true);
    if (length == 0) {
      return;
    }
    if (answerer.fault() == null) {
      queue(answerer.message(), length);
    } else {
      responder.replyWithFault(answerer, length, true, message -> queue(message, message.length));
    }
  }

  private void queue(byte[] message, int length) {
    ByteBuffer framed = ByteBuffer.allocate(2 + length);
    framed.putShort((short) length).put(message, 0, length).flip();
    out.add(framed);
  }
}
