package nl.wolkenkaart.directory;

import com.google.common.base.CharMatcher;
import com.google.common.net.InetAddresses;
import com.ibm.icu.text.IDNA;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Finds the domain in what people write into the column of a list: a domain, URL or address. */
public final class MailDomain {
  /** Most characters of a domain in presentation form (RFC 1035, section 2.3.4). */
  public static final int LONGEST = 253;

  /**
   * Mapping can shorten a name, but not from here to {@link #LONGEST} in any name meant honestly,
   * and encoding takes time that grows with the square of the length.
   */
  private static final int LONGEST_TO_MAP = 1000;

  private static final CharMatcher WHITE_SPACE = CharMatcher.whitespace();
  private static final CharMatcher SEPARATOR = CharMatcher.anyOf(",;|<>");
  private static final CharMatcher AFTER_AUTHORITY = CharMatcher.anyOf("/?#\\");
  private static final CharMatcher HOST_NAME =
      CharMatcher.inRange('a', 'z')
          .or(CharMatcher.inRange('0', '9'))
          .or(CharMatcher.anyOf("-."))
          .precomputed();

  /** RFC 3986, section 3.1, with mailto of RFC 6068. */
  private static final Pattern SCHEME =
      Pattern.compile("(?:[a-z][a-z0-9+.-]*+:)?//|mailto:", Pattern.CASE_INSENSITIVE);

  private static final Pattern NEXT_URL =
      Pattern.compile("[,;|]\\s*https?://", Pattern.CASE_INSENSITIVE);
  private static final Pattern PORT = Pattern.compile(":[0-9]{0,5}+$");

  /** Last label by which WHATWG's URL standard tells an IPv4 address in any notation. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");

  private static final IDNA UTS46 =
      IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

  /**
   * Left aside: the length of the whole, which is measured when {@code www.} is gone, and hyphens
   * in the third and fourth place, which names that are in use do have.
   */
  private static final Set<IDNA.Error> LEFT_ASIDE =
      Set.of(IDNA.Error.DOMAIN_NAME_TOO_LONG, IDNA.Error.HYPHEN_3_4);

  private static final String NO_NAME = "the domain is no valid internationalised name (UTS #46)";

  private MailDomain() {}

  /** What was found, or why nothing was. */
  public sealed interface Result {}

  /**
   * A domain that can be asked about.
   *
   * @param domain A-labels (UTS #46, non-transitional), lower case, no trailing dot, no leading
   *     {@code www.}
   * @param registrableDomain see {@link RegistrableDomain}
   */
  public record Found(String domain, String registrableDomain) implements Result {}

  /**
   * No domain.
   *
   * @param reason one sentence without a full stop
   */
  public record Refused(String reason) implements Result {}

  /**
   * Finds the domain in a domain, URL (the scheme may be missing) or e-mail address. Never fails.
   * What could mean two domains is refused rather than guessed.
   */
  public static Result of(@Nullable String given) {
    String text = given == null ? "" : WHITE_SPACE.trimFrom(given);
    if (WHITE_SPACE.matchesAnyOf(text)) {
      return new Refused("the domain contains white space");
    }
    Matcher scheme = SCHEME.matcher(text);
    boolean hasScheme = scheme.lookingAt();
    boolean isUrl = hasScheme && scheme.group().endsWith("//");
    String rest = hasScheme ? text.substring(scheme.end()) : text;
    int cut = AFTER_AUTHORITY.indexIn(rest);
    String authority = cut < 0 ? rest : rest.substring(0, cut);
    int at = authority.lastIndexOf('@');
    if (SEPARATOR.matchesAnyOf(authority)
        || NEXT_URL.matcher(rest).find()
        || (!isUrl && at != authority.indexOf('@'))) {
      return new Refused("the domain field holds several addresses or more than an address");
    }
    if (!isUrl && cut >= 0 && rest.indexOf('@', cut) >= 0) {
      return new Refused("the domain field can be read as a URL and as an e-mail address");
    }
    return ofHost(authority.substring(at + 1));
  }

  private static Result ofHost(String hostAndPort) {
    if (hostAndPort.startsWith("[") || InetAddresses.isInetAddress(hostAndPort)) {
      return new Refused("an IP address is no domain");
    }
    String host = PORT.matcher(hostAndPort).replaceFirst("");
    if (host.length() > LONGEST_TO_MAP) {
      return new Refused("the domain is longer than 253 characters");
    }
    IDNA.Info info = new IDNA.Info();
    String mapped = UTS46.nameToASCII(host, new StringBuilder(), info).toString();
    String domain = withoutWww(mapped.endsWith(".") ? chop(mapped) : mapped);
    String reason = reasonAgainst(domain, info.getErrors());
    return reason == null ? new Found(domain, RegistrableDomain.of(domain)) : new Refused(reason);
  }

  private static @Nullable String reasonAgainst(String domain, Set<IDNA.Error> errors) {
    if (domain.isEmpty()) {
      return "the domain is empty";
    }
    if (domain.length() > LONGEST) {
      return "the domain is longer than 253 characters";
    }
    if (errors.contains(IDNA.Error.PUNYCODE) || errors.contains(IDNA.Error.INVALID_ACE_LABEL)) {
      return NO_NAME;
    }
    if (!HOST_NAME.matchesAllOf(domain)) {
      return "the domain has characters other than letters, digits and hyphens";
    }
    if (NUMBER.matcher(domain.substring(domain.lastIndexOf('.') + 1)).matches()) {
      return "an IP address is no domain";
    }
    if (errors.contains(IDNA.Error.EMPTY_LABEL)) {
      return "the domain has an empty label";
    }
    if (errors.contains(IDNA.Error.LABEL_TOO_LONG)) {
      return "the domain has a label longer than 63 characters";
    }
    if (errors.contains(IDNA.Error.LEADING_HYPHEN) || errors.contains(IDNA.Error.TRAILING_HYPHEN)) {
      return "the domain has a label that begins or ends with a hyphen";
    }
    if (!LEFT_ASIDE.containsAll(errors)) {
      return NO_NAME;
    }
    return domain.indexOf('.') < 0 ? "the domain has no dot" : null;
  }

  /** Repeated, so that what comes out stays the same when it is put in again. */
  private static String withoutWww(String domain) {
    String rest = domain;
    while (rest.startsWith("www.") && rest.indexOf('.', 4) >= 0) {
      rest = rest.substring(4);
    }
    return rest;
  }

  private static String chop(String text) {
    return text.substring(0, text.length() - 1);
  }
}
