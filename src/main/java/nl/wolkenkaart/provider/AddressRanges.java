package nl.wolkenkaart.provider;

import com.google.common.net.InetAddresses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The address ranges that mailbox providers send from, to find them in SPF records that name
 * addresses where an include was flattened.
 */
final class AddressRanges {
  private static final int BITS = 8;

  /** The first so many bits of an address, and whose they are. */
  private static final class Range {
    final byte[] start;
    final int bits;
    final Provider provider;

    Range(byte[] start, int bits, Provider provider) {
      this.start = start;
      this.bits = bits;
      this.provider = provider;
    }
  }

  private final List<Range> ranges = new ArrayList<>();

  AddressRanges(Catalogue catalogue) {
    for (Provider provider : catalogue.providers()) {
      if (provider.keepsMailboxes()) {
        for (String range : provider.ranges()) {
          int slash = range.indexOf('/');
          byte[] start = InetAddresses.forString(range.substring(0, slash)).getAddress();
          ranges.add(new Range(start, Integer.parseInt(range.substring(slash + 1)), provider));
        }
      }
    }
  }

  /**
   * The provider whose range holds all of another.
   *
   * @param cidr value of {@code ip4} or {@code ip6} in an SPF record (RFC 7208, section 5.6); any
   *     text
   */
  Optional<Provider> holding(String cidr) {
    int slash = cidr.indexOf('/');
    String address = slash < 0 ? cidr : cidr.substring(0, slash);
    if (!InetAddresses.isInetAddress(address)) {
      return Optional.empty();
    }
    byte[] bytes = InetAddresses.forString(address).getAddress();
    OptionalInt bits =
        slash < 0 ? OptionalInt.of(bytes.length * BITS) : number(cidr.substring(slash + 1));
    if (bits.isEmpty()) {
      return Optional.empty();
    }
    return ranges.stream()
        .filter(r -> r.start.length == bytes.length && r.bits <= bits.getAsInt())
        .filter(r -> startsWith(bytes, r))
        .map(r -> r.provider)
        .findFirst();
  }

  private static boolean startsWith(byte[] address, Range range) {
    int whole = range.bits / BITS;
    for (int i = 0; i < whole; i++) {
      if (address[i] != range.start[i]) {
        return false;
      }
    }
    int rest = range.bits % BITS;
    return rest == 0 || ((address[whole] ^ range.start[whole]) & 0xff) >> (BITS - rest) == 0;
  }

  private static OptionalInt number(String text) {
    if (text.isEmpty() || text.length() > 3) {
      return OptionalInt.empty();
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return OptionalInt.empty();
      }
      value = value * 10 + (c - '0');
    }
    return OptionalInt.of(value);
  }
}
