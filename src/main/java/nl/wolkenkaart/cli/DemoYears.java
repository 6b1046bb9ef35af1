package nl.wolkenkaart.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import nl.wolkenkaart.provider.CatalogueSource;
import nl.wolkenkaart.statistics.Change;
import nl.wolkenkaart.table.ReadTable;
import nl.wolkenkaart.table.RunFolder;
import nl.wolkenkaart.table.Tables;
import nl.wolkenkaart.web.Report;
import nl.wolkenkaart.web.ReportOptions;
import nl.wolkenkaart.world.Country;
import nl.wolkenkaart.world.LaterCatalogue;
import nl.wolkenkaart.world.PlantedChanges;
import nl.wolkenkaart.world.YearLater;
import org.apache.avro.file.DataFileStream;

/**
 * The demo of two years: both are surveyed, the later one with a catalogue of its own, and
 * compared.
 */
record DemoYears(Country first, YearLater later, LocalDate date, DemoOptions how, Path output) {
  static final String FIRST = "first-year";
  private static final String SECOND = "second-year";
  private static final String CATALOGUE = "catalogue-of-second-year";
  private static final String CHANGES = "changes";
  private static final String REPORT = "report";
  private static final int DIFFERENCES_SHOWN = 20;

  /** Surveys, compares and tells; gives the exit code. */
  int run() throws Exception {
    Path catalogue = output.resolve(CATALOGUE);
    if (Files.exists(catalogue)) {
      throw new UsageException(output + ": is in use, it holds an earlier demo");
    }
    for (Map.Entry<String, byte[]> file :
        LaterCatalogue.files(CatalogueSource.embeddedFiles()).entrySet()) {
      Path path = catalogue.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    DemoYear one =
        new DemoYear(first, first.organisations(), date, null, how, output.resolve(FIRST));
    int exit = one.survey();
    DemoYear two =
        new DemoYear(
            later.country(),
            later.organisations(),
            date.plusYears(1),
            catalogue,
            how,
            output.resolve(SECOND));
    exit = Math.max(exit, two.survey());
    CompareCommand compare = new CompareCommand();
    compare.before = one.output();
    compare.after = two.output();
    compare.catalogue = catalogue;
    compare.output = output.resolve(CHANGES);
    exit = Math.max(exit, compare.call());
    CatalogueSource source = CatalogueSource.of(catalogue);
    later.changes().expectOwners(source.catalogue(), one.date(), two.date());
    boolean found = isFound();
    ReportOptions options = new ReportOptions(null, compare.output, source.catalogue());
    Path tables = Path.of(new RunFolder(two.output().toString()).tables());
    Report.write(tables, output.resolve(REPORT), options)
        .page()
        .ifPresent(page -> System.out.println("Report with the changes: " + page));
    return found ? exit : ExitCode.INVARIANT;
  }

  /** Lays what was planted beside what was found; whether they are the same. */
  private boolean isFound() throws IOException {
    String changes = output.resolve(CHANGES).resolve("tables").toString();
    PlantedChanges.Found found;
    try (DataFileStream<Change> rows =
        ReadTable.avro(changes + '/' + Tables.CHANGES.name() + ".avro", Change.class)) {
      found = later.changes().found(rows);
    }
    System.out.println(found.table());
    System.out.println(
        "Changes that were planted and not found, or found and not planted: "
            + found.differences().size());
    found.differences().stream().limit(DIFFERENCES_SHOWN).forEach(System.out::println);
    return found.differences().isEmpty();
  }
}
