package nl.wolkenkaart.statistics;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.primitives.UnsignedBytes;
import java.io.Serializable;
import java.util.Comparator;

/**
 * The order of all tables: by the bytes of the UTF-8 form, unsigned. It is the order of code points
 * and of {@code LC_ALL=C sort}, whatever the locale; Java's own order of strings differs from it
 * for characters beyond U+FFFF.
 */
public enum Utf8Order implements Comparator<String>, Serializable {
  UTF8_ORDER;

  @Override
  public int compare(String left, String right) {
    return UnsignedBytes.lexicographicalComparator()
        .compare(left.getBytes(UTF_8), right.getBytes(UTF_8));
  }
}
