package nl.wolkenkaart.lookup;

import java.nio.ByteBuffer;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * Questions as DNS messages: one question, recursion desired, EDNS(0) with 1232 bytes and DO (RFC
 * 1035, section 4; RFC 6891; RFC 4035, section 3.2.1). The bytes are those that dnsjava's resolver
 * would send; made without its objects, of which a survey would throw away some twenty per
 * question.
 */
final class QueryWire {
  /** Longest reply over UDP that is asked for: it passes without fragments. */
  static final int UDP_BYTES = 1232;

  private static final int HEADER = 12;
  private static final int LONGEST_LABEL = 63;

  /** A name of 255 octets on the wire (RFC 1035, section 2.3.4) as text without the last dot. */
  private static final int LONGEST_TEXT = 253;

  private static final int QUESTION_TAIL = 4;
  private static final int OPT_BYTES = 11;
  private static final int DO = 0x8000;
  private static final int RESPONSE = 0x80;

  private final byte[] bytes;
  private final int endOfQuestion;

  private QueryWire(byte[] bytes) {
    this.bytes = bytes;
    this.endOfQuestion = endOfQuestion(bytes);
  }

  /**
   * A message with id 0.
   *
   * @throws TextParseException when the name is no domain name
   * @throws IllegalArgumentException when the type is none
   */
  static QueryWire of(Question question) throws TextParseException {
    int type = Type.value(question.type());
    if (type < 0) {
      throw new IllegalArgumentException("not a type: " + question.type());
    }
    byte[] plain = plain(question.name());
    return plain == null
        ? of(Name.fromString(question.name(), Name.root).toWire(), type)
        : of(plain, type);
  }

  /**
   * The wire form of a name whose text needs no interpretation: labels of letters, digits, hyphens
   * and underscores with dots between them. Null for any other, which dnsjava reads or refuses.
   */
  private static byte[] plain(String name) {
    int length = name.length();
    if (length == 0 || length > LONGEST_TEXT) {
      return null;
    }
    byte[] wire = new byte[length + 2];
    int label = 0;
    for (int i = 0; i < length; i++) {
      char c = name.charAt(i);
      if (c == '.') {
        if (!endLabel(wire, label, i)) {
          return null;
        }
        label = i + 1;
      } else if (isPlain(c)) {
        wire[i + 1] = (byte) c;
      } else {
        return null;
      }
    }
    return endLabel(wire, label, length) ? wire : null;
  }

  private static boolean endLabel(byte[] wire, int start, int end) {
    int length = end - start;
    wire[start] = (byte) length;
    return length >= 1 && length <= LONGEST_LABEL;
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_'
        || (c >= 'A' && c <= 'Z');
  }

  /** The question for the root's SOA record, which every resolver can answer. */
  static QueryWire ofRoot() {
    return of(Name.root.toWire(), Type.SOA);
  }

  private static QueryWire of(byte[] name, int type) {
    ByteBuffer message = ByteBuffer.allocate(HEADER + name.length + QUESTION_TAIL + OPT_BYTES);
    message
        .putShort((short) 0)
        .putShort((short) (1 << (15 - Flags.RD)))
        .putShort((short) 1)
        .putInt(0)
        .putShort((short) 1)
        .put(name)
        .putShort((short) type)
        .putShort((short) DClass.IN)
        .put((byte) 0)
        .putShort((short) Type.OPT)
        .putShort((short) UDP_BYTES)
        .putInt(DO)
        .putShort((short) 0);
    return new QueryWire(message.array());
  }

  /** The message; not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  /** Where the question section ends, in this message and in replies to it. */
  int endOfQuestion() {
    return endOfQuestion;
  }

  private static int endOfQuestion(byte[] query) {
    int end = HEADER;
    while (end < query.length && query[end] != 0) {
      end += query[end] + 1;
    }
    return end + 1 + QUESTION_TAIL;
  }

  /**
   * Whether a reply repeats the question: name, type and class, letters compared without case (RFC
   * 5452, section 9.1).
   *
   * @param reply any bytes
   */
  static boolean isRepeated(byte[] query, byte[] reply) {
    int end = endOfQuestion(query);
    if (reply.length < end || query.length < end) {
      return false;
    }
    boolean oneQuestion = reply[4] == 0 && reply[5] == 1;
    boolean isResponse = (reply[2] & RESPONSE) != 0;
    for (int i = HEADER; i < end; i++) {
      if (lower(reply[i]) != lower(query[i])) {
        return false;
      }
    }
    return oneQuestion && isResponse;
  }

  /** Whether a reply was cut to fit into UDP (TC). */
  static boolean isTruncated(byte[] reply) {
    return (reply[2] & 1 << (7 - Flags.TC % 8)) != 0;
  }

  private static int lower(byte b) {
    return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
  }
}
