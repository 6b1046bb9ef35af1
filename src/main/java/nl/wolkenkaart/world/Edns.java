package nl.wolkenkaart.world;

/** What the OPT record of a query says (RFC 6891, section 6.1.3). */
final class Edns {
  static final int OPT = 41;

  private boolean present;
  private int size;
  private int version;

  boolean present() {
    return present;
  }

  /** Largest UDP message that the client takes, bytes. */
  int size() {
    return size;
  }

  int version() {
    return version;
  }

  /**
   * Reads the records behind the question.
   *
   * @return false when they cannot be read or hold two OPT records
   */
  boolean read(byte[] query, int from, int length) {
    present = false;
    int records = 0;
    for (int count = 6; count < 12; count += 2) {
      records += Answerer.readShort(query, count);
    }
    int at = from;
    for (int i = 0; i < records; i++) {
      int fixed = WireName.skip(query, at, length);
      if (fixed < 0 || fixed + 10 > length) {
        return false;
      }
      at = fixed + 10 + Answerer.readShort(query, fixed + 8);
      if (at > length) {
        return false;
      }
      if (Answerer.readShort(query, fixed) == OPT) {
        if (present) {
          return false;
        }
        present = true;
        size = Answerer.readShort(query, fixed + 2);
        version = query[fixed + 5] & 0xFF;
      }
    }
    return true;
  }
}
