package nl.wolkenkaart.directory;

/** A list that cannot be used at all; the message is one line that names the file and the cause. */
public final class DirectoryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DirectoryException(String file, String cause) {
    super(PlainText.escape(file) + ": " + cause);
  }

  public DirectoryException(String file, String problem, Throwable cause) {
    super(PlainText.escape(file) + ": " + problem, cause);
  }
}
