package nl.wolkenkaart.lookup;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The text of a TXT record, read from its presentation form (RFC 1035, section 5.1). */
public final class TextRecord {
  private static final int LARGEST_OCTET = 255;

  private TextRecord() {}

  /**
   * Joins the character strings of a TXT record without a space between them (RFC 7208, section
   * 3.3). Bytes above 127 are read as UTF-8; characters above 127 that were not escaped stay.
   *
   * @param presentation RDATA such as {@code "v=spf1 " "-all"}
   */
  public static String join(String presentation) {
    ByteArrayOutputStream text = new ByteArrayOutputStream(presentation.length());
    boolean quoted = false;
    for (int i = 0; i < presentation.length(); i++) {
      char c = presentation.charAt(i);
      if (c == '\\' && isOctet(presentation, i + 1)) {
        text.write(Integer.parseInt(presentation.substring(i + 1, i + 4)));
        i += 3;
      } else if (c == '\\' && i + 1 < presentation.length()) {
        write(presentation.charAt(++i), text);
      } else if (c == '"') {
        quoted = !quoted;
      } else if (quoted || c != ' ') {
        write(c, text);
      }
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  /** A character outside the basic plane comes as two halves, which no DNS software writes. */
  private static void write(char c, ByteArrayOutputStream text) {
    if (c < 0x80) {
      text.write(c);
    } else {
      text.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Whether three digits follow that are a byte (RFC 1035, section 5.1). */
  private static boolean isOctet(String text, int from) {
    if (from + 3 > text.length()) {
      return false;
    }
    int octet = 0;
    for (int i = from; i < from + 3; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
      octet = octet * 10 + text.charAt(i) - '0';
    }
    return octet <= LARGEST_OCTET;
  }
}
