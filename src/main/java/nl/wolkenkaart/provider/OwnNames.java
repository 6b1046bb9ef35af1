package nl.wolkenkaart.provider;

import nl.wolkenkaart.directory.RegistrableDomain;

/**
 * Which names are an organisation's own: those under the registrable domain of its mail domain,
 * which takes in its other departments, and those under the mail domain itself. The latter matters
 * where the mail domain is a public suffix: names below it are then registrable domains, but they
 * stand in its zone.
 */
final class OwnNames {
  private final String domain;
  private final String below;
  private final String registrable;

  OwnNames(String domain) {
    this.domain = domain;
    this.below = "." + domain;
    this.registrable = RegistrableDomain.of(domain);
  }

  /**
   * Whether a name is the organisation's own.
   *
   * @param name lower case, without a trailing dot
   */
  boolean owns(String name) {
    return name.equals(domain)
        || name.endsWith(below)
        || RegistrableDomain.of(name).equals(registrable);
  }

  /** The leftmost label of the registrable domain: {@code delft} of {@code mail.delft.nl}. */
  String label() {
    int dot = registrable.indexOf('.');
    return dot < 0 ? registrable : registrable.substring(0, dot);
  }
}
