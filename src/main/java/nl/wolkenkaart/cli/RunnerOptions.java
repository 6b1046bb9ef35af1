package nl.wolkenkaart.cli;

import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say what runs the pipelines. */
final class RunnerOptions {
  @Option(
      names = "--runner",
      paramLabel = "NAME",
      description = "direct, which is the default, flink or spark.")
  String name;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description =
          "Threads, or slots of a cluster, to use; the cores of this machine unless told.")
  Integer parallelism;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = {
        "Processes of a cluster that ask, among which the rate is divided; as many as",
        "--parallelism says unless told."
      })
  Integer workers;

  @Parameters(
      paramLabel = "-- BEAM OPTIONS",
      description = {
        "Options of Beam and its runners, after --, such as --flinkMaster=HOST:PORT",
        "or --sparkMaster=spark://HOST:PORT for a cluster."
      })
  List<String> beam = List.of();
}
