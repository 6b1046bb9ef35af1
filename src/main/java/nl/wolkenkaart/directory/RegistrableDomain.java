package nl.wolkenkaart.directory;

import com.google.common.net.InternetDomainName;

/**
 * The domain that was registered: one label below the public suffix (publicsuffix.org). Only the
 * suffixes of registries count; a company that lets others register below its own name, as {@code
 * blogspot.com} does, is the registrant itself.
 */
public final class RegistrableDomain {
  /** No registry's rule has more than four labels; what is further left decides nothing. */
  private static final int LABELS_READ = 5;

  private RegistrableDomain() {}

  /**
   * The registrable domain of a name; the name itself where it is a public suffix. The last label
   * is the suffix where the list knows none, which is the list's default rule. Never fails: labels
   * left of one that no host name can have, such as the macro in {@code %{i}.spf.example.nl}, are
   * not looked at.
   *
   * @param aLabelDomain A-labels, lower case, no trailing dot
   */
  public static String of(String aLabelDomain) {
    String tail = readableTail(aLabelDomain);
    if (tail.isEmpty()) {
      return lastLabels(aLabelDomain, 2);
    }
    InternetDomainName suffix = InternetDomainName.from(tail).registrySuffix();
    return lastLabels(aLabelDomain, suffix == null ? 2 : suffix.parts().size() + 1);
  }

  /** The last labels, as far as Guava takes them for a name; it throws for others. */
  private static String readableTail(String domain) {
    int end = domain.length();
    int from = end + 1;
    for (int labels = 0; labels < LABELS_READ && from > 0; labels++) {
      int dot = from < 2 ? -1 : domain.lastIndexOf('.', from - 2);
      if (end - dot > MailDomain.LONGEST || !isReadable(domain, dot + 1, from - 1)) {
        break;
      }
      from = dot + 1;
    }
    boolean isNumber = from < end && isDigit(domain.charAt(domain.lastIndexOf('.') + 1));
    return from > end || isNumber ? "" : domain.substring(from);
  }

  /** Whether a label has letters and digits alone, or hyphens and underscores between them. */
  private static boolean isReadable(String domain, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = domain.charAt(i);
      boolean joins = (c == '-' || c == '_') && i > from && i < to - 1;
      if (!(c >= 'a' && c <= 'z') && !isDigit(c) && !joins) {
        return false;
      }
    }
    return to > from && to - from <= 63;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String lastLabels(String domain, int labels) {
    int dot = domain.length();
    for (int i = 0; i < labels; i++) {
      dot = domain.lastIndexOf('.', dot - 1);
      if (dot < 0) {
        return domain;
      }
    }
    return domain.substring(dot + 1);
  }
}
