package nl.wolkenkaart.directory;

import nl.wolkenkaart.directory.rows.PlainText;

/** A list that cannot be used at all; the message is one line that names the file and the cause. */
public final class DirectoryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** PATH_MAX of Linux. */
  private static final int LONGEST_PATH = 4096;

  public DirectoryException(String file, String cause) {
    super(PlainText.escape(file, LONGEST_PATH) + ": " + cause);
  }

  public DirectoryException(String file, String problem, Throwable cause) {
    super(PlainText.escape(file, LONGEST_PATH) + ": " + problem, cause);
  }
}
