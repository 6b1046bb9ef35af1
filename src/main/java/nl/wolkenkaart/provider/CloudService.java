package nl.wolkenkaart.provider;

import com.google.common.base.Ascii;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A cloud service and the signs in DNS that it is used or set up.
 *
 * @param id identifier in the catalogue, as it appears in the tables
 * @param name name for people
 * @param company its owner
 * @param signs what shows it
 * @param source where the signs are documented
 * @param seen the day they were seen in DNS, ISO 8601; null when they are documented but unseen
 */
public record CloudService(
    String id,
    String name,
    Company company,
    List<Sign> signs,
    String source,
    @Nullable String seen) {

  /** What a sign looks at. */
  enum Sees {
    /** An answer leads to a name below a suffix. */
    RECORD,
    /** A TXT record begins with a token. */
    TOKENS,
    /** The domain's own SPF record names a provider. */
    SPF,
    /** A provider receives. */
    MX,
    /** A provider runs the mailboxes. */
    BACKEND,
    /** A provider runs a name server. */
    DNS,
    /** The website's CNAME leads to a provider. */
    WEB,
    /** A mail host under an own name stands in a network. */
    MAIL_NETWORKS,
    /** The website stands in a network. */
    WEB_NETWORKS,
    /** DKIM names a tenant. */
    TENANT,
    /** A name of that tenant exists. */
    TENANT_QUESTIONS
  }

  /**
   * One sign.
   *
   * @param level of {@link Level}; null where the backend's confidence decides
   * @param questions identifiers of questions, for {@link Sees#RECORD} and {@link
   *     Sees#TENANT_QUESTIONS}
   * @param suffixes domain suffixes, for {@link Sees#RECORD}
   * @param tokens beginnings of TXT records
   * @param providers identifiers of the catalogue's providers
   * @param networks AS numbers
   * @param example a name or a text that the sign must recognise; null where it needs none
   */
  record Sign(
      Sees sees,
      @Nullable Level level,
      List<String> questions,
      SuffixTable<String> suffixes,
      List<String> tokens,
      Set<String> providers,
      Set<Long> networks,
      @Nullable String example) {

    /** Whether a name lies below one of the suffixes. */
    boolean matchesName(String name) {
      return suffixes.longest(name).isPresent();
    }

    /** Whether a text begins with one of the tokens, whatever their case. */
    boolean matchesText(String text) {
      for (String token : tokens) {
        if (text.regionMatches(true, 0, token, 0, token.length())) {
          return true;
        }
      }
      return false;
    }
  }

  /** How sure a service is; the surest first. */
  public enum Level {
    /** DNS leads to it now. */
    PROVEN,
    /** It was set up, or an account was verified. */
    LIKELY,
    /** Consistent with it, and with other things too. */
    HINT;

    /** The word in the tables: {@code proven}, {@code likely} or {@code hint}. */
    public String word() {
      return Ascii.toLowerCase(name());
    }

    static Optional<Level> of(String word) {
      return Arrays.stream(values()).filter(level -> level.word().equals(word)).findFirst();
    }
  }
}
