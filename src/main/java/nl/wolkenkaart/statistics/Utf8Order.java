package nl.wolkenkaart.statistics;

import java.io.Serializable;
import java.util.Comparator;
import nl.wolkenkaart.directory.Utf8Text;

/**
 * The order of all tables: by the bytes of the UTF-8 form, unsigned. It is the order of code points
 * and of {@code LC_ALL=C sort}, whatever the locale; Java's own order of strings differs from it
 * for characters beyond U+FFFF.
 */
public enum Utf8Order implements Comparator<String>, Serializable {
  UTF8_ORDER;

  @Override
  public int compare(String left, String right) {
    return Utf8Text.compare(left, right);
  }
}
