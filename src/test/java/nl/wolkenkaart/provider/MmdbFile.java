package nl.wolkenkaart.provider;

import com.google.common.net.InetAddresses;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes small tables of addresses in the MaxMind DB format 2.0
 * (https://maxmind.github.io/MaxMind-DB/): a tree of IPv6 with records of 24 bits, in which IPv4
 * stands below ::/96.
 */
public final class MmdbFile {
  private static final int BITS = 128;

  private static final class Node {
    final Object[] below = new Object[2];
    int number;
  }

  private final Node root = new Node();

  /** Says that an address range has this row: maps, texts and booleans. */
  public MmdbFile put(String range, Map<String, ?> row) {
    int slash = range.indexOf('/');
    byte[] given = InetAddresses.forString(range.substring(0, slash)).getAddress();
    byte[] address = new byte[BITS / 8];
    System.arraycopy(given, 0, address, address.length - given.length, given.length);
    int length = Integer.parseInt(range.substring(slash + 1)) + BITS - given.length * 8;
    Node node = root;
    for (int i = 0; i < length; i++) {
      int bit = address[i / 8] >> (7 - i % 8) & 1;
      if (i == length - 1) {
        node.below[bit] = row;
      } else {
        if (node.below[bit] == null) {
          node.below[bit] = new Node();
        }
        node = (Node) node.below[bit];
      }
    }
    return this;
  }

  /** Writes it. */
  public Path write(Path file) throws IOException {
    List<Node> nodes = new ArrayList<>(List.of(root));
    for (int i = 0; i < nodes.size(); i++) {
      nodes.get(i).number = i;
      for (Object below : nodes.get(i).below) {
        if (below instanceof Node node) {
          nodes.add(node);
        }
      }
    }
    ByteArrayOutputStream tree = new ByteArrayOutputStream();
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (Node node : nodes) {
      for (Object below : node.below) {
        int record = nodes.size();
        if (below instanceof Node next) {
          record = next.number;
        } else if (below != null) {
          record = nodes.size() + 16 + data.size();
          value(data, below);
        }
        tree.write(record >> 16);
        tree.write(record >> 8);
        tree.write(record);
      }
    }
    tree.writeBytes(new byte[16]);
    tree.writeBytes(data.toByteArray());
    tree.write(0xab);
    tree.write(0xcd);
    tree.write(0xef);
    tree.writeBytes("MaxMind.com".getBytes(StandardCharsets.US_ASCII));
    value(
        tree,
        Map.of(
            "binary_format_major_version",
            (short) 2,
            "binary_format_minor_version",
            (short) 0,
            "build_epoch",
            1_777_000_000L,
            "database_type",
            "Test-Country",
            "description",
            Map.of("en", "made by a test"),
            "ip_version",
            (short) 6,
            "languages",
            List.of("en"),
            "node_count",
            nodes.size(),
            "record_size",
            (short) 24));
    return Files.write(file, tree.toByteArray());
  }

  private static void value(ByteArrayOutputStream out, Object value) {
    if (value instanceof String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      control(out, 2, bytes.length);
      out.writeBytes(bytes);
    } else if (value instanceof Short number) {
      number(out, 5, 2, number);
    } else if (value instanceof Integer number) {
      number(out, 6, 4, number);
    } else if (value instanceof Long number) {
      number(out, 9, 8, number);
    } else if (value instanceof Boolean flag) {
      control(out, 14, flag ? 1 : 0);
    } else if (value instanceof List<?> list) {
      control(out, 11, list.size());
      list.forEach(one -> value(out, one));
    } else {
      Map<?, ?> map = (Map<?, ?>) value;
      control(out, 7, map.size());
      map.forEach(
          (key, one) -> {
            value(out, key);
            value(out, one);
          });
    }
  }

  private static void number(ByteArrayOutputStream out, int type, int bytes, long number) {
    control(out, type, bytes);
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
      out.write((int) (number >> shift));
    }
  }

  private static void control(ByteArrayOutputStream out, int type, int size) {
    if (size > 28) {
      throw new IllegalArgumentException("too long for this writer: " + size);
    }
    out.write((type < 8 ? type << 5 : 0) | size);
    if (type >= 8) {
      out.write(type - 7);
    }
  }
}
