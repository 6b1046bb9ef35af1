package nl.wolkenkaart.lookup;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A UDP server on the loopback address that does to each datagram what a test says. */
final class FakeServer implements AutoCloseable {
  private final DatagramSocket socket;
  private final InetSocketAddress address;
  private final Behaviour behaviour;
  private final AtomicInteger received = new AtomicInteger();
  private final Set<SocketAddress> clients = ConcurrentHashMap.newKeySet();

  /** What is done with a question. */
  @FunctionalInterface
  interface Behaviour {
    void answer(FakeServer server, byte[] query, SocketAddress client) throws IOException;
  }

  FakeServer(Behaviour behaviour) throws IOException {
    this.behaviour = behaviour;
    this.socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    this.address = (InetSocketAddress) socket.getLocalSocketAddress();
    Thread thread = new Thread(this::run, "fake-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    byte[] buffer = new byte[4096];
    while (!socket.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        received.incrementAndGet();
        clients.add(packet.getSocketAddress());
        byte[] query = Arrays.copyOf(packet.getData(), packet.getLength());
        behaviour.answer(this, query, packet.getSocketAddress());
      } catch (IOException e) {
        // Closed, or one client is gone.
      }
    }
  }

  void send(byte[] message, SocketAddress client) throws IOException {
    socket.send(new DatagramPacket(message, message.length, client));
  }

  /** The question as a reply without records. */
  static byte[] reply(byte[] query) {
    byte[] reply = query.clone();
    reply[2] |= (byte) 0x80;
    return reply;
  }

  InetSocketAddress address() {
    return address;
  }

  int received() {
    return received.get();
  }

  /** Addresses and ports that questions came from. */
  Set<SocketAddress> clients() {
    return clients;
  }

  @Override
  public void close() {
    socket.close();
  }
}
