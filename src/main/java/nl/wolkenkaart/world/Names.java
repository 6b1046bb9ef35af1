package nl.wolkenkaart.world;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/** Names that nobody has: pronounceable, Dutch to the ear, under {@code .example} (RFC 2606). */
final class Names {
  private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII);
  private static final Map<String, List<String>> WORDS = words();
  private static final Map<String, List<Pattern>> PATTERNS = patterns();

  /** Diacritics are this rare among places, per cent. */
  private static final int DIACRITICS = 2;

  /** Of domains with diacritics, so many keep them, per cent. */
  private static final int KEPT = 60;

  /** With what Microsoft puts around a domain in a label, that is 61 of the 63 there may be. */
  private static final int LONGEST = 40 + ".example".length();

  /** After so many names that were taken, longer ones; after twice as many, numbers. */
  private static final int TRIES = 20;

  private final Set<String> used = new HashSet<>();

  /**
   * @param name the organisation's name
   * @param domain as people write it, perhaps with diacritics
   * @param ascii as DNS has it (UTS #46)
   */
  record Named(String name, String domain, String ascii) {}

  private record Pattern(String name, String plain, String hyphen) {}

  /** Names of the regions. */
  static List<String> regions() {
    return WORDS.get("region");
  }

  /** A name and a domain that were not given before. */
  Named next(Sector sector, Scenario.Form form, Dice dice) {
    for (int attempt = 0; ; attempt++) {
      Pattern pattern = dice.pick(PATTERNS.get(sector.id()));
      Map<String, String> parts = parts(dice, attempt > TRIES);
      boolean hyphen = form == Scenario.Form.HYPHEN || attempt > TRIES;
      String bare = fill(hyphen ? pattern.hyphen : pattern.plain, parts).toLowerCase(Locale.ROOT);
      if (attempt > 2 * TRIES) {
        bare += attempt;
      }
      if (!dice.chance(KEPT)) {
        bare = withoutDiacritics(bare);
      }
      String domain = bare + ".example";
      String ascii = ascii(domain);
      if (ascii.length() <= LONGEST && used.add(ascii)) {
        return new Named(fill(pattern.name, parts), domain, ascii);
      }
    }
  }

  private static Map<String, String> parts(Dice dice, boolean longer) {
    Map<String, String> parts = new HashMap<>();
    String fronts = dice.chance(DIACRITICS) ? "front-diacritic" : "front";
    String place = dice.pick(WORDS.get(fronts)) + dice.pick(WORDS.get("back"));
    if (longer || dice.chance(25)) {
      place = dice.pick(WORDS.get("modifier")) + place.toLowerCase(Locale.ROOT);
    }
    parts.put("place", place);
    for (String kind : List.of("word", "surname", "trade", "subject")) {
      parts.put(kind, dice.pick(WORDS.get(kind)));
    }
    List<String> others = new ArrayList<>(WORDS.get("subject"));
    others.remove(parts.get("subject"));
    parts.put("subject2", dice.pick(others));
    return parts;
  }

  private static String fill(String pattern, Map<String, String> parts) {
    String text = pattern;
    for (Map.Entry<String, String> part : parts.entrySet()) {
      text = text.replace("{" + part.getKey() + "}", part.getValue());
    }
    return text;
  }

  private static String withoutDiacritics(String text) {
    String apart = Normalizer2.getNFDInstance().normalize(text);
    return CharMatcher.inRange('\u0300', '\u036F').removeFrom(apart);
  }

  private static String ascii(String domain) {
    if (CharMatcher.ascii().matchesAllOf(domain)) {
      return domain;
    }
    return UTS46.nameToASCII(domain, new StringBuilder(), new IDNA.Info()).toString();
  }

  private static Map<String, List<String>> words() {
    Map<String, List<String>> words = new HashMap<>();
    for (CSVRecord row : Operator.rows("words.csv")) {
      words.put(row.get("kind"), Splitter.on(' ').splitToList(row.get("words")));
    }
    return words;
  }

  private static Map<String, List<Pattern>> patterns() {
    Map<String, List<Pattern>> patterns = new HashMap<>();
    for (CSVRecord row : Operator.rows("names.csv")) {
      patterns
          .computeIfAbsent(row.get("sector"), s -> new ArrayList<>())
          .add(new Pattern(row.get("name"), row.get("plain"), row.get("hyphen")));
    }
    return patterns;
  }
}
