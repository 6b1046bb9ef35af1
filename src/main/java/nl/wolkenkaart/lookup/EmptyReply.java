package nl.wolkenkaart.lookup;

import org.xbill.DNS.Type;

/**
 * Replies without an answer section, which most of a survey's are. They are read from their bytes;
 * whatever is not plainly well-formed is left to dnsjava.
 */
final class EmptyReply {
  /** The reply holds answers, or is not plainly well-formed. */
  static final int OTHER = -1;

  private static final int ANSWERS = 6;
  private static final int AUTHORITY = 8;
  private static final int ADDITIONAL = 10;
  private static final int RECORD_FIXED = 10;
  private static final int POINTER = 0xc0;

  private EmptyReply() {}

  /**
   * The response code, with the upper bits that OPT holds (RFC 6891, section 6.1.3), or {@link
   * #OTHER}.
   *
   * @param reply a reply that repeats our question
   * @param endOfQuestion where that ends
   */
  static int rcode(byte[] reply, int endOfQuestion) {
    if (number(reply, ANSWERS) != 0) {
      return OTHER;
    }
    int rcode = reply[3] & 0xf;
    int records = number(reply, AUTHORITY) + number(reply, ADDITIONAL);
    int at = endOfQuestion;
    for (int i = 0; i < records; i++) {
      at = endOfName(reply, at);
      if (at < 0 || at + RECORD_FIXED > reply.length) {
        return OTHER;
      }
      if (number(reply, at) == Type.OPT) {
        rcode |= (reply[at + 4] & 0xff) << 4;
      }
      at += RECORD_FIXED + number(reply, at + RECORD_FIXED - 2);
    }
    return at == reply.length ? rcode : OTHER;
  }

  private static int endOfName(byte[] reply, int from) {
    int at = from;
    while (at < reply.length) {
      int length = reply[at] & 0xff;
      if (length == 0) {
        return at + 1;
      }
      if ((length & POINTER) == POINTER) {
        return at + 2;
      }
      if ((length & POINTER) != 0) {
        return OTHER;
      }
      at += 1 + length;
    }
    return OTHER;
  }

  private static int number(byte[] reply, int at) {
    return (reply[at] & 0xff) << 8 | (reply[at + 1] & 0xff);
  }
}
