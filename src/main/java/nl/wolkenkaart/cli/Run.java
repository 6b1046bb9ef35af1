package nl.wolkenkaart.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import nl.wolkenkaart.observation.ObservationNames;
import nl.wolkenkaart.provider.CorrectionCounts;
import nl.wolkenkaart.provider.Corrections;
import nl.wolkenkaart.table.Descriptors;
import nl.wolkenkaart.table.Libraries;
import nl.wolkenkaart.table.RunFolder;
import nl.wolkenkaart.table.RunManifest;
import nl.wolkenkaart.table.Subject;
import nl.wolkenkaart.web.ReportOptions;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;

/** One run: its stages in a row, then its ending. */
final class Run {
  private final RunSettings settings;
  private final Lists list;
  private final HeldFolder held;
  private final RunFolder folder;
  private final RunFolder here;
  private final RunManifest manifest;
  private final Ending ending;
  private final Stages stages;
  private final String command;
  private final Map<String, String> options;
  private final PrintStream out = System.out;
  private final PrintStream log = System.err;
  private boolean reports;

  /**
   * A run that has not begun.
   *
   * @param command such as {@code survey}
   * @param list the lists of organisations
   * @param held where it writes
   */
  Run(String command, RunSettings settings, Lists list, HeldFolder held) throws IOException {
    this.command = command;
    this.settings = settings;
    this.list = list;
    this.held = held;
    this.folder = held.folder();
    this.here = held.here();
    this.options = new TreeMap<>(settings.asText());
    options.put("organisations", list.toString());
    BeamRunner runner = settings.runner();
    this.manifest =
        new RunManifest()
            .program("wolkenkaart", Version.current())
            .command(command, options)
            .runDate(settings.runDate())
            .runner(runner.name())
            .engine(runner.version(), runner.parallelism(), runner.workers())
            .libraries(Libraries.versions());
    Path jar = Version.jar();
    if (jar != null) {
      manifest.jar(jar);
    }
    for (Path path : list.paths()) {
      manifest.input(path);
    }
    this.ending = new Ending(here, manifest, settings);
    this.stages = new Stages(settings, folder);
  }

  /** Says that the run takes up an earlier one. */
  void resumes() {
    options.put("resume", "true");
    manifest.command(command, options);
    log.println("Takes up the run in " + folder.root() + ": what it has answered is not asked.");
  }

  /** Asks, and writes what was seen to the run's folder. */
  void measure() throws IOException {
    manifest.plan(settings.plan().id()).resolvers(settings.resolvers());
    Lists.Content content = list.content();
    content.log().forEach(log::println);
    int domains = content.domains();
    log.println(PlanPrinter.estimate(settings, domains));
    Stages.Outcome measured = stages.measure(list.lists(), domains, Progress.on(log));
    ending.measured(measured);
    Summary.measured(out, measured);
  }

  /** Classifies the observations of this run. */
  void classify() throws IOException {
    classify(folder.observations());
  }

  /** Classifies the observations of a folder. */
  void classify(String observations) throws IOException {
    if (!observations.equals(folder.observations())) {
      inputs(observations);
    }
    Corrections corrections = settings.catalogue().corrections(settings.runDate());
    if (settings.addresses() != null) {
      manifest.input(settings.addresses());
    }
    manifest
        .catalogue(settings.catalogue().catalogue().hash())
        .ownershipAsOf(settings.asOf())
        .corrections(corrections.hash());
    for (ScenarioInput input : settings.scenarios()) {
      manifest.input(input.file()).scenario(input.scenario(), input.file());
    }
    Stages.Outcome classified = stages.classify(list.lists(), observations, corrections);
    CorrectionCounts.warnings(corrections, classified.counts())
        .forEach(line -> log.println("warning: " + line));
    manifest.count("classify", "corrected", classified.count(CorrectionCounts.APPLIED));
    held.fetch();
    ending.classified(classified);
    ending.described(
        Descriptors.write(
            here, Subject.run(settings.runDate(), list.paths()), settings.publication()));
    Summary.classified(out, classified, here);
  }

  /** Names the files of observations, wherever they are. */
  private void inputs(String observations) throws IOException {
    if (!new Location(observations).isRemote()) {
      for (Path file : ObservationNames.whole(Path.of(observations))) {
        manifest.input(file);
      }
      return;
    }
    for (Metadata file : StoredFiles.below(observations).values()) {
      String name = file.resourceId().toString();
      if (ObservationNames.isObservations(name)) {
        manifest.input(name, file.sizeBytes(), StoredFiles.sha256(file));
      }
    }
  }

  /** Says that the run is to end with a report. */
  void report(ReportOptions options) {
    reports = true;
    ending.reports(options.with(settings.catalogue().catalogue()));
  }

  /** Writes what closes the run's folder; gives the exit code. */
  int finish() throws IOException {
    held.fetch();
    int exit = ending.finish();
    held.publish();
    out.println("Written to " + folder.root());
    if (reports && Files.exists(Path.of(here.report()))) {
      out.println("Report: " + folder.report());
    }
    return exit;
  }
}
