package nl.wolkenkaart.directory.sources;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Finds the addresses in a cell that holds several, or words around one. */
public final class Addresses {
  /** What other programs leave in text and nobody sees: format characters (Unicode's Cf). */
  private static final CharMatcher INVISIBLE =
      CharMatcher.anyOf("\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF");

  private static final Splitter SEPARATOR =
      Splitter.on(CharMatcher.whitespace().or(CharMatcher.anyOf("|;,"))).omitEmptyStrings();
  private static final Pattern LABEL =
      Pattern.compile("[,;(]?\\s*label\\s*:\\s*([^,;|)]*)\\)?", Pattern.CASE_INSENSITIVE);
  private static final String TRIMMED = "<>()[]\"'.,:";

  private Addresses() {}

  /** An address and the label behind it. */
  record Labelled(String address, @Nullable String label) {}

  /** The text without characters that nobody sees. */
  public static String visible(String text) {
    return INVISIBLE.removeFrom(text);
  }

  /**
   * The parts of a cell between spaces, commas, semicolons, bars and line ends that have a dot or
   * an {@code @} in them.
   */
  static List<String> in(String cell) {
    List<String> found = new ArrayList<>();
    for (String part : SEPARATOR.split(visible(cell))) {
      String address = CharMatcher.anyOf(TRIMMED).trimFrom(part);
      if (address.indexOf('@') >= 0 || address.indexOf('.') > 0) {
        found.add(address);
      }
    }
    return found;
  }

  /** Addresses with labels, as {@code https://x.nl, label: algemeen}. */
  static List<Labelled> labelled(String cell) {
    List<Labelled> found = new ArrayList<>();
    Matcher label = LABEL.matcher(cell);
    int from = 0;
    while (label.find()) {
      String name = label.group(1).strip();
      for (String address : in(cell.substring(from, label.start()))) {
        found.add(new Labelled(address, name.isEmpty() ? null : name));
      }
      from = label.end();
    }
    for (String address : in(cell.substring(from))) {
      found.add(new Labelled(address, null));
    }
    return found;
  }

  /**
   * The one address that a text with white space holds: the first part with an {@code @}, or else
   * the text as it is.
   */
  public static String single(String text) {
    String visible = visible(text).strip();
    if (!CharMatcher.whitespace().matchesAnyOf(visible)) {
      return visible;
    }
    for (String part : in(visible)) {
      if (part.indexOf('@') > 0) {
        return part;
      }
    }
    return visible;
  }
}
