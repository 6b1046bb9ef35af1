package nl.wolkenkaart.world;

/**
 * Makes the answers of an authoritative name server (RFC 1034, section 4.3.2; wildcards: RFC 4592;
 * EDNS: RFC 6891; negative answers: RFC 2308). One object serves one thread: it keeps scratch room
 * and allocates nothing per question.
 */
final class Answerer {
  /** Largest UDP message we send or accept: no fragments (DNS flag day 2020). */
  static final int UDP_SIZE = 1232;

  static final int TRUNCATED = 0x02;
  static final int LARGEST = 65535;
  static final int HEADER = 12;
  private static final int PLAIN_UDP_SIZE = 512;
  private static final int OPT_LENGTH = 11;

  /** More links than any client follows, so that tests can send them. */
  private static final int LONGEST_CHAIN = 32;

  private static final int CNAME = 5;
  private static final int SOA = 6;
  private static final int ANY = 255;
  private static final int FORMERR = 1;
  private static final int NXDOMAIN = 3;
  private static final int NOTIMP = 4;
  private static final int REFUSED = 5;
  private static final byte[] STAR = {1, '*', 0};

  private final ZoneData zones;
  private final Faults faults;
  private final byte[] out = new byte[LARGEST];
  private final int[] starts = new int[WireName.MOST_LABELS];
  private final int[] followed = new int[LONGEST_CHAIN];

  private final Edns edns = new Edns();
  private int end;
  private int limit;
  private boolean full;
  private int type;
  private Fault fault;

  Answerer(ZoneData zones, Faults faults) {
    this.zones = zones;
    this.faults = faults;
  }

  /** The message that {@link #answer} made; overwritten by the next call. */
  byte[] message() {
    return out;
  }

  /** The fault that holds for the last question, or null. */
  Fault fault() {
    return fault;
  }

  /** The type number of the last question. */
  int type() {
    return type;
  }

  /**
   * Answers one message.
   *
   * @return length of the answer in {@link #message}, 0 when the message deserves none: too short
   *     for a header, or an answer itself
   */
  int answer(byte[] query, int length, boolean tcp) {
    fault = null;
    if (length < HEADER || query[2] < 0) {
      return 0;
    }
    out[0] = query[0];
    out[1] = query[1];
    out[2] = (byte) (0x80 | (query[2] & 0x79));
    out[3] = 0;
    java.util.Arrays.fill(out, 4, HEADER, (byte) 0);
    end = HEADER;
    if ((query[2] & 0x78) != 0) {
      return withCode(NOTIMP);
    }
    int labels = WireName.labels(query, HEADER, length, starts);
    int nameEnd = labels < 0 ? length : WireName.skip(query, HEADER, length);
    if (labels < 0 || readShort(query, 4) != 1 || nameEnd + 4 > length) {
      return withCode(FORMERR);
    }
    System.arraycopy(query, HEADER, out, HEADER, nameEnd + 4 - HEADER);
    end = nameEnd + 4;
    out[5] = 1;
    type = readShort(query, nameEnd);
    if (!edns.read(query, end, length)) {
      return withCode(FORMERR);
    }
    fault = faults.find(query, starts, labels);
    if (readShort(query, nameEnd + 2) != 1) {
      return withCode(REFUSED);
    }
    int size = edns.present() ? Math.min(edns.size(), UDP_SIZE) : PLAIN_UDP_SIZE;
    limit = (tcp ? LARGEST : Math.max(size, PLAIN_UDP_SIZE)) - (edns.present() ? OPT_LENGTH : 0);
    if (edns.present() && edns.version() != 0) {
      return writeOpt(1);
    }
    resolve(query, labels);
    return edns.present() ? writeOpt(0) : end;
  }

  private int withCode(int code) {
    out[3] = (byte) code;
    return end;
  }

  private void resolve(byte[] query, int labels) {
    int answerStart = end;
    out[2] |= 0x04; // AA
    full = false;
    int node = find(query, labels);
    byte[] name = query;
    int nameAt = HEADER;
    int owner = HEADER;
    int answers = 0;
    int links = 0;
    boolean found = false;
    while (node != NameTree.ABSENT && !found) {
      int alias = ZoneData.NONE;
      for (int at = zones.first(node); at != ZoneData.NONE; at = zones.next(at)) {
        if (zones.type(at) == type || type == ANY) {
          append(name, nameAt, owner, at);
          answers++;
          found = true;
        } else if (zones.type(at) == CNAME) {
          alias = at;
        }
      }
      if (found || alias == ZoneData.NONE || isFollowed(alias, links)) {
        break;
      }
      append(name, nameAt, owner, alias);
      answers++;
      followed[links++] = alias;
      owner = end - zones.dataLength(alias);
      name = zones.bytes();
      nameAt = zones.dataOffset(alias);
      node = find(name, WireName.labels(name, nameAt, name.length, starts));
    }
    writeShort(6, answers);
    if (node == NameTree.ABSENT) {
      out[3] = NXDOMAIN;
    }
    if (!found) {
      appendSoa();
    }
    if (full) {
      end = answerStart;
      out[2] |= TRUNCATED;
      out[3] = 0;
      java.util.Arrays.fill(out, 6, HEADER, (byte) 0);
    }
  }

  private boolean isFollowed(int alias, int links) {
    for (int i = 0; i < links; i++) {
      if (followed[i] == alias) {
        return true;
      }
    }
    return links == LONGEST_CHAIN;
  }

  /** The node that answers for a name, a wildcard's where there is one, or ABSENT. */
  private int find(byte[] name, int labels) {
    NameTree names = zones.names();
    int node = NameTree.ROOT;
    for (int i = labels - 1; i >= 0; i--) {
      int child = names.child(node, name, starts[i]);
      if (child == NameTree.ABSENT) {
        return names.child(node, STAR, 0);
      }
      node = child;
    }
    return node;
  }

  private void append(byte[] name, int nameAt, int owner, int record) {
    boolean pointer = owner < 0x4000;
    int nameLength = pointer ? 2 : WireName.skip(name, nameAt, name.length) - nameAt;
    if (full || end + nameLength + ZoneData.FIXED + zones.dataLength(record) > limit) {
      full = true;
      return;
    }
    if (pointer) {
      writeShort(end, 0xC000 | owner);
    } else {
      System.arraycopy(name, nameAt, out, end, nameLength);
    }
    end = zones.copy(record, out, end + nameLength);
  }

  /** The root's SOA in the authority section, so that negative answers can be cached. */
  private void appendSoa() {
    for (int at = zones.first(NameTree.ROOT); at != ZoneData.NONE; at = zones.next(at)) {
      if (zones.type(at) == SOA) {
        int length = 1 + ZoneData.FIXED + zones.dataLength(at);
        if (end + length > limit) {
          full = true;
          return;
        }
        int ttlAt = end + 5;
        out[end] = 0;
        end = zones.copy(at, out, end + 1);
        // Negative answers live no longer than the last field says (RFC 2308, section 3).
        if (zones.ttl(at) > ZoneData.readInt(out, end - 4)) {
          System.arraycopy(out, end - 4, out, ttlAt, 4);
        }
        writeShort(8, 1);
        return;
      }
    }
  }

  private int writeOpt(int extendedCode) {
    out[end] = 0;
    writeShort(end + 1, Edns.OPT);
    writeShort(end + 3, UDP_SIZE);
    out[end + 5] = (byte) extendedCode;
    java.util.Arrays.fill(out, end + 6, end + OPT_LENGTH, (byte) 0);
    writeShort(10, 1);
    end += OPT_LENGTH;
    return end;
  }

  private void writeShort(int at, int value) {
    out[at] = (byte) (value >>> 8);
    out[at + 1] = (byte) value;
  }

  static int readShort(byte[] b, int i) {
    return ((b[i] & 0xFF) << 8) | (b[i + 1] & 0xFF);
  }
}
