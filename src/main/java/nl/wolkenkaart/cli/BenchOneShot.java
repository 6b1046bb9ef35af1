package nl.wolkenkaart.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a list once in a JVM of its own, whose start and end are counted. */
final class BenchOneShot {
  private static final Pattern RESULT = Pattern.compile("asked (\\d+) lost (\\d+)");

  private BenchOneShot() {}

  /**
   * What the other JVM runs: the client alone, without the command line of the program.
   *
   * @param args server, file of questions, window
   */
  public static void main(String[] args) throws Exception {
    Path questions = Path.of(args[1]);
    try (BenchClient client = new BenchClient(args[0], Integer.parseInt(args[2]))) {
      System.out.println(result(client.ask(taker -> BenchQuestions.forEach(questions, taker))));
    }
  }

  /** A JVM with the flags of this one but those that record it. */
  static List<String> command(String server, Path questions, int window) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> !flag.startsWith("-XX:StartFlightRecording") && !flag.startsWith("-agent"))
        .filter(flag -> !flag.startsWith("-javaagent"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            BenchOneShot.class.getName(),
            server,
            questions.toString(),
            Integer.toString(window)));
    return command;
  }

  static BenchSample ask(String server, Path questions, int window)
      throws IOException, InterruptedException {
    return sample(BenchProcess.run(command(server, questions, window)));
  }

  /** What the other JVM prints. */
  static String result(BenchSample sample) {
    return "asked " + sample.questions() + " lost " + sample.lost();
  }

  /**
   * Reads what the other JVM printed.
   *
   * @throws IOException when it printed something else
   */
  static BenchSample sample(BenchProcess ran) throws IOException {
    Matcher result = RESULT.matcher(ran.output());
    if (ran.exit() != ExitCode.GOOD || !result.find()) {
      throw new IOException("the one-shot JVM failed; it said: " + ran.output().strip());
    }
    return new BenchSample(
        Long.parseLong(result.group(1)),
        ran.seconds(),
        ran.cpuSeconds(),
        Long.parseLong(result.group(2)));
  }
}
