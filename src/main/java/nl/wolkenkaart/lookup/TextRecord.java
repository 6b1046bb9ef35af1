package nl.wolkenkaart.lookup;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The text of a TXT record, read from its presentation form (RFC 1035, section 5.1). */
public final class TextRecord {
  private TextRecord() {}

  /**
   * Joins the character strings of a TXT record without a space between them (RFC 7208, section
   * 3.3). Bytes above 127 are read as UTF-8.
   *
   * @param presentation RDATA such as {@code "v=spf1 " "-all"}
   */
  public static String join(String presentation) {
    ByteArrayOutputStream text = new ByteArrayOutputStream(presentation.length());
    boolean quoted = false;
    for (int i = 0; i < presentation.length(); i++) {
      char c = presentation.charAt(i);
      if (c == '\\' && isDecimal(presentation, i + 1)) {
        text.write(Integer.parseInt(presentation.substring(i + 1, i + 4)));
        i += 3;
      } else if (c == '\\' && i + 1 < presentation.length()) {
        text.write(presentation.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (quoted || c != ' ') {
        text.write(c);
      }
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  private static boolean isDecimal(String text, int from) {
    if (from + 3 > text.length()) {
      return false;
    }
    for (int i = from; i < from + 3; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
