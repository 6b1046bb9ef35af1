package nl.wolkenkaart.directory;

import com.google.common.net.InternetDomainName;

/**
 * The domain that was registered: one label below the public suffix (publicsuffix.org). Only the
 * suffixes of registries count; a company that lets others register below its own name, as {@code
 * blogspot.com} does, is the registrant itself.
 */
public final class RegistrableDomain {
  /** No rule of a registry has more than five labels; what is further left decides nothing. */
  private static final int LABELS_READ = 7;

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
    if (!InternetDomainName.isValid(tail)) {
      return lastLabels(aLabelDomain, 2);
    }
    InternetDomainName name = InternetDomainName.from(tail);
    InternetDomainName suffix = name.registrySuffix();
    int labels = suffix == null ? 2 : suffix.parts().size() + 1;
    return lastLabels(aLabelDomain, labels);
  }

  private static String readableTail(String domain) {
    int from = domain.length();
    int labels = 0;
    for (int i = domain.length() - 1; i >= 0; i--) {
      char c = domain.charAt(i);
      if (c == '.') {
        if (++labels == LABELS_READ) {
          return domain.substring(i + 1);
        }
        from = i + 1;
      } else if (!isReadable(c)) {
        return domain.substring(from);
      }
    }
    return domain;
  }

  private static boolean isReadable(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
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
