package nl.wolkenkaart.world;

/**
 * What measuring a domain should find, in the code lists of the table of attributions.
 *
 * @param status such as {@code ok} or {@code unknown_backend}
 * @param receiver catalogue identifier, {@code self}, {@code other:<registrable domain>}, {@code
 *     unknown} or {@code none}
 * @param backend the same
 */
public record Expectation(String status, String receiver, String backend) {
  static final Expectation LOOKUP_FAILED = new Expectation("lookup_failed", "unknown", "unknown");
  static final Expectation IMPLICIT_MX = new Expectation("implicit_mx", "unknown", "unknown");
  static final Expectation NXDOMAIN = new Expectation("nxdomain", "none", "none");
  static final Expectation NO_MAIL_FOUND = new Expectation("no_mail_found", "none", "none");
  static final Expectation NO_MAIL_DECLARED = new Expectation("no_mail_declared", "none", "none");

  static Expectation ok(String receiver, String backend) {
    return new Expectation("ok", receiver, backend);
  }

  static Expectation unknownBackend(String receiver) {
    return new Expectation("unknown_backend", receiver, "unknown");
  }

  static Expectation conflict(String backend) {
    return new Expectation("conflict", "unknown", backend);
  }
}
