package nl.wolkenkaart.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.table.ReadTable;
import nl.wolkenkaart.table.RunFolder;
import nl.wolkenkaart.table.TableFormat;
import nl.wolkenkaart.table.Tables;
import nl.wolkenkaart.world.Confusion;
import nl.wolkenkaart.world.Country;
import nl.wolkenkaart.world.Expectation;
import nl.wolkenkaart.world.WorldServer;
import org.apache.avro.file.DataFileStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    description = {
      "Surveys a made-up country of 25,580 organisations, for which a name server of ours answers on",
      "loopback, and lays what was planted beside what was measured. Needs no network."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final long SEED = 2024;
  private static final LocalDate RUN_DATE = LocalDate.of(2024, 3, 18);
  private static final String FOLDER = "wolkenkaart-demo";
  private static final String LIST = "organisations.csv";
  private static final int DIFFERENCES_SHOWN = 10;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description =
          "Folder for what is written; wolkenkaart-demo here unless told, replaced at each demo.")
  private Path output;

  @Option(
      names = "--scale",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many times 25,580 organisations; 1 unless told.")
  private double scale;

  @Option(
      names = "--buckets",
      paramLabel = "N",
      description = "Parts that the domains are spread over; 64 unless told.")
  private Integer buckets;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "0",
      description = "Questions per second in all; no limit unless told.")
  private int rate;

  @Mixin private RunnerOptions runner;

  @Override
  public Integer call() throws Exception {
    if (!(scale > 0 && scale <= 100)) {
      throw new UsageException("the scale must be above 0 and at most 100, is " + scale);
    }
    Path folder = output != null ? output : defaultFolder();
    System.out.println("A made-up country: all names and figures are synthetic.");
    Country country = Country.of(SEED, scale);
    try (WorldServer server = WorldServer.start(country.zones(), country.faults(), 0);
        OutputFolder held = OutputFolder.take(folder, List.of(LIST, "observations", "tables"))) {
      Path list = held.path().resolve(LIST);
      country.writeCsv(list);
      RunOptions options = new RunOptions();
      options.resolvers = List.of(server.address());
      options.rate = rate;
      options.buckets = buckets;
      options.runner = runner;
      options.runDate = RUN_DATE.toString();
      ListOptions given = new ListOptions();
      given.organisations = list;
      RunRequest request = RunRequest.of("demo", options, given, true);
      Run run = new Run("demo", request.settings(), request.list(), held.folder());
      run.measure();
      run.classify();
      System.out.printf(
          Locale.ROOT, "The name server answered %,d questions.%n", server.answered());
      Confusion confusion = Confusion.of(country.organisations(), measured(held.folder()));
      new ConfusionFile(confusion).write(held.path().resolve("confusion.csv"));
      int exit = run.finish();
      return report(System.out, confusion) ? exit : ExitCode.INVARIANT;
    }
  }

  /** The folder of earlier demos, emptied; another folder of that name is left alone. */
  private static Path defaultFolder() throws IOException {
    Path folder = Path.of(FOLDER);
    if (Files.exists(folder) && !Files.exists(folder.resolve("confusion.csv"))) {
      if (Files.exists(folder.resolve("run-manifest.json")) || !isUnfinishedDemo(folder)) {
        throw new UsageException(folder + ": is no demo's folder; name another with --output DIR");
      }
    }
    OutputFolder.delete(folder);
    return folder;
  }

  private static boolean isUnfinishedDemo(Path folder) {
    return Files.exists(folder.resolve(LIST));
  }

  private static Map<String, Expectation> measured(RunFolder folder) throws IOException {
    Map<String, Expectation> measured = new HashMap<>();
    try (DataFileStream<Attribution> rows =
        ReadTable.avro(folder.table(Tables.ATTRIBUTIONS, TableFormat.AVRO), Attribution.class)) {
      for (Attribution row : rows) {
        measured.put(
            row.getOrganisationId(),
            new Expectation(row.getStatus(), row.getReceiver(), row.getBackend()));
      }
    }
    return measured;
  }

  /** Prints planted against measured; whether everything was measured as it should be. */
  private static boolean report(PrintStream out, Confusion confusion) {
    out.println(confusion.table());
    List<Confusion.Difference> wrong = confusion.differences();
    List<Confusion.Difference> otherwise = confusion.differencesWithoutDecision();
    for (List<Confusion.Difference> differences : List.of(wrong, otherwise)) {
      differences.stream().limit(DIFFERENCES_SHOWN).forEach(out::println);
    }
    return wrong.isEmpty() && otherwise.isEmpty();
  }
}
