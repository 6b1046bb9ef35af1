package nl.wolkenkaart.world;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Resource records of any number of zones, flattened under the root, kept as they go over the wire.
 * Immutable, so any number of threads may read it.
 */
public final class ZoneData {
  /** Offset that stands for "no record". */
  static final int NONE = -1;

  /** Bytes of a stored record before its type: the offset of the next one at the same name. */
  private static final int NEXT = 4;

  /** Bytes of type, class, time to live and length of RDATA (RFC 1035, section 4.1.3). */
  static final int FIXED = 10;

  private final NameTree names;
  private final int[] first;
  private final byte[] records;
  private final int count;

  private ZoneData(NameTree names, int[] first, byte[] records, int count) {
    this.names = names;
    this.first = first;
    this.records = records;
    this.count = count;
  }

  /** Number of records. */
  public int size() {
    return count;
  }

  /** How many records there are of each type number. */
  public Map<Integer, Integer> sizeByType() {
    Map<Integer, Integer> sizes = new TreeMap<>();
    for (int node = 0; node < first.length; node++) {
      for (int record = first[node]; record != NONE; record = next(record)) {
        sizes.merge(type(record), 1, Integer::sum);
      }
    }
    return sizes;
  }

  NameTree names() {
    return names;
  }

  /** Offset of a name's first record, or {@link #NONE}: then the name is an empty non-terminal. */
  int first(int node) {
    return first[node];
  }

  int next(int record) {
    return readInt(records, record);
  }

  int type(int record) {
    return readShort(records, record + NEXT);
  }

  int ttl(int record) {
    return readInt(records, record + NEXT + 4);
  }

  int dataOffset(int record) {
    return record + NEXT + FIXED;
  }

  int dataLength(int record) {
    return readShort(records, record + NEXT + 8);
  }

  /** The array that the offsets point into; not to be written to. */
  byte[] bytes() {
    return records;
  }

  /** Copies type, class, time to live, length and RDATA to a message; returns the end. */
  int copy(int record, byte[] message, int at) {
    int length = FIXED + dataLength(record);
    System.arraycopy(records, record + NEXT, message, at, length);
    return at + length;
  }

  static int readInt(byte[] b, int i) {
    return (readShort(b, i) << 16) | readShort(b, i + 2);
  }

  private static int readShort(byte[] b, int i) {
    return ((b[i] & 0xFF) << 8) | (b[i + 1] & 0xFF);
  }

  /** Collects records. Not safe for use by several threads. */
  public static final class Builder {
    private static final int DEFAULT_TTL = 3600;

    /** What every JVM can make an array of. */
    private static final long MOST_BYTES = Integer.MAX_VALUE - 8;

    private final NameTree names = new NameTree();
    private int[] first = {NONE};
    private int[] last = {NONE};
    private byte[] records = new byte[4096];
    private int length;
    private int count;

    /**
     * Adds a record of class IN that lives an hour.
     *
     * @param owner ASCII, without escapes
     * @param type type number
     * @param data RDATA in wire form, names in it not compressed
     */
    public Builder add(String owner, int type, byte[] data) {
      return add(WireName.encode(owner), type, DEFAULT_TTL, data);
    }

    /**
     * Adds a record of class IN. One that is there already is not added again: a record set is a
     * set (RFC 2181, section 5).
     *
     * @param owner name in wire form
     * @param ttl seconds
     */
    Builder add(byte[] owner, int type, long ttl, byte[] data) {
      int node = names.addName(owner);
      growNodes(node);
      if (contains(node, type, data)) {
        return this;
      }
      int needed = NEXT + FIXED + data.length;
      if (needed > records.length - length) {
        records = Arrays.copyOf(records, grown(length + (long) needed));
      }
      if (last[node] == NONE) {
        first[node] = length;
      } else {
        write(last[node], length, 4);
      }
      last[node] = length;
      write(length, NONE, 4);
      write(length + 4, type, 2);
      write(length + 6, 1, 2);
      write(length + 8, (int) ttl, 4);
      write(length + 12, data.length, 2);
      System.arraycopy(data, 0, records, length + NEXT + FIXED, data.length);
      length += needed;
      count++;
      return this;
    }

    /** The records added so far; the builder is not to be used after it. */
    public ZoneData build() {
      names.trim();
      int[] firsts = Arrays.copyOf(first, names.size());
      Arrays.fill(firsts, Math.min(first.length, firsts.length), firsts.length, NONE);
      return new ZoneData(names, firsts, Arrays.copyOf(records, length), count);
    }

    /** Twice the room, as far as one array goes. */
    private int grown(long needed) {
      if (needed > MOST_BYTES) {
        throw new IllegalStateException("More records than one array of 2 GiB holds");
      }
      return (int) Math.max(needed, Math.min(2L * records.length, MOST_BYTES));
    }

    private void growNodes(int node) {
      int old = first.length;
      if (node >= old) {
        int size = Math.max(node + 1, old * 2);
        first = Arrays.copyOf(first, size);
        last = Arrays.copyOf(last, size);
        Arrays.fill(first, old, size, NONE);
        Arrays.fill(last, old, size, NONE);
      }
    }

    private boolean contains(int node, int type, byte[] data) {
      for (int at = first[node]; at != NONE; at = readInt(records, at)) {
        int start = at + NEXT + FIXED;
        int size = readShort(records, at + 12);
        if (readShort(records, at + 4) == type
            && Arrays.equals(records, start, start + size, data, 0, data.length)) {
          return true;
        }
      }
      return false;
    }

    private void write(int at, int value, int bytes) {
      for (int i = 0; i < bytes; i++) {
        records[at + i] = (byte) (value >>> (8 * (bytes - 1 - i)));
      }
    }
  }
}
