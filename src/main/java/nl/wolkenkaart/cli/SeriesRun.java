package nl.wolkenkaart.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nl.wolkenkaart.provider.CatalogueSource;
import nl.wolkenkaart.statistics.Counts;
import nl.wolkenkaart.statistics.InvariantReport;
import nl.wolkenkaart.statistics.Trend;
import nl.wolkenkaart.statistics.TrendInvariants;
import nl.wolkenkaart.statistics.Trends;
import nl.wolkenkaart.table.Checksums;
import nl.wolkenkaart.table.DatasetKind;
import nl.wolkenkaart.table.Descriptors;
import nl.wolkenkaart.table.Libraries;
import nl.wolkenkaart.table.Publication;
import nl.wolkenkaart.table.RunFolder;
import nl.wolkenkaart.table.RunManifest;
import nl.wolkenkaart.table.SortedTable;
import nl.wolkenkaart.table.Subject;
import nl.wolkenkaart.table.Tables;

/**
 * The figures of several runs as one table.
 *
 * @param catalogue that tells who was sold; null for the program's own
 */
record SeriesRun(
    List<FinishedRun> given, CatalogueSource catalogue, Publication publication, RunFolder output) {
  private static final int SHOWN = 5;
  private static final double PERCENT = 100;

  /** Writes; gives the exit code. */
  int run(PrintStream out) throws IOException {
    List<FinishedRun> runs = new ArrayList<>(given);
    runs.sort(Comparator.comparing(FinishedRun::date));
    List<Trends.Run> read = read(runs);
    List<Trend> trend = trend(read);
    InvariantReport invariants = TrendInvariants.check(trend, read);
    try (SortedTable<Trend> table = SortedTable.of(output, Tables.TREND)) {
      for (Trend row : trend) {
        table.add(row);
      }
      table.write();
    }
    LocalDate last = runs.get(runs.size() - 1).date();
    Map<String, String> options = new TreeMap<>();
    for (FinishedRun run : runs) {
      options.put("run-" + run.date(), run.folder().root());
    }
    PublicationOptions.describe(publication, options);
    RunManifest manifest =
        new RunManifest()
            .program("wolkenkaart", Version.current())
            .command("compare", options)
            .dataset(DatasetKind.SERIES)
            .runDate(last)
            .libraries(Libraries.versions())
            .count("compare", "runs", runs.size())
            .count("compare", "figures", trend.size());
    for (FinishedRun run : runs) {
      manifest.input(run.manifest()).input(run.avro(Tables.STATISTICS));
    }
    manifest.invariants(invariants).write(Path.of(output.manifest()));
    Subject subject =
        Subject.ofRuns(
            DatasetKind.SERIES,
            runs.stream().map(FinishedRun::date).toList(),
            runs.stream().map(FinishedRun::manifest).toList());
    Checksums.write(Path.of(output.root()), Descriptors.write(output, subject, publication));
    print(out, trend, last.toString());
    out.println("Written to " + output.root());
    invariants.violated().forEach(text -> System.err.println("does not hold: " + text));
    return invariants.good() ? ExitCode.GOOD : ExitCode.INVARIANT;
  }

  private List<Trends.Run> read(List<FinishedRun> runs) throws IOException {
    List<Trends.Run> read = new ArrayList<>();
    FinishedRun last = null;
    for (FinishedRun run : runs) {
      Boolean changed = last == null ? null : ComparedRules.ownerChanged(last, run, catalogue);
      read.add(
          new Trends.Run(
              run.date(),
              run.rules(),
              new Trends.Owners(run.ownersOf(), changed),
              run.statistics()));
      last = run;
    }
    return read;
  }

  private static List<Trend> trend(List<Trends.Run> read) {
    try {
      return Trends.of(read);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  private static void print(PrintStream out, List<Trend> trend, String last) {
    out.println(
        "Mailboxes are run by, as far as DNS shows, in per cent; * after another catalogue:");
    List<Trend> backends =
        trend.stream()
            .filter(row -> row.getSector().equals(Counts.ALL))
            .filter(row -> row.getMeasure().equals("backend") && row.getShare() != null)
            .toList();
    backends.stream()
        .filter(row -> row.getRunDate().equals(last))
        .sorted(
            Comparator.comparingLong(Trend::getOrganisations)
                .reversed()
                .thenComparing(Trend::getValue))
        .limit(SHOWN)
        .forEach(
            top -> {
              StringBuilder line = new StringBuilder();
              for (Trend row : backends) {
                if (row.getValue().equals(top.getValue())) {
                  line.append(
                      String.format(
                          Locale.ROOT,
                          "  %s%s %5.1f",
                          row.getRunDate(),
                          Boolean.TRUE.equals(row.getCatalogueChanged()) ? "*" : " ",
                          PERCENT * row.getShare()));
                }
              }
              out.printf(Locale.ROOT, "  %-28s%s%n", top.getValue(), line);
            });
  }
}
