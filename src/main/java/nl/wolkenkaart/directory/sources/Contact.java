package nl.wolkenkaart.directory.sources;

import java.time.LocalDate;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * An address that a register gives for an organisation.
 *
 * @param purpose label or purpose as the register gives it, null where it gives none
 * @param value any text: a domain, URL or e-mail address, often with something around it
 * @param until date from which it holds no longer, null where the register gives none
 */
public record Contact(
    Kind kind, @Nullable String purpose, String value, @Nullable LocalDate until) {

  /** What kind of address it is. */
  public enum Kind {
    WEBSITE("website"),
    EMAIL("e-mail"),
    /** A domain in a register of domains, or in a list that the organisation's are in. */
    REGISTER("register entry");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word for it in tables. */
    public String word() {
      return word;
    }

    /** The kind with a word, null when there is none. */
    public static @Nullable Kind of(String word) {
      for (Kind kind : values()) {
        if (kind.word.equals(word)) {
          return kind;
        }
      }
      return null;
    }
  }
}
