package nl.wolkenkaart.provider;

/**
 * The code list of {@code status}. Never merged: a domain that could not be asked is not one
 * without mail, and a failure is not an unknown.
 */
public final class MailStatus {
  /** Mail is received, and the backend is known. */
  public static final String OK = "ok";

  /** Mail is received, every question was answered, and the answers do not tell the backend. */
  public static final String UNKNOWN_BACKEND = "unknown_backend";

  /**
   * Several operators at the lowest preference, or mailbox providers evidenced against each other.
   * The backend is still given where the rest decides it.
   */
  public static final String CONFLICT = "conflict";

  /** No MX record but an address: mail may be delivered there (RFC 5321, section 5.1). */
  public static final String IMPLICIT_MX = "implicit_mx";

  /** The null MX (RFC 7505). */
  public static final String NO_MAIL_DECLARED = "no_mail_declared";

  /** No MX record and no address, or MX records of which none can be delivered to. */
  public static final String NO_MAIL_FOUND = "no_mail_found";

  /** The domain does not exist. */
  public static final String NXDOMAIN = "nxdomain";

  /** A question that decides was not answered; receiver and backend say what is known anyway. */
  public static final String LOOKUP_FAILED = "lookup_failed";

  /** No register gives the organisation a domain, so there was nothing to ask. */
  public static final String NO_DOMAIN = "no_domain";

  private MailStatus() {}
}
