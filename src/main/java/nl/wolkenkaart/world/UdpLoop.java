package nl.wolkenkaart.world;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;

/** Receives and answers datagrams, one after the other, until the channel is closed. */
final class UdpLoop implements Runnable {
  private final DatagramChannel channel;
  private final Responder responder;
  private final Answerer answerer;
  private final Later later;
  private final ByteBuffer in = ByteBuffer.allocateDirect(Answerer.LARGEST);
  private final ByteBuffer out = ByteBuffer.allocateDirect(Answerer.LARGEST);
  private final byte[] query = new byte[Answerer.LARGEST];
  private volatile long answered;

  /**
   * @param later sends what is delayed, so that this thread never waits
   */
  UdpLoop(DatagramChannel channel, Responder responder, Later later) {
    this.channel = channel;
    this.later = later;
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
    if (length == 0 || responder.isSilent()) {
      return;
    }
    count();
    if (responder.meddlesWith(answerer)) {
      responder.replyWithFault(answerer, length, false, new Datagrams(client));
    } else {
      out.clear();
      out.put(answerer.message(), 0, length).flip();
      channel.send(out, client);
    }
  }

  // Only this thread writes the count, so nothing is lost between reading and writing it.
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private void count() {
    answered++;
  }

  /** To one client; safe to use on any thread. */
  private final class Datagrams implements Line {
    private final SocketAddress client;

    private Datagrams(SocketAddress client) {
      this.client = client;
    }

    @Override
    public void send(byte[] message) {
      send(message, channel);
    }

    @Override
    public void sendFromOtherPort(byte[] message) {
      try (DatagramChannel other = DatagramChannel.open()) {
        InetSocketAddress here = (InetSocketAddress) channel.getLocalAddress();
        other.bind(new InetSocketAddress(here.getAddress(), 0));
        send(message, other);
      } catch (IOException e) {
        // Lost on its way.
      }
    }

    @Override
    public void breakOff(byte[] message) {
      send(Arrays.copyOf(message, message.length / 2));
    }

    @Override
    public void later(int millis, Runnable sending) {
      later.run(millis, sending);
    }

    private void send(byte[] message, DatagramChannel from) {
      try {
        from.send(ByteBuffer.wrap(message), client);
      } catch (IOException e) {
        // Lost on its way, which the client of a faulty server has to stand anyway.
      }
    }
  }
}
