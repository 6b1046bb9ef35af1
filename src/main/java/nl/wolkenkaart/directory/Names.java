package nl.wolkenkaart.directory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of organisations, as they are compared. */
final class Names {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Shorter labels stand in many names by accident. */
  private static final int SHORTEST = 4;

  private Names() {}

  /** Small letters and digits without accents, single spaces between words. */
  static String fold(String name) {
    StringBuilder simple = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 0x80) {
        return foldAny(name);
      }
      boolean kept = Character.isLetterOrDigit(c);
      if (kept || (!simple.isEmpty() && simple.charAt(simple.length() - 1) != ' ')) {
        simple.append(kept ? Character.toLowerCase(c) : ' ');
      }
    }
    return simple.toString().strip();
  }

  private static String foldAny(String name) {
    String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    return OTHERS.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether the label that a domain was registered under stands in a name, or the other way round.
   */
  static boolean isIn(String registrableDomain, String name) {
    int dot = registrableDomain.indexOf('.');
    String label =
        registrableDomain.substring(0, Math.max(dot, 0)).replace("-", "").toLowerCase(Locale.ROOT);
    String joined = fold(name).replace(" ", "");
    return label.length() >= SHORTEST
        && (joined.contains(label) || (joined.length() >= SHORTEST && label.contains(joined)));
  }
}
