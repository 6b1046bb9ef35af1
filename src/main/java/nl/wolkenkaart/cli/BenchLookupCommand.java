package nl.wolkenkaart.cli;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import nl.wolkenkaart.lookup.Question;
import nl.wolkenkaart.lookup.ResolverAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "lookup",
    description = {
      "Asks a list of questions as fast as a server answers, with the client of a survey: in a JVM",
      "started for it and in a warm one, beside dnsperf where that is installed."
    },
    mixinStandardHelpOptions = true)
final class BenchLookupCommand implements Callable<Integer> {
  /** Marks the first byte of IPv6 addresses that are local by agreement (RFC 4193). */
  private static final int UNIQUE_LOCAL = 0xfc;

  @Option(
      names = "--server",
      paramLabel = "HOST:PORT",
      required = true,
      description = "The name server to ask, one that is yours.")
  private String server;

  @Option(
      names = "--questions",
      paramLabel = "FILE",
      description = "What to ask: a name and a type on each line, as for dnsperf.")
  private Path questions;

  @Option(
      names = "--organisations",
      paramLabel = "FILE",
      description =
          "Ask what a survey of this list begins with; written to --questions where that is given.")
  private Path organisations;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "5",
      description = "Rounds that are measured; 5 unless told.")
  private int runs;

  @Option(names = "--warm", description = "Only in a warm JVM.")
  private boolean warm;

  @Option(
      names = "--window",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Questions without an answer at the same moment, at most; 1000 unless told.")
  private int window;

  @Option(
      names = "--any-server",
      description = "The server is mine, though its address is neither local nor private.")
  private boolean anyServer;

  @Override
  public Integer call() throws Exception {
    InetSocketAddress address = check();
    if (organisations == null) {
      return bench(address, questions);
    }
    Path list = ListFile.of(organisations, RunSpecification.empty());
    if (questions != null) {
      BenchQuestions.write(list, questions);
      return bench(address, questions);
    }
    Path made = Files.createTempFile("wolkenkaart-bench", ".txt");
    try {
      BenchQuestions.write(list, made);
      return bench(address, made);
    } finally {
      Files.delete(made);
    }
  }

  private InetSocketAddress check() {
    if (questions == null && organisations == null) {
      throw new UsageException("nothing to ask; name --questions FILE or --organisations FILE");
    }
    if (runs < 1 || window < 1) {
      throw new UsageException("--runs and --window must be 1 or more");
    }
    InetSocketAddress address;
    try {
      address = ResolverAddress.parse(server);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage(), e);
    }
    if (!anyServer && !isNear(address.getAddress())) {
      throw new UsageException(
          server + ": is a public address; --any-server says that the server is yours");
    }
    return address;
  }

  /** Whether an address is of this machine or of a private network. */
  private static boolean isNear(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        || (address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == UNIQUE_LOCAL);
  }

  private int bench(InetSocketAddress address, Path file) throws IOException, InterruptedException {
    try (BenchClient client = new BenchClient(ResolverAddress.format(address), window)) {
      List<Question> list = BenchQuestions.read(file);
      BenchRounds rounds = new BenchRounds(address, file, list, window, client);
      return rounds.run(runs, !warm, System.out, System.err);
    }
  }
}
