package nl.wolkenkaart.lookup;

/**
 * The label that Microsoft puts before {@code mail.protection.outlook.com} for an accepted domain.
 *
 * <p>Dots become hyphens. As a domain's own hyphens would then read as dots, they are left out, and
 * a suffix says where they were: {@code 0}, then for each four characters of the domain that hold a
 * hyphen a letter, {@code a} plus 1, 2, 4 and 8 for the first to the fourth of them, with the
 * number of groups without one before it where there are any. {@code my-town.example} is {@code
 * mytown-example0e}, {@code our-own-town.example} is {@code ourowntown-example0ii}.
 *
 * <p>Microsoft documents the name for domains without a hyphen only; the suffix was worked out from
 * the MX records of 155 European public bodies (April and July 2026), all of which it gives. It is
 * not proven for hyphens beyond the 27th character.
 */
final class EopLabel {
  private static final int GROUP = 4;

  private EopLabel() {}

  /**
   * The label of a domain, which may be longer than the 63 characters of a label.
   *
   * @param domain lower case, no trailing dot
   */
  static String of(String domain) {
    String label = domain.replace("-", "").replace('.', '-');
    if (domain.indexOf('-') < 0) {
      return label;
    }
    StringBuilder suffix = new StringBuilder("0");
    int without = 0;
    for (int start = 0; start < domain.length(); start += GROUP) {
      int hyphens = 0;
      for (int i = 0; i < GROUP && start + i < domain.length(); i++) {
        hyphens |= domain.charAt(start + i) == '-' ? 1 << i : 0;
      }
      if (hyphens == 0) {
        without++;
      } else {
        suffix.append(without == 0 ? "" : without).append((char) ('a' + hyphens));
        without = 0;
      }
    }
    return label + suffix;
  }
}
