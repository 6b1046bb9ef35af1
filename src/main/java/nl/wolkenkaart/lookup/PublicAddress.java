package nl.wolkenkaart.lookup;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Which addresses somebody may announce to everybody. */
final class PublicAddress {
  private static final int SHARED = 100;
  private static final int SHARED_FROM = 64;
  private static final int SHARED_TO = 127;
  private static final int RESERVED_FROM = 240;
  private static final int GLOBAL_UNICAST_MASK = 0xe0;
  private static final int GLOBAL_UNICAST = 0x20;

  private PublicAddress() {}

  /**
   * Whether an address is none of those that are private, shared, reserved or local to a host, a
   * link or a group (IANA special-purpose registries, RFC 6890). Addresses for documentation count
   * as public.
   */
  static boolean is(InetAddress address) {
    return address instanceof Inet4Address
        ? isPublic4(address)
        : (address.getAddress()[0] & GLOBAL_UNICAST_MASK) == GLOBAL_UNICAST; // RFC 4291, 2.4
  }

  private static boolean isPublic4(InetAddress address) {
    int first = address.getAddress()[0] & 0xff;
    int second = address.getAddress()[1] & 0xff;
    boolean shared = first == SHARED && second >= SHARED_FROM && second <= SHARED_TO; // RFC 6598
    return first != 0
        && first < RESERVED_FROM
        && !shared
        && !address.isLoopbackAddress()
        && !address.isSiteLocalAddress()
        && !address.isLinkLocalAddress()
        && !address.isMulticastAddress();
  }
}
