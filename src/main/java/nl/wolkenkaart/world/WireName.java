package nl.wolkenkaart.world;

import java.nio.charset.StandardCharsets;

/** Domain names in wire form (RFC 1035, section 3.1): labels behind their length, then a zero. */
final class WireName {
  static final int MOST_LABELS = 128;
  private static final int MOST_BYTES = 255;

  private WireName() {}

  /**
   * Wire form of an ASCII name in text form; a trailing dot and the root ({@code .} or empty) are
   * fine, escapes are not known.
   *
   * @throws IllegalArgumentException if it is no such name
   */
  static byte[] encode(String name) {
    String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    if (bare.isEmpty()) {
      return new byte[1];
    }
    byte[] text = bare.getBytes(StandardCharsets.US_ASCII);
    byte[] wire = new byte[text.length + 2];
    int length = 0;
    for (int i = text.length - 1; i >= -1; i--) {
      boolean dot = i < 0 || text[i] == '.';
      if (dot && (length < 1 || length > 63)) {
        throw new IllegalArgumentException("Not a domain name: " + name);
      }
      wire[i + 1] = dot ? (byte) length : text[i];
      length = dot ? 0 : length + 1;
    }
    if (wire.length > MOST_BYTES) {
      throw new IllegalArgumentException("Longer than a domain name may be: " + name);
    }
    return wire;
  }

  /**
   * Text form in lower case without a trailing dot, the root as {@code .}; bytes outside printable
   * ASCII as {@code ?}: for messages and keys, not for zone files.
   */
  static String decode(byte[] wire, int at) {
    StringBuilder text = new StringBuilder();
    int i = at;
    while (wire[i] != 0) {
      int length = wire[i];
      for (int k = 1; k <= length; k++) {
        char c = (char) (wire[i + k] & 0xFF);
        text.append(c > ' ' && c < 127 ? Character.toLowerCase(c) : '?');
      }
      i += length + 1;
      text.append('.');
    }
    if (text.length() > 0) {
      text.setLength(text.length() - 1);
    }
    return text.length() == 0 ? "." : text.toString();
  }

  /**
   * Finds where the labels of an uncompressed name begin.
   *
   * @param starts filled with the offset of each length byte, leftmost label first
   * @return how many labels; -1 when no whole valid name lies before {@code end}
   */
  static int labels(byte[] message, int at, int end, int[] starts) {
    int count = 0;
    int i = at;
    while (i < end && message[i] != 0) {
      int length = message[i];
      // A negative byte is a compression pointer, which has no place in a question.
      if (length < 0 || length > 63 || i - at + length + 2 > MOST_BYTES) {
        return -1;
      }
      starts[count++] = i;
      i += length + 1;
    }
    return i < end ? count : -1;
  }

  /** Offset behind a name that may end in a compression pointer, or -1. */
  static int skip(byte[] message, int at, int end) {
    int i = at;
    while (i < end && message[i] != 0) {
      if ((message[i] & 0xC0) == 0xC0) {
        return i + 2 <= end ? i + 2 : -1;
      }
      if (message[i] < 0 || message[i] > 63) {
        return -1;
      }
      i += message[i] + 1;
    }
    return i < end ? i + 1 : -1;
  }
}
