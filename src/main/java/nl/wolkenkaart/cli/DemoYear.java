package nl.wolkenkaart.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.table.ReadTable;
import nl.wolkenkaart.table.RunFolder;
import nl.wolkenkaart.table.TableFormat;
import nl.wolkenkaart.table.Tables;
import nl.wolkenkaart.web.ReportOptions;
import nl.wolkenkaart.world.Confusion;
import nl.wolkenkaart.world.Country;
import nl.wolkenkaart.world.Expectation;
import nl.wolkenkaart.world.PlantedOrganisation;
import nl.wolkenkaart.world.WorldServer;
import org.apache.avro.file.DataFileStream;

/**
 * The survey of a made-up country in one year.
 *
 * @param expected its organisations, with what should be measured
 * @param catalogue folder of the catalogue; null for that of the program
 * @param how how it is run
 */
record DemoYear(
    Country country,
    List<PlantedOrganisation> expected,
    LocalDate date,
    Path catalogue,
    DemoOptions how,
    Path output) {

  static final String LIST = "organisations.csv";

  /** What the demo supposes: one of the ready scenarios, laid beside its list. */
  private static final String SCENARIO = "scenarios/municipalities-leave-microsoft.yaml";

  private static final int DIFFERENCES_SHOWN = 10;

  /** Surveys, and lays what was planted beside what was measured; gives the exit code. */
  int survey() throws Exception {
    try (WorldServer server = WorldServer.start(country.zones(), country.faults(), 0);
        OutputFolder held = OutputFolder.take(output, List.of(LIST, "observations", "tables"))) {
      Path list = held.path().resolve(LIST);
      country.writeCsv(list);
      RunOptions options = new RunOptions();
      options.resolvers = List.of(server.address());
      options.rate = how.rate;
      options.buckets = how.buckets;
      options.runner = how.runner;
      options.runDate = date.toString();
      options.catalogue = catalogue;
      options.scenarios = List.of(scenario(held.path()));
      ListOptions given = new ListOptions();
      given.organisations = list;
      RunRequest request = RunRequest.of("demo", options, given, true);
      Run run = new Run("demo", request.settings(), request.list(), held);
      run.measure();
      run.classify();
      System.out.printf(
          Locale.ROOT, "The name server answered %,d questions.%n", server.answered());
      run.report(ReportOptions.NONE);
      Confusion confusion = Confusion.of(expected, measured(held.folder()));
      new ConfusionFile(confusion).write(held.path().resolve("confusion.csv"));
      boolean good = report(System.out, confusion);
      int exit = run.finish();
      return good ? exit : ExitCode.INVARIANT;
    }
  }

  private static Path scenario(Path folder) throws IOException {
    Path file = folder.resolve(SCENARIO);
    Files.createDirectories(file.getParent());
    try (InputStream in = DemoYear.class.getResourceAsStream("/runs/" + SCENARIO)) {
      Files.write(file, in.readAllBytes());
    }
    return file;
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
