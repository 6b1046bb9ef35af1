package nl.wolkenkaart.lookup;

/**
 * What became of a question. Exactly one of these; an answer, a failure and a question that was
 * never sent are three things (RCODEs: RFC 1035, section 4.1.1; NODATA: RFC 2308, section 2.2).
 */
public enum AnswerStatus {
  /** Records of the asked type. */
  NOERROR,
  /** The name exists, records of the asked type do not. */
  NODATA,
  /** The name does not exist. */
  NXDOMAIN,
  SERVFAIL,
  REFUSED,
  FORMERR,
  NOTIMP,
  /** Sent, and no reply within the last attempt's time or before the deadline of the domain. */
  TIMEOUT,
  /** Truncated over UDP, and the repeat over TCP failed. */
  TCP_FAILED,
  /** The question could not be sent, or the host said that the port is closed. */
  NETWORK_ERROR,
  /** A reply that is no DNS message, or that answers something else. */
  MALFORMED,
  /** A CNAME chain that returns to itself or has more than eight links. */
  CNAME_LOOP,
  /**
   * Not sent: the reason says why. No resolver answers, the deadline of the domain had passed, the
   * questions before it met silence again, or it is no domain name. Never an absence.
   */
  NOT_ASKED;

  /** Whether the name server gave an answer that will not change by asking again. */
  public boolean isAnswer() {
    return this == NOERROR || this == NODATA || this == NXDOMAIN;
  }

  /** Whether the question was asked, or should have been, and no answer came. */
  public boolean isFailure() {
    return !isAnswer();
  }
}
