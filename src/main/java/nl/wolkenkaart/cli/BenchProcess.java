package nl.wolkenkaart.cli;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that was run to its end under the clock of {@code bash}, which counts the processor
 * time of programs that are over, as Java cannot.
 *
 * @param exit exit code
 * @param output what it wrote to standard output and standard error
 * @param seconds wall time from its start to its end
 * @param cpuSeconds time on all processors, the system's on its behalf included
 */
record BenchProcess(int exit, String output, double seconds, double cpuSeconds) {
  private static final String MARK = "wolkenkaart-bench-time";
  private static final String SCRIPT = "TIMEFORMAT='" + MARK + " %3R %3U %3S'; time \"$@\"";

  /**
   * Runs a program.
   *
   * @throws IOException when there is no bash
   */
  static BenchProcess run(List<String> command) throws IOException, InterruptedException {
    List<String> timed = new ArrayList<>(List.of("bash", "-c", SCRIPT, "bench"));
    timed.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(timed).redirectErrorStream(true);
    // A point in decimals.
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    String output;
    try {
      process.getOutputStream().close();
      output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      // Does nothing to a process that is over.
      process.destroy();
    }
    return of(process.waitFor(), output);
  }

  /** Reads the clock's line, the last one of the output. */
  static BenchProcess of(int exit, String output) throws IOException {
    int at = output.lastIndexOf(MARK);
    if (at < 0) {
      throw new IOException("bash did not tell the time; it said: " + output.strip());
    }
    List<String> times = Splitter.on(' ').splitToList(output.substring(at).strip());
    return new BenchProcess(
        exit,
        output.substring(0, at),
        Double.parseDouble(times.get(1)),
        Double.parseDouble(times.get(2)) + Double.parseDouble(times.get(3)));
  }
}
