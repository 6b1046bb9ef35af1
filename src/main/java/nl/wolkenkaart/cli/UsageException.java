package nl.wolkenkaart.cli;

/**
 * What was asked for cannot be done as it was asked; the message is one line for the person who
 * asked.
 */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UsageException(String message) {
    super(message);
  }

  UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
