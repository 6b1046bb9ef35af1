package nl.wolkenkaart.lookup;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The terms of one SPF record (RFC 7208, section 4.6.1), in the order of the record. Reading is
 * forgiving: a term that the grammar does not know is kept as it stands and follows nothing, for a
 * measurement wants to see what is published. Never throws.
 *
 * @param terms the terms after {@code v=spf1}; at most {@value #MOST_TERMS}
 */
public record SpfRecord(List<Term> terms) {
  /** Terms kept of one record; 64 kB of text holds some 30,000. */
  public static final int MOST_TERMS = 500;

  private static final String VERSION = "v=spf1";
  private static final int LONGEST_NAME = 253;

  public SpfRecord {
    terms = List.copyOf(terms);
  }

  /**
   * A mechanism or a modifier.
   *
   * @param qualifier {@code +}, {@code -}, {@code ~} or {@code ?}; {@code +} where none is written
   * @param name {@code include}, {@code ip4}, {@code redirect}, ...; lower case
   * @param value what stands after {@code :} or {@code =}, or after the name as in {@code a/24};
   *     lower case, empty where there is none
   * @param modifier whether it is written with {@code =}, as {@code redirect} is
   */
  public record Term(char qualifier, String name, String value, boolean modifier) {
    /** Whether the value holds a macro, which only the mail being checked expands (section 7). */
    public boolean hasMacro() {
      return value.indexOf('%') >= 0;
    }

    /** Whether it is one of the six terms that cost a look-up (section 4.6.4). */
    public boolean costsLookup() {
      return modifier
          ? name.equals("redirect")
          : switch (name) {
            case "include", "a", "mx", "ptr", "exists" -> true;
            default -> false;
          };
    }
  }

  /** Whether a text claims to be an SPF record: {@code v=spf1} alone or before a space (4.5). */
  public static boolean isSpf(String text) {
    return text.regionMatches(true, 0, VERSION, 0, VERSION.length())
        && (text.length() == VERSION.length() || isSpace(text.charAt(VERSION.length())));
  }

  /**
   * Reads a record.
   *
   * @param text a TXT record's joined text, see {@link TextRecord#join}
   * @return empty where the text is no SPF record
   */
  public static Optional<SpfRecord> parse(String text) {
    if (!isSpf(text)) {
      return Optional.empty();
    }
    List<Term> terms = new ArrayList<>();
    int position = VERSION.length();
    while (position < text.length() && terms.size() < MOST_TERMS) {
      int end = position;
      while (end < text.length() && !isSpace(text.charAt(end))) {
        end++;
      }
      if (end > position) {
        terms.add(term(text.substring(position, end).toLowerCase(Locale.ROOT)));
      }
      position = end + 1;
    }
    return Optional.of(new SpfRecord(terms));
  }

  private static Term term(String text) {
    boolean qualified = "+-~?".indexOf(text.charAt(0)) >= 0;
    String rest = qualified ? text.substring(1) : text;
    char qualifier = qualified ? text.charAt(0) : '+';
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      if (c == ':' || c == '=') {
        return new Term(qualifier, rest.substring(0, i), rest.substring(i + 1), c == '=');
      }
      if (c == '/') {
        return new Term(qualifier, rest.substring(0, i), rest.substring(i), false);
      }
    }
    return new Term(qualifier, rest, "", false);
  }

  /**
   * The names whose SPF records are part of this one: of {@code include} and, where there is no
   * {@code all}, {@code redirect} (section 6.1). Without those that hold a macro or that cannot be
   * a name; each once, in the order of the record; no trailing dot.
   */
  public List<String> names() {
    Set<String> names = new LinkedHashSet<>(includes());
    redirect().ifPresent(names::add);
    return List.copyOf(names);
  }

  /** The names that {@code include} gives, as {@link #names()} has them. */
  public List<String> includes() {
    Set<String> names = new LinkedHashSet<>();
    for (Term term : terms) {
      if (!term.modifier() && term.name().equals("include") && !term.hasMacro()) {
        name(term.value()).ifPresent(names::add);
      }
    }
    return List.copyOf(names);
  }

  /**
   * The name that stands in for this record: of {@code redirect}, where there is no {@code all}.
   */
  public Optional<String> redirect() {
    if (terms.stream().anyMatch(t -> !t.modifier() && t.name().equals("all"))) {
      return Optional.empty();
    }
    return terms.stream()
        .filter(t -> t.modifier() && t.name().equals("redirect") && !t.hasMacro())
        .findFirst()
        .flatMap(t -> name(t.value()));
  }

  /** Whether a term can only be read with a mail in hand: it holds a macro. */
  public boolean isOpaque() {
    return terms.stream().anyMatch(t -> t.hasMacro() && (t.costsLookup() || !t.modifier()));
  }

  /**
   * A value as a domain name; empty where it cannot be one: no dot, an empty or too long label, or
   * a character that host names and service labels do not have.
   */
  private static Optional<String> name(String value) {
    String name = value.endsWith(".") ? value.substring(0, value.length() - 1) : value;
    if (name.length() > LONGEST_NAME || name.indexOf('.') < 0) {
      return Optional.empty();
    }
    int labelLength = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (c == '.' ? labelLength == 0 : !letterOrDigit && c != '-' && c != '_') {
        return Optional.empty();
      }
      labelLength = c == '.' ? 0 : labelLength + 1;
      if (labelLength > 63) {
        return Optional.empty();
      }
    }
    return labelLength == 0 ? Optional.empty() : Optional.of(name);
  }

  /** RFC 7208 knows the space alone; tabs and line ends are published and meant as one. */
  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }
}
