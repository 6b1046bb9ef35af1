package nl.wolkenkaart.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * DNS-OARC's dnsperf, which sends questions and counts replies without reading what is in them: the
 * measure of what server and machine can do.
 *
 * @param version such as {@code 2.10.0}
 */
record BenchDnsperf(String version) {
  private static final Pattern VERSION = Pattern.compile("Version (\\S+)");

  /** The one of this machine, where there is one. */
  static Optional<BenchDnsperf> installed() throws InterruptedException {
    try {
      BenchProcess help = BenchProcess.run(List.of("dnsperf", "-h"));
      Matcher version = VERSION.matcher(help.output());
      return version.find() ? Optional.of(new BenchDnsperf(version.group(1))) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The command that asks a list once, as a survey asks: EDNS, DO, 4 MB of socket buffers. */
  static List<String> command(InetSocketAddress server, Path questions, int window) {
    return List.of(
        "dnsperf",
        "-s",
        server.getAddress().getHostAddress(),
        "-p",
        Integer.toString(server.getPort()),
        "-d",
        questions.toString(),
        "-n",
        "1",
        "-c",
        "2",
        "-q",
        Integer.toString(window),
        "-D",
        "-b",
        "4096");
  }

  /**
   * Reads what dnsperf says. Its own count of seconds begins with the first question, so neither
   * its start nor its end are counted; its processor time is that of all of it.
   *
   * @throws IOException when it does not tell its figures
   */
  static BenchSample sample(BenchProcess ran) throws IOException {
    long completed = (long) figure("Queries completed", ran.output());
    double perSecond = figure("Queries per second", ran.output());
    return new BenchSample(
        completed,
        completed / perSecond,
        ran.cpuSeconds(),
        (long) figure("Queries lost", ran.output()));
  }

  private static double figure(String name, String output) throws IOException {
    Matcher figure = Pattern.compile(name + ":\\s+([0-9.]+)").matcher(output);
    if (!figure.find()) {
      throw new IOException("dnsperf does not tell '" + name + "'; it said: " + output.strip());
    }
    return Double.parseDouble(figure.group(1));
  }
}
