package nl.wolkenkaart.web;

/** The tables contradict each other, so that no page can be made of them that is right. */
public final class ReportException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ReportException(String message) {
    super(message);
  }
}
