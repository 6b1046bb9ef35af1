package nl.wolkenkaart.lookup;

import com.google.common.net.HostAndPort;
import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.xbill.DNS.ResolverConfig;

/** The address of a resolver as people write it. */
public final class ResolverAddress {
  private static final int DNS_PORT = 53;

  private ResolverAddress() {}

  /**
   * Reads {@code host}, {@code host:port} or {@code [ipv6]:port}.
   *
   * @throws IllegalArgumentException with one clear line when it is none of these, or the host is
   *     not known
   */
  public static InetSocketAddress parse(String text) {
    HostAndPort parts;
    try {
      parts = HostAndPort.fromString(text.strip()).withDefaultPort(DNS_PORT);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("not a resolver (host or host:port): " + text, e);
    }
    if (parts.getHost().isEmpty() || parts.getPort() == 0) {
      throw new IllegalArgumentException("not a resolver (host or host:port): " + text);
    }
    try {
      return new InetSocketAddress(InetAddress.getByName(parts.getHost()), parts.getPort());
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("unknown resolver: " + text, e);
    }
  }

  /**
   * Writes an address as {@code address:port}, IPv6 in brackets and as short as RFC 5952 has it.
   */
  public static String format(InetSocketAddress address) {
    return HostAndPort.fromParts(
            InetAddresses.toAddrString(address.getAddress()), address.getPort())
        .toString();
  }

  /** The resolvers that this machine is set up to use. */
  public static List<String> ofThisMachine() {
    return ResolverConfig.getCurrentConfig().servers().stream()
        .map(ResolverAddress::format)
        .toList();
  }
}
