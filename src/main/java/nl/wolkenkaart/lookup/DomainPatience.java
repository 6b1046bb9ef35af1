package nl.wolkenkaart.lookup;

/** How long one domain is waited for, and whether that is over. */
final class DomainPatience {
  /** Reason of what was not in at the deadline. */
  static final String DEADLINE = "deadline of the domain";

  /** Reason of what was not asked because others before it met silence again. */
  static final String SILENCE = "the questions before it met silence again";

  private final long deadlineNanos;
  private final int mostSilences;
  private long spentNanos;
  private int silences;
  private volatile String over;

  /**
   * @param deadlineNanos time that resolvers may take
   * @param mostSilences questions in a row that may meet silence, 0 for as many as there are
   */
  DomainPatience(long deadlineNanos, int mostSilences) {
    this.deadlineNanos = deadlineNanos;
    this.mostSilences = mostSilences;
  }

  /** Why nothing is asked any more; null while it is. */
  String over() {
    return over;
  }

  /** A resolver took so much time. Called by one thread. */
  void passes(long nanos) {
    spentNanos += nanos;
    if (over == null && spentNanos >= deadlineNanos) {
      over = DEADLINE;
    }
  }

  /** What became of a question that was asked in its turn. Called by one thread at a time. */
  void heard(Answer answer) {
    switch (answer.status()) {
      case TIMEOUT, NETWORK_ERROR, TCP_FAILED -> silences++;
      default -> silences = 0;
    }
    if (mostSilences > 0 && silences >= mostSilences && over == null) {
      over = SILENCE;
    }
  }
}
