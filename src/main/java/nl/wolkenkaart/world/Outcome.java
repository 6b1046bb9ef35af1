package nl.wolkenkaart.world;

/**
 * What a scenario planted at a domain.
 *
 * @param receiver who really accepts the mail first
 * @param backend who really runs the mailboxes
 * @param expected what measuring should find
 * @param decides whether what is public tells the real backend
 */
record Outcome(String receiver, String backend, Expectation expected, boolean decides) {

  /** Everything shows as it is. */
  static Outcome seen(String receiver, String backend) {
    return new Outcome(receiver, backend, Expectation.ok(receiver, backend), true);
  }

  /** The receiver shows; nothing tells what stands behind it. */
  static Outcome hidden(String receiver, String backend) {
    return new Outcome(receiver, backend, Expectation.unknownBackend(receiver), false);
  }

  /** There is mail somewhere, but not to be seen at the domain on the list. */
  static Outcome elsewhere(String backend, Expectation expected) {
    return new Outcome(backend, backend, expected, false);
  }

  /** There is no mail at all, and that shows. */
  static Outcome noMail(Expectation expected) {
    return new Outcome("none", "none", expected, true);
  }
}
