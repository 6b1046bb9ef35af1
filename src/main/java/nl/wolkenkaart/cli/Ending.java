package nl.wolkenkaart.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.wolkenkaart.directory.DirectoryCounts;
import nl.wolkenkaart.directory.Organisation;
import nl.wolkenkaart.lookup.AnswerStatus;
import nl.wolkenkaart.observation.CountQuestions;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Exposure;
import nl.wolkenkaart.provider.Service;
import nl.wolkenkaart.provider.Tenant;
import nl.wolkenkaart.statistics.Affected;
import nl.wolkenkaart.statistics.Concentration;
import nl.wolkenkaart.statistics.InvariantReport;
import nl.wolkenkaart.statistics.Invariants;
import nl.wolkenkaart.statistics.LawInvariants;
import nl.wolkenkaart.statistics.LawTables;
import nl.wolkenkaart.statistics.NotMeasured;
import nl.wolkenkaart.statistics.RunFacts;
import nl.wolkenkaart.statistics.RunTables;
import nl.wolkenkaart.statistics.ScenarioStatistic;
import nl.wolkenkaart.statistics.ServerLaw;
import nl.wolkenkaart.statistics.Statistic;
import nl.wolkenkaart.table.Checksums;
import nl.wolkenkaart.table.Descriptors;
import nl.wolkenkaart.table.ReadTable;
import nl.wolkenkaart.table.RunFolder;
import nl.wolkenkaart.table.RunManifest;
import nl.wolkenkaart.table.Table;
import nl.wolkenkaart.table.TableFormat;
import nl.wolkenkaart.table.Tables;
import nl.wolkenkaart.web.Report;
import nl.wolkenkaart.web.ReportException;
import nl.wolkenkaart.web.ReportOptions;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.specific.SpecificRecord;
import org.checkerframework.checker.nullness.qual.Nullable;

/** What every run ends with: the invariants, the manifest, the checksums, the exit code. */
final class Ending {
  private final RunFolder folder;
  private final RunManifest manifest;
  private final RunSettings settings;
  private InvariantReport invariants;
  private double failureShare;
  private @Nullable ReportOptions report;
  private Descriptors.DescribedFiles described;
  private Stages.Outcome measured;

  Ending(RunFolder folder, RunManifest manifest, RunSettings settings) {
    this.folder = folder;
    this.manifest = manifest;
    this.settings = settings;
  }

  void measured(Stages.Outcome measured) {
    this.measured = measured;
    Map<String, Long> questions = measured.questions();
    long all = questions.values().stream().mapToLong(Long::longValue).sum();
    long failed = 0;
    for (AnswerStatus status : AnswerStatus.values()) {
      failed += status.isFailure() ? questions.getOrDefault(status.name(), 0L) : 0;
    }
    failureShare = all == 0 ? 0 : (double) failed / all;
    for (String what : List.of("rows", "rejects", "organisations", "domains")) {
      manifest.count("measure", what, measured.count(what));
    }
    manifest.count("measure", CountQuestions.SENT, measured.count(CountQuestions.SENT));
    for (AnswerStatus status : AnswerStatus.values()) {
      String what = CountQuestions.ASKED + status.name();
      manifest.count("measure", what, measured.count(what));
    }
    // By number: names of machines are nobody's business.
    int worker = 0;
    for (long asked : measured.workers().values()) {
      manifest.count("measure", "domains_asked/worker-" + ++worker, asked);
    }
    directory(measured);
    long kept = measured.count(CountQuestions.KEPT);
    manifest.count("measure", "domains_kept", kept);
    manifest.count("measure", "domains_asked", measured.count(CountQuestions.DOMAINS) - kept);
    manifest.questions(questions, failureShare);
    manifest.metrics("measure", measured.metrics());
    manifest.seconds("measure", measured.seconds());
  }

  void classified(Stages.Outcome classified) throws IOException {
    for (String what : List.of("rows", "rejects", "organisations", "observations")) {
      manifest.count("classify", what, classified.count(what));
    }
    directory(classified);
    manifest.metrics("classify", classified.metrics());
    manifest.seconds("classify", classified.seconds());
    RunFacts facts =
        new RunFacts(
            classified.count("rows"),
            classified.count("rejects"),
            classified.count("organisations"),
            classified.count(DirectoryCounts.JOINED),
            classified.count(DirectoryCounts.ENDED),
            observed(classified));
    try (DataFileStream<Organisation> organisations =
            ReadTable.avro(
                folder.table(Tables.ORGANISATIONS, TableFormat.AVRO), Organisation.class);
        DataFileStream<Attribution> attributions =
            ReadTable.avro(folder.table(Tables.ATTRIBUTIONS, TableFormat.AVRO), Attribution.class);
        DataFileStream<Service> services =
            ReadTable.avro(folder.table(Tables.SERVICES, TableFormat.AVRO), Service.class);
        DataFileStream<Tenant> tenants =
            ReadTable.avro(folder.table(Tables.TENANTS, TableFormat.AVRO), Tenant.class);
        DataFileStream<Statistic> statistics =
            ReadTable.avro(folder.table(Tables.STATISTICS, TableFormat.AVRO), Statistic.class);
        DataFileStream<Concentration> concentration =
            ReadTable.avro(
                folder.table(Tables.CONCENTRATION, TableFormat.AVRO), Concentration.class);
        DataFileStream<NotMeasured> notMeasured =
            ReadTable.avro(
                folder.table(Tables.NOT_MEASURED, TableFormat.AVRO), NotMeasured.class)) {
      invariants =
          Invariants.check(
              facts,
              settings.minCell(),
              new RunTables(
                  organisations,
                  attributions,
                  services,
                  tenants,
                  statistics,
                  concentration,
                  notMeasured));
    }
    invariants = invariants.and(law());
    manifest.invariants(invariants);
  }

  private InvariantReport law() throws IOException {
    try (DataFileStream<Attribution> attributions = rows(Tables.ATTRIBUTIONS);
        DataFileStream<Statistic> statistics = rows(Tables.STATISTICS);
        DataFileStream<Exposure> exposures = rows(Tables.EXPOSURES);
        DataFileStream<ServerLaw> serverLaw = rows(Tables.SERVER_LAW);
        DataFileStream<ScenarioStatistic> scenarios = rows(Tables.SCENARIOS);
        DataFileStream<Affected> affected = rows(Tables.AFFECTED)) {
      return LawInvariants.check(
          settings.minCell(),
          new LawTables(attributions, statistics, exposures, serverLaw, scenarios, affected));
    }
  }

  private <T extends SpecificRecord> DataFileStream<T> rows(Table<T> table) throws IOException {
    return ReadTable.avro(folder.table(table, TableFormat.AVRO), table.type());
  }

  /** The domains on their way through a run that asked; null for one that did not. */
  private RunFacts.@Nullable Observed observed(Stages.Outcome classified) {
    return measured == null
        ? null
        : new RunFacts.Observed(
            measured.count("domains"),
            measured.count(CountQuestions.DOMAINS),
            classified.count("observations"));
  }

  /** What the lists hold, as far as a stage has read them. */
  private void directory(Stages.Outcome stage) {
    stage
        .counts()
        .forEach(
            (what, number) -> {
              if (DirectoryCounts.isOfDirectory(what)) {
                manifest.count("directory", what, number);
              }
            });
  }

  /** The dataset is described. */
  void described(Descriptors.DescribedFiles files) {
    described = files;
  }

  /** Says that the run is to end with a report. */
  void reports(ReportOptions options) {
    report = options;
  }

  /** Writes manifest, report and checksums, and says how the run ended. */
  int finish() throws IOException {
    manifest.write(Path.of(folder.manifest()));
    boolean contradiction = false;
    if (report != null) {
      try {
        Path output = Path.of(folder.report()).getParent();
        Report.Written written = Report.write(Path.of(folder.tables()), output, report);
        if (written.page().isEmpty()) {
          System.err.println(written.why());
        }
      } catch (ReportException e) {
        System.err.println("does not hold: " + e.getMessage());
        contradiction = true;
      }
    }
    Path root = Path.of(folder.root());
    if (described == null) {
      Checksums.write(root);
    } else {
      Checksums.write(root, described);
    }
    if (invariants != null && !invariants.violated().isEmpty()) {
      invariants.violated().forEach(text -> System.err.println("does not hold: " + text));
      return ExitCode.INVARIANT;
    }
    if (contradiction) {
      return ExitCode.INVARIANT;
    }
    if (failureShare > settings.maxFailureShare()) {
      System.err.printf(
          "%.2f %% of the lookups failed, more than the %.2f %% that --max-failure-share allows%n",
          100 * failureShare, 100 * settings.maxFailureShare());
      return ExitCode.FAILURES;
    }
    return ExitCode.GOOD;
  }
}
