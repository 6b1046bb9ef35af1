package nl.wolkenkaart.world;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;

/** Receives and answers datagrams, one after the other, until the channel is closed. */
final class UdpLoop implements Runnable {
  private final DatagramChannel channel;
  private final Responder responder;
  private final Answerer answerer;
  private final ByteBuffer in = ByteBuffer.allocateDirect(Answerer.LARGEST);
  private final ByteBuffer out = ByteBuffer.allocateDirect(Answerer.LARGEST);
  private final byte[] query = new byte[Answerer.LARGEST];
  private volatile long answered;

  UdpLoop(DatagramChannel channel, Responder responder) {
    this.channel = channel;
    this.responder = responder;
    this.answerer = responder.newAnswerer();
  }

  long answered() {
    return answered;
  }

  @Override
  public void run() {
    while (channel.isOpen()) {
      try {
        serve();
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        // One client's datagram could not be read or answered; the others still can.
      }
    }
  }

  private void serve() throws IOException {
    in.clear();
    SocketAddress client = channel.receive(in);
    in.flip();
    int received = in.remaining();
    in.get(query, 0, received);
    int length = answerer.answer(query, received, false);
    if (length == 0) {
      return;
    }
    count();
    if (answerer.fault() == null) {
      send(answerer.message(), length, client);
    } else {
      responder.replyWithFault(answerer, length, false, message -> trySend(message, client));
    }
  }

  // Only this thread writes the count, so nothing is lost between reading and writing it.
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private void count() {
    answered++;
  }

  private void trySend(byte[] message, SocketAddress client) {
    try {
      send(message, message.length, client);
    } catch (IOException e) {
      // Lost on its way, which the client of a faulty server has to stand anyway.
    }
  }

  private void send(byte[] message, int length, SocketAddress client) throws IOException {
    out.clear();
    out.put(message, 0, length).flip();
    channel.send(out, client);
  }
}
