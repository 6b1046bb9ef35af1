package nl.wolkenkaart.lookup;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.xbill.DNS.Message;
import org.xbill.DNS.io.DefaultIoClientFactory;
import org.xbill.DNS.io.IoClientFactory;
import org.xbill.DNS.io.TcpIoClient;
import org.xbill.DNS.io.UdpIoClient;

/** Our UDP client beside dnsjava's TCP client, whose failures are told apart from those of UDP. */
final class ClientSockets implements IoClientFactory {
  private final UdpIoClient udp;
  private final TcpIoClient tcp;

  ClientSockets(UdpIoClient udp) {
    this.udp = udp;
    TcpIoClient plain = new DefaultIoClientFactory().createOrGetTcpClient();
    this.tcp =
        (local, remote, query, data, timeout) ->
            overTcp(plain, local, remote, query, data, timeout);
  }

  private static CompletableFuture<byte[]> overTcp(
      TcpIoClient client,
      InetSocketAddress local,
      InetSocketAddress remote,
      Message query,
      byte[] data,
      Duration timeout) {
    return client
        .sendAndReceiveTcp(local, remote, query, data, timeout)
        .exceptionallyCompose(e -> CompletableFuture.failedFuture(new TcpException(e)));
  }

  @Override
  public TcpIoClient createOrGetTcpClient() {
    return tcp;
  }

  @Override
  public UdpIoClient createOrGetUdpClient() {
    return udp;
  }

  /** A question that was truncated over UDP failed over TCP. */
  static final class TcpException extends IOException {
    private static final long serialVersionUID = 1;

    TcpException(Throwable cause) {
      super(cause);
    }
  }
}
