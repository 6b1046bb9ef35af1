package nl.wolkenkaart.web;

import java.util.List;

/** Tells made-up lists by their domains. */
final class ReservedNames {
  private ReservedNames() {}

  /**
   * Whether every domain of a list ends in a name that is reserved for examples and tests (RFC
   * 2606, RFC 6761), so that none of its organisations can be real; false for a list without
   * domains.
   */
  static boolean areAll(List<OrganisationRow> rows) {
    boolean any = false;
    for (OrganisationRow row : rows) {
      String domain = row.domain();
      if (domain == null) {
        continue;
      }
      if (!domain.endsWith(".example")
          && !domain.endsWith(".test")
          && !domain.endsWith(".invalid")) {
        return false;
      }
      any = true;
    }
    return any;
  }
}
