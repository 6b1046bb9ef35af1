package nl.wolkenkaart.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import nl.wolkenkaart.directory.CsvDirectory;
import nl.wolkenkaart.directory.DirectoryCounts;
import nl.wolkenkaart.directory.DirectoryException;
import nl.wolkenkaart.directory.Organisation;
import nl.wolkenkaart.directory.RegisterInput;
import nl.wolkenkaart.directory.Reject;
import nl.wolkenkaart.table.Checksums;
import nl.wolkenkaart.table.Libraries;
import nl.wolkenkaart.table.RunFolder;
import nl.wolkenkaart.table.RunManifest;
import nl.wolkenkaart.table.SortedTable;
import nl.wolkenkaart.table.Tables;
import org.apache.avro.specific.SpecificRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "directory",
    description = {
      "Reads lists and registers, and writes the organisations, the rejects and a summary, so that",
      "they can be looked at and corrected before a packet is sent. Asks nothing."
    },
    mixinStandardHelpOptions = true)
final class DirectoryCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", arity = "0..*", description = "Lists and registers.")
  private List<Path> given = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = {
        "Format of the files: csv, organisations, roo, rio, duo, websiteregister, basisbeveiliging,",
        "indicepa, universities or domains; their content tells it unless told."
      })
  private String format;

  @Option(
      names = "--run",
      paramLabel = "FILE.yaml",
      description = "Run specification; its lists are read where none is on the command line.")
  private Path specification;

  @Option(
      names = "--run-date",
      paramLabel = "DATE",
      description = "Leave out what had ended on this date, YYYY-MM-DD; today (UTC) unless told.")
  private String runDate;

  @Option(names = "--output", paramLabel = "DIR", description = "Folder for what is written.")
  private Path output;

  @Override
  public Integer call() throws Exception {
    RunSpecification run =
        specification == null ? RunSpecification.empty() : RunSpecification.read(specification);
    RunOptions options = new RunOptions();
    options.runDate = runDate;
    RunSettings settings = RunSettings.of(options, run, false, Clock.systemUTC());
    if (output == null) {
      throw new UsageException("no folder for output; name one with --output DIR");
    }
    Lists lists = lists(run, settings);
    try {
      lists.paths().forEach(CsvDirectory::checkFile);
    } catch (DirectoryException e) {
      throw new UsageException(e.getMessage(), e);
    }
    boolean isNew = !Files.exists(output);
    List<String> writes = List.of("tables", "rejects.csv");
    try (OutputFolder held = OutputFolder.take(output, writes)) {
      return read(lists, settings, held.folder());
    } catch (DirectoryException e) {
      OutputFolder.delete(isNew ? output : output.resolve("tables"));
      throw new UsageException(e.getMessage(), e);
    }
  }

  private Lists lists(RunSpecification run, RunSettings settings) {
    ListOptions from = new ListOptions();
    from.format = format;
    if (given.isEmpty()) {
      return Lists.named(from, run, settings.runDate());
    }
    List<RegisterInput> inputs = new ArrayList<>();
    for (Path path : given) {
      inputs.add(Lists.input(path.toString(), format == null ? "" : format, null));
    }
    return Lists.named(inputs, settings.runDate());
  }

  private static int read(Lists lists, RunSettings settings, RunFolder folder) throws IOException {
    long started = System.nanoTime();
    DirectoryCounts counts;
    try (SortedTable<Organisation> organisations = SortedTable.of(folder, Tables.ORGANISATIONS);
        SortedTable<Reject> rejects = SortedTable.rejects(folder)) {
      counts =
          lists
              .lists()
              .read(row -> add(organisations, row), row -> add(rejects, row), System.err::println);
      organisations.write();
      rejects.write();
    }
    RunManifest manifest =
        new RunManifest()
            .program("wolkenkaart", Version.current())
            .command(
                "directory",
                Map.of(
                    "organisations", lists.toString(), "run-date", settings.runDate().toString()))
            .runDate(settings.runDate())
            .libraries(Libraries.versions())
            .seconds("directory", (System.nanoTime() - started) / 1e9);
    for (Path path : lists.paths()) {
      manifest.input(path);
    }
    counts.totals().forEach((what, number) -> manifest.count("directory", what, number));
    counts
        .files()
        .forEach(
            (file, of) -> of.forEach((what, n) -> manifest.count("directory/" + file, what, n)));
    counts
        .reasons()
        .forEach(
            (file, of) ->
                of.forEach((why, n) -> manifest.count("directory/" + file, "rejects/" + why, n)));
    manifest.write(Path.of(folder.manifest()));
    Checksums.write(Path.of(folder.root()));
    DirectorySummary.print(System.out, counts);
    System.out.println("Written to " + folder.root());
    return isWhole(counts) ? ExitCode.GOOD : ExitCode.INVARIANT;
  }

  private static boolean isWhole(DirectoryCounts counts) {
    long after =
        counts.total(DirectoryCounts.ORGANISATIONS)
            + counts.total(DirectoryCounts.JOINED)
            + counts.total(DirectoryCounts.ENDED)
            + counts.total(DirectoryCounts.REJECTS);
    if (counts.total(DirectoryCounts.ROWS) != after) {
      System.err.printf(
          "does not hold: %d rows were read, but %d are accounted for%n",
          counts.total(DirectoryCounts.ROWS), after);
      return false;
    }
    return true;
  }

  private static <T extends SpecificRecord> void add(SortedTable<T> table, T row) {
    try {
      table.add(row);
    } catch (IOException e) {
      throw new UncheckedIOException("the table cannot be written", e);
    }
  }
}
