package nl.wolkenkaart.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.table.Libraries;
import nl.wolkenkaart.table.RunFolder;
import nl.wolkenkaart.table.RunManifest;

/** What measuring, classifying and both in a row have in common. */
final class RunCommand {
  private final String name;
  private final RunOptions options;
  private final PrintStream out = System.out;
  private final PrintStream log = System.err;
  private final Clock clock = Clock.systemUTC();

  RunCommand(String name, RunOptions options) {
    this.name = name;
    this.options = options;
  }

  /**
   * Runs.
   *
   * @param given the list on the command line, null when the run specification names it
   * @param observations folder of observations to classify; null to ask for them
   * @param classifies whether tables are made
   * @return exit code
   */
  int run(Path given, Path observations, Path output, boolean classifies) throws IOException {
    boolean asks = observations == null;
    RunSpecification specification =
        options.specification == null
            ? RunSpecification.empty()
            : RunSpecification.read(options.specification);
    RunSettings settings = RunSettings.of(options, specification, asks, clock);
    Path list = ListFile.of(given, specification);
    if (options.plan) {
      PlanPrinter.print(out, settings, ListFile.count(list));
      return ExitCode.GOOD;
    }
    if (output == null) {
      throw new UsageException("no folder for output; name one with --output DIR");
    }
    List<String> writes =
        classifies
            ? (asks ? List.of("observations", "tables") : List.of("tables"))
            : List.of("observations");
    try (OutputFolder held = OutputFolder.take(output, writes)) {
      return run(settings, list, observations, held.folder(), classifies);
    }
  }

  private int run(
      RunSettings settings, Path list, Path observations, RunFolder folder, boolean classifies)
      throws IOException {
    RunManifest manifest = manifest(settings, list);
    Ending ending = new Ending(folder, manifest, settings);
    Stages stages = new Stages(settings, folder);
    String observed = folder.observations();
    if (observations == null) {
      manifest.plan(settings.plan().id()).resolvers(settings.resolvers());
      log.println(PlanPrinter.estimate(settings, ListFile.count(list).domains()));
      Stages.Outcome measured = stages.measure(list, new Progress(log));
      ending.measured(measured);
      Summary.measured(out, measured);
    } else {
      observed = observations.toAbsolutePath().normalize().toString();
    }
    if (classifies) {
      manifest.catalogue(Catalogue.embedded().hash());
      Stages.Outcome classified = stages.classify(list, observed);
      ending.classified(classified);
      Summary.classified(out, classified, folder);
    }
    int exit = ending.finish();
    out.println("Written to " + folder.root());
    return exit;
  }

  private RunManifest manifest(RunSettings settings, Path list) throws IOException {
    Map<String, String> text = new TreeMap<>(settings.asText());
    text.put("organisations", list.toString());
    return new RunManifest()
        .program("wolkenkaart", Version.current())
        .command(name, text)
        .runDate(settings.runDate())
        .runner(settings.runner())
        .libraries(Libraries.versions())
        .input(list);
  }
}
