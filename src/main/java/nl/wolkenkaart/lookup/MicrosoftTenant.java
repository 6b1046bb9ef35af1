package nl.wolkenkaart.lookup;

import java.util.Optional;

/**
 * The name of a Microsoft tenant, as the target of a DKIM selector tells it (Microsoft, "Use DKIM
 * to validate outbound email"; the second form since May 2025).
 */
public final class MicrosoftTenant {
  private static final String LABEL = "._domainkey.";
  private static final String OLD_FORM = ".onmicrosoft.com";
  private static final String NEW_FORM = "-v1.dkim.mail.microsoft";
  private static final int LONGEST_LABEL = 63;

  private MicrosoftTenant() {}

  /**
   * The tenant in {@code selector1-example-nl._domainkey.<tenant>.onmicrosoft.com} or {@code
   * selector1-example-nl._domainkey.<tenant>.<letter>-v1.dkim.mail.microsoft}.
   *
   * @param dkimTarget target of the CNAME record at {@code selector1._domainkey} or {@code
   *     selector2._domainkey}; lower case, without a trailing dot
   * @return the tenant's label; empty for every other text
   */
  public static Optional<String> of(String dkimTarget) {
    int label = dkimTarget.indexOf(LABEL);
    if (label < 1 || !isLabel(dkimTarget.substring(0, label))) {
      return Optional.empty();
    }
    String rest = dkimTarget.substring(label + LABEL.length());
    int dot = rest.indexOf('.');
    if (dot < 1 || !isLabel(rest.substring(0, dot))) {
      return Optional.empty();
    }
    return isMicrosoft(rest.substring(dot))
        ? Optional.of(rest.substring(0, dot))
        : Optional.empty();
  }

  /** Whether what follows the tenant is one of the two forms: {@code .x-v1.dkim.mail.microsoft}. */
  private static boolean isMicrosoft(String suffix) {
    if (suffix.equals(OLD_FORM)) {
      return true;
    }
    return suffix.endsWith(NEW_FORM)
        && suffix.length() > NEW_FORM.length() + 1
        && isLabel(suffix.substring(1, suffix.length() - NEW_FORM.length()));
  }

  private static boolean isLabel(String text) {
    if (text.isEmpty() || text.length() > LONGEST_LABEL) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!letterOrDigit && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }
}
