package nl.wolkenkaart.observation;

/** A file of observations that cannot be read, or not to its end. */
final class DamagedFileException extends Exception {
  private static final long serialVersionUID = 1;

  DamagedFileException(String path, Throwable cause) {
    super(path + ": is no whole file of observations (" + cause.getClass().getSimpleName() + ')');
    initCause(cause);
  }
}
