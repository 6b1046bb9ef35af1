package nl.wolkenkaart.lookup;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Addresses as they stand in names for reverse look-up (RFC 1035, section 3.5; RFC 3596, section
 * 2.5).
 */
public final class ReversedAddress {
  private static final int NIBBLE_BITS = 4;

  private ReversedAddress() {}

  /**
   * Octets of IPv4 in decimal, nibbles of IPv6 in hexadecimal, the last one first, with dots
   * between.
   */
  public static String of(InetAddress address) {
    byte[] bytes = address.getAddress();
    StringBuilder name = new StringBuilder();
    for (int i = bytes.length - 1; i >= 0; i--) {
      int octet = bytes[i] & 0xff;
      if (!name.isEmpty()) {
        name.append('.');
      }
      if (address instanceof Inet4Address) {
        name.append(octet);
      } else {
        name.append(Character.forDigit(octet & 0xf, 16))
            .append('.')
            .append(Character.forDigit(octet >> NIBBLE_BITS, 16));
      }
    }
    return name.toString();
  }
}
