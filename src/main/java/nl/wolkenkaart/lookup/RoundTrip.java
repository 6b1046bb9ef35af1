package nl.wolkenkaart.lookup;

import java.util.List;

/**
 * How long one resolver takes to answer, and so how long to wait for it at least (RFC 6298, section
 * 2, whose retransmission timer this is). Safe for use by many threads.
 */
final class RoundTrip {
  private static final double GAIN = 1.0 / 8;
  private static final double DEVIATION_GAIN = 1.0 / 4;
  private static final int DEVIATIONS = 4;

  private final List<Integer> timeoutsMillis;
  private boolean measured;
  private double smoothed;
  private double deviation;

  /**
   * @param timeoutsMillis the time-outs there are, milliseconds, growing
   */
  RoundTrip(List<Integer> timeoutsMillis) {
    this.timeoutsMillis = List.copyOf(timeoutsMillis);
  }

  /** An answer came after so many milliseconds. */
  synchronized void took(int millis) {
    if (measured) {
      deviation += DEVIATION_GAIN * (Math.abs(smoothed - millis) - deviation);
      smoothed += GAIN * (millis - smoothed);
    } else {
      measured = true;
      smoothed = millis;
      deviation = millis / 2.0;
    }
  }

  /**
   * Which of the time-outs an attempt gets: its own, or the first that is long enough for this
   * resolver. Before anything was measured, one from the middle.
   *
   * @param attempt counted from 0
   * @return index of the time-out
   */
  synchronized int timeout(int attempt) {
    int last = timeoutsMillis.size() - 1;
    int enough = 0;
    if (measured) {
      double wait = smoothed + DEVIATIONS * deviation;
      while (enough < last && timeoutsMillis.get(enough) < wait) {
        enough++;
      }
    } else {
      enough = last / 2;
    }
    return Math.min(Math.max(attempt, enough), last);
  }
}
