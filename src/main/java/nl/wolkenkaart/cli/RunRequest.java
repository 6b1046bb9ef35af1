package nl.wolkenkaart.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.List;

/**
 * What a command line asks for, once it was read: the settings, the list, the folder. Nothing is
 * written before all of it is known to be usable.
 *
 * @param command such as {@code survey}
 */
record RunRequest(String command, RunSettings settings, Lists list) {

  /**
   * Reads the options and the run specification that they name.
   *
   * @param given the list on the command line, which goes before those of the run specification
   * @param asks whether questions will be asked
   * @throws UsageException with all problems
   */
  static RunRequest of(String command, RunOptions options, ListOptions given, boolean asks) {
    RunSpecification specification =
        options.specification == null
            ? RunSpecification.empty()
            : RunSpecification.read(options.specification);
    RunSettings settings = RunSettings.of(options, specification, asks, Clock.systemUTC());
    return new RunRequest(command, settings, Lists.of(given, specification, settings.runDate()));
  }

  /** What is done within the run's folder. */
  @FunctionalInterface
  interface Steps {
    void of(Run run) throws IOException;
  }

  /**
   * Runs.
   *
   * @param writes names that the run will write into its folder
   * @return exit code
   */
  int run(Location output, List<String> writes, Steps steps) throws IOException {
    return run(output, writes, false, steps);
  }

  /**
   * Runs, and takes up what the folder holds of an earlier run if told.
   *
   * @param resume whether what the run will write may be there already
   */
  int run(Location output, List<String> writes, boolean resume, Steps steps) throws IOException {
    if (output == null) {
      throw new UsageException("no folder for output; name one with --output DIR");
    }
    try (HeldFolder held = take(output, writes, resume)) {
      Run run = new Run(command, settings, list, held);
      if (resume) {
        run.resumes();
      }
      steps.of(run);
      return run.finish();
    }
  }

  private HeldFolder take(Location output, List<String> writes, boolean resume) throws IOException {
    if (output.isRemote()) {
      settings.runner().reach(output);
      return resume
          ? StoredFolder.takeUp(output.text(), settings.buckets(), Clock.systemUTC())
          : StoredFolder.take(output.text(), writes, Clock.systemUTC());
    }
    return resume
        ? OutputFolder.takeUp(output.path(), settings.buckets())
        : OutputFolder.take(output.path(), writes);
  }

  /** Prints what would be asked. */
  int plan() throws IOException {
    PlanPrinter.print(System.out, settings, list.content());
    return ExitCode.GOOD;
  }
}
