package nl.wolkenkaart.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a demo that say how it is run. */
final class DemoOptions {
  @Option(
      names = "--buckets",
      paramLabel = "N",
      description = "Parts that the domains are spread over; 64 unless told.")
  Integer buckets;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "0",
      description = "Questions per second in all; no limit unless told.")
  int rate;

  @Mixin RunnerOptions runner = new RunnerOptions();
}
