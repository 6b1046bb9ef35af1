package nl.wolkenkaart.cli;

/**
 * What asking a list once took.
 *
 * @param questions questions of the list
 * @param seconds wall time in which they were asked
 * @param cpuSeconds time on all processors, the system's on its behalf included
 * @param lost questions that came to no answer
 */
record BenchSample(long questions, double seconds, double cpuSeconds, long lost) {
  private static final double LIST = 100_000;

  double perSecond() {
    return questions / seconds;
  }

  /** Seconds on all processors per 100,000 questions. */
  double cpu() {
    return cpuSeconds / questions * LIST;
  }
}
