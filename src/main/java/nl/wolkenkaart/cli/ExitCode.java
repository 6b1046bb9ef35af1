package nl.wolkenkaart.cli;

/** How the program ends. */
final class ExitCode {
  static final int GOOD = 0;

  /** A fault of the program or the machine. */
  static final int CRASH = 1;

  /** The command line, the run specification or an input file cannot be used. */
  static final int USAGE = 2;

  /** The run finished, and a figure that must hold does not. */
  static final int INVARIANT = 3;

  /** The run finished, and more lookups failed than {@code --max-failure-share} allows. */
  static final int FAILURES = 4;

  private ExitCode() {}
}
