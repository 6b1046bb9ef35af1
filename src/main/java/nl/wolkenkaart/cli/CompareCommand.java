package nl.wolkenkaart.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nl.wolkenkaart.provider.CatalogueException;
import nl.wolkenkaart.provider.CatalogueSource;
import nl.wolkenkaart.table.Publication;
import nl.wolkenkaart.table.Table;
import nl.wolkenkaart.table.Tables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "compare",
    description = {
      "Lays two runs side by side: who moved, appeared, went, and what only our catalogue changed;",
      "and the flows between operators. With --series, the figures of several runs as one table."
    },
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
  private static final List<Table<?>> COMPARED =
      List.of(
          Tables.ORGANISATIONS,
          Tables.ATTRIBUTIONS,
          Tables.SERVICES,
          Tables.TENANTS,
          Tables.STATISTICS);

  @Option(names = "--before", paramLabel = "DIR", description = "Folder of the earlier run.")
  Path before;

  @Option(names = "--after", paramLabel = "DIR", description = "Folder of the later run.")
  Path after;

  @Option(
      names = "--series",
      paramLabel = "DIR",
      arity = "2..*",
      description = "Folders of two or more runs, for a table of trends.")
  private List<Path> series = List.of();

  @Option(names = "--output", paramLabel = "DIR", description = "Folder for what is written.")
  Path output;

  @Option(
      names = "--catalogue",
      paramLabel = "DIR",
      description = {
        "Folder of the later run's catalogue, where that is not the one of this program; the earlier",
        "observations are classified with it where the two runs had different ones."
      })
  Path catalogue;

  @Option(
      names = "--before-observations",
      paramLabel = "DIR",
      description = "Observations of the earlier run; those in its folder unless told.")
  private Path observations;

  @Option(
      names = "--addresses",
      paramLabel = "FILE.mmdb",
      description = "The earlier run's table of addresses, where it is no longer where it was.")
  private Path addresses;

  @Mixin private PublicationOptions publication = new PublicationOptions();

  @Override
  public Integer call() throws IOException {
    List<String> problems = new ArrayList<>();
    Publication publisher = publication.over(null, problems);
    if (output == null) {
      problems.add("no folder for output; name one with --output DIR");
    }
    boolean two = before != null || after != null;
    if (two == !series.isEmpty() || (two && (before == null || after == null))) {
      problems.add("name two runs with --before DIR and --after DIR, or several with --series");
    }
    stop(problems);
    return two ? compare(publisher, problems) : trend(publisher, problems);
  }

  private static void stop(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new UsageException(String.join("; ", problems));
    }
  }

  private CatalogueSource catalogue(List<String> problems) {
    CatalogueSource source = null;
    if (catalogue != null) {
      try {
        source = CatalogueSource.of(catalogue);
      } catch (CatalogueException e) {
        problems.add(catalogue + ": " + e.getMessage());
      }
    }
    return source;
  }

  private int trend(Publication publisher, List<String> problems) throws IOException {
    List<FinishedRun> runs = new ArrayList<>();
    for (Path folder : series) {
      runs.add(FinishedRun.read(folder, List.of(Tables.STATISTICS), problems));
    }
    CatalogueSource source = catalogue(problems);
    stop(problems);
    try (OutputFolder held = OutputFolder.take(output, List.of("tables"))) {
      return new SeriesRun(runs, source, publisher, held.folder()).run(System.out);
    }
  }

  private int compare(Publication publisher, List<String> problems) throws IOException {
    FinishedRun earlier = FinishedRun.read(before, COMPARED, problems);
    FinishedRun later = FinishedRun.read(after, COMPARED, problems);
    CatalogueSource source = catalogue(problems);
    stop(problems);
    ComparedRules rules = ComparedRules.of(earlier, later, source, problems);
    stop(problems);
    MadeUpIds.check(earlier, problems);
    MadeUpIds.check(later, problems);
    stop(problems);
    List<Reclassification> again =
        Reclassification.steps(earlier, later, rules, observations, addresses, problems);
    stop(problems);
    try (OutputFolder held = OutputFolder.take(output, List.of("tables"))) {
      return new CompareRun(earlier, later, rules, again, publisher, held.folder()).run(System.out);
    }
  }
}
