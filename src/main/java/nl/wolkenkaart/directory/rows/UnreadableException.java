package nl.wolkenkaart.directory.rows;

import java.io.IOException;

/**
 * A file whose content cannot be read, or not to its end. The message is one line, safe to show,
 * that says why and does not name the file; it fits behind the file's name and a colon.
 */
public final class UnreadableException extends IOException {
  private static final long serialVersionUID = 1L;

  public UnreadableException(String problem) {
    super(problem);
  }

  public UnreadableException(String problem, Throwable cause) {
    super(problem, cause);
  }
}
