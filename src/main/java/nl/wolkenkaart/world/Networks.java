package nl.wolkenkaart.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/**
 * Addresses, all of them from blocks that nobody uses: documentation (RFC 5737, RFC 3849) and
 * benchmarks (RFC 2544); and who announces them, in the form of Team Cymru's IP to ASN service.
 * Known companies keep their AS number and its registered name; organisations with a network of
 * their own share the 32 numbers for documentation (RFC 5398).
 */
final class Networks {
  private static final int BENCHMARK_BLOCKS = 512;
  private static final int HOSTS_IN_BLOCK = 250;
  private static final int OWN_IPV6_OFFSET = 0x8000;

  private final Map<Long, List<String>> blocks = new LinkedHashMap<>();
  private final Map<Long, Integer> ipv6 = new LinkedHashMap<>();
  private final List<String> ownBlocks = new ArrayList<>();
  private int ownHosts;

  /** Hands out the blocks and tells them to the zones. */
  Networks(ZoneData.Builder zones) {
    List<String> free = new ArrayList<>(List.of("192.0.2", "198.51.100", "203.0.113"));
    for (int i = 0; i < BENCHMARK_BLOCKS; i++) {
      free.add("198." + (18 + i / 256) + "." + i % 256);
    }
    int next = 0;
    for (CSVRecord row : Operator.rows("networks.csv")) {
      long asn = Long.parseLong(row.get("asn"));
      int count = Integer.parseInt(row.get("blocks"));
      String where =
          row.get("country") + " | " + row.get("registry") + " | " + row.get("allocated");
      ipv6.put(asn, ipv6.size() + 1);
      blocks.put(asn, List.copyOf(free.subList(next, next + count)));
      next += count;
      announce(zones, asn, String.valueOf(asn), blocks.get(asn), where, row.get("name"));
    }
    ownBlocks.addAll(free.subList(next, free.size()));
    for (int i = 0; i < 32; i++) {
      long asn = ownAsn(i);
      List<String> own = new ArrayList<>();
      for (int b = i; b < ownBlocks.size(); b += 32) {
        own.add(ownBlocks.get(b));
      }
      ipv6.put(asn, OWN_IPV6_OFFSET + i);
      // One network is announced from two AS numbers, which happens.
      String origin = i == 5 ? asn + " " + ownAsn(31) : String.valueOf(asn);
      announce(zones, asn, origin, own, "ZZ | ripencc | 2020-01-01", "MADE-UP-NETWORK-" + i);
    }
  }

  private static long ownAsn(int index) {
    return index < 16 ? 64496 + index : 65536 + index - 16;
  }

  /** An address of a known company, always the same for the same host name. */
  String ipv4(long asn, String host) {
    List<String> of = blocks.get(asn);
    int spread = Math.floorMod(host.hashCode() * 0x9E3779B1, of.size() * HOSTS_IN_BLOCK);
    return of.get(spread / HOSTS_IN_BLOCK) + "." + (1 + spread % HOSTS_IN_BLOCK);
  }

  /** An IPv6 address of a known company, always the same for the same host name. */
  String ipv6(long asn, String host) {
    int spread = Math.floorMod(host.hashCode() * 0x9E3779B1, 0xFFFF);
    return "2001:db8:"
        + Integer.toHexString(ipv6.get(asn))
        + "::"
        + Integer.toHexString(spread + 1);
  }

  /** The next address for a server in a network of its organisation's own. */
  Own own() {
    int block = (ownHosts / HOSTS_IN_BLOCK * 7 + ownHosts) % ownBlocks.size();
    int host = 1 + ownHosts / ownBlocks.size() % HOSTS_IN_BLOCK;
    String ipv6 =
        "2001:db8:"
            + Integer.toHexString(OWN_IPV6_OFFSET + block % 32)
            + "::"
            + Integer.toHexString(1 + ownHosts % 0xFFFF);
    ownHosts++;
    return new Own(ownBlocks.get(block) + "." + host, ipv6);
  }

  /** Addresses of one server. */
  record Own(String ipv4, String ipv6) {}

  private void announce(
      ZoneData.Builder zones,
      long asn,
      String origin,
      List<String> networks,
      String where,
      String name) {
    for (String block : networks) {
      String[] parts = block.split("\\.", -1);
      String owner = "*." + parts[2] + "." + parts[1] + "." + parts[0] + ".origin.asn.cymru.com";
      zones.add(owner, Rdata.TXT, Rdata.txt(origin + " | " + block + ".0/24 | " + where));
    }
    int number = ipv6.get(asn);
    StringBuilder nibbles = new StringBuilder();
    for (int shift = 0; shift < 16; shift += 4) {
      nibbles.append(Integer.toHexString((number >> shift) & 0xF)).append('.');
    }
    String prefix = "2001:db8:" + Integer.toHexString(number) + "::/48";
    zones.add(
        "*." + nibbles + "8.b.d.0.1.0.0.2.origin6.asn.cymru.com",
        Rdata.TXT,
        Rdata.txt(origin + " | " + prefix + " | " + where));
    String country = where.substring(0, 2);
    zones.add(
        "as" + asn + ".asn.cymru.com",
        Rdata.TXT,
        Rdata.txt(asn + " | " + where + " | " + name + ", " + country));
  }
}
