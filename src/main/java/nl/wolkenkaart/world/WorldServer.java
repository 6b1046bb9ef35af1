package nl.wolkenkaart.world;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * An authoritative name server on the loopback address, UDP and TCP on one port, answering for
 * everything under the root. Two daemon threads, and a third once something is delayed; {@link
 * #close} ends them at once.
 */
public final class WorldServer implements AutoCloseable {
  private static final int BUFFER = 4 << 20;
  private static final int TRIES = 20;

  private final DatagramChannel udp;
  private final ServerSocketChannel tcp;
  private final UdpLoop udpLoop;
  private final TcpLoop tcpLoop;
  private final Responder responder;
  private final Later later = new Later();
  private final int port;
  private final List<Thread> threads;

  private WorldServer(DatagramChannel udp, ServerSocketChannel tcp, Responder responder)
      throws IOException {
    this.udp = udp;
    this.tcp = tcp;
    this.port = ((InetSocketAddress) udp.getLocalAddress()).getPort();
    this.responder = responder;
    this.udpLoop = new UdpLoop(udp, responder, later);
    this.tcpLoop = new TcpLoop(tcp, responder, later);
    threads = List.of(thread("world-udp", udpLoop), thread("world-tcp", tcpLoop));
    threads.forEach(Thread::start);
  }

  /** Starts a server without faults on a free port. */
  public static WorldServer start(ZoneData zones) throws IOException {
    return start(zones, Map.of(), 0);
  }

  /**
   * Starts a server.
   *
   * @param faults what goes wrong, by name; a fault holds for everything below its name too
   * @param port UDP and TCP port, 0 for any that is free
   * @throws IOException if the port cannot be had
   */
  public static WorldServer start(ZoneData zones, Map<String, Fault> faults, int port)
      throws IOException {
    return start(zones, faults, Fault.NONE, port);
  }

  /**
   * Starts a server behind a bad network.
   *
   * @param faults what goes wrong, by name; a fault holds for everything below its name too
   * @param everywhere what is done to all that is sent, be it by a name's own fault
   * @param port UDP and TCP port, 0 for any that is free
   * @throws IOException if the port cannot be had
   */
  public static WorldServer start(
      ZoneData zones, Map<String, Fault> faults, Fault everywhere, int port) throws IOException {
    Responder responder = new Responder(zones, new Faults(faults), everywhere);
    for (int attempt = 1; ; attempt++) {
      DatagramChannel udp = DatagramChannel.open();
      ServerSocketChannel tcp = ServerSocketChannel.open();
      try {
        udp.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
        udp.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER);
        udp.bind(loopback(port));
        tcp.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        tcp.bind(loopback(((InetSocketAddress) udp.getLocalAddress()).getPort()), 1024);
        return new WorldServer(udp, tcp, responder);
      } catch (IOException e) {
        udp.close();
        tcp.close();
        // A free UDP port may be taken for TCP: then another one will do.
        if (port != 0 || attempt == TRIES || !(e instanceof BindException)) {
          throw new IOException("No name server on 127.0.0.1 port " + port + ": " + e, e);
        }
      }
    }
  }

  /** The port, of UDP and TCP. */
  public int port() {
    return port;
  }

  /** {@code 127.0.0.1:port}, as the resolver option takes it. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  /** Questions answered over UDP so far, those of faulty names included. */
  public long answered() {
    return udpLoop.answered();
  }

  /** Drops all questions for some time, as a server does that hangs; then answers again. */
  public void hangFor(Duration time) {
    responder.beSilentFor(time.toNanos());
  }

  /** Frees the port and waits for both loops, which end at once. What is delayed is not sent. */
  @Override
  public void close() throws IOException {
    later.close();
    udp.close();
    tcp.close();
    tcpLoop.close();
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static InetSocketAddress loopback(int port) throws IOException {
    return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
  }

  private static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
