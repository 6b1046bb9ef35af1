package nl.wolkenkaart.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.wolkenkaart.lookup.Question;
import nl.wolkenkaart.lookup.ResolverAddress;

/**
 * Rounds in which the same list is asked of the same server by each in turn, one after the other;
 * every other round in the opposite order.
 *
 * @param file the list, as others read it
 * @param list the same
 */
record BenchRounds(
    InetSocketAddress server, Path file, List<Question> list, int window, BenchClient client) {
  /** Rounds before the first that counts, so that the JVM has compiled what it runs. */
  private static final int WARM_UPS = 2;

  /**
   * Measures and prints.
   *
   * @param runs rounds that count
   * @param oneShot whether a JVM is started in each round too
   * @return exit code
   */
  int run(int runs, boolean oneShot, PrintStream out, PrintStream log)
      throws IOException, InterruptedException {
    Optional<BenchDnsperf> dnsperf = BenchDnsperf.installed();
    out.printf(
        Locale.ROOT,
        "%s, %,d questions, %,d in flight, %d rounds after %d that do not count; medians%n",
        ResolverAddress.format(server),
        list.size(),
        window,
        runs,
        WARM_UPS);
    out.println(
        dnsperf
            .map(tool -> "dnsperf " + tool.version() + ": " + String.join(" ", theirs()))
            .orElse("dnsperf is not installed (Debian: apt-get install dnsperf): no comparison"));
    warmUp(dnsperf);
    List<BenchReport.Who> turns = new ArrayList<>();
    if (oneShot) {
      turns.add(BenchReport.Who.ONE_SHOT);
    }
    turns.add(BenchReport.Who.WARM);
    dnsperf.ifPresent(tool -> turns.add(BenchReport.Who.DNSPERF));
    BenchReport report = new BenchReport();
    for (int round = 1; round <= runs; round++) {
      for (BenchReport.Who who : turns) {
        BenchSample sample = ask(who);
        log.printf(
            Locale.ROOT,
            "round %d, %s: %,.0f questions/s, %,d lost%n",
            round,
            who.shown(),
            sample.perSecond(),
            sample.lost());
        report.add(who, sample);
      }
      Collections.reverse(turns);
    }
    report.print(out);
    return report.lost() == 0 ? ExitCode.GOOD : ExitCode.FAILURES;
  }

  private void warmUp(Optional<BenchDnsperf> dnsperf) throws IOException, InterruptedException {
    for (int i = 0; i < WARM_UPS; i++) {
      if (client.ask(list).lost() == list.size()) {
        throw new UsageException(ResolverAddress.format(server) + ": does not answer");
      }
    }
    if (dnsperf.isPresent()) {
      ask(BenchReport.Who.DNSPERF);
    }
  }

  private BenchSample ask(BenchReport.Who who) throws IOException, InterruptedException {
    return switch (who) {
      case ONE_SHOT -> BenchOneShot.ask(ResolverAddress.format(server), file, window);
      case WARM -> client.ask(list);
      case DNSPERF -> BenchDnsperf.sample(BenchProcess.run(theirs()));
    };
  }

  private List<String> theirs() {
    return BenchDnsperf.command(server, file, window);
  }
}
