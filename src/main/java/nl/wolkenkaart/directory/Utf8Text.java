package nl.wolkenkaart.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.primitives.UnsignedBytes;

/** Text by the bytes of its UTF-8 form, unsigned: the order of code points. */
public final class Utf8Text {
  private Utf8Text() {}

  /** Compares as {@link java.util.Comparator#compare} does. */
  public static int compare(String left, String right) {
    return UnsignedBytes.lexicographicalComparator()
        .compare(left.getBytes(UTF_8), right.getBytes(UTF_8));
  }
}
