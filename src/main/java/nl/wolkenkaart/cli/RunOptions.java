package nl.wolkenkaart.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that several commands have. */
final class RunOptions {
  @Option(
      names = "--run",
      paramLabel = "FILE.yaml",
      description = "Run specification; options on the command line go before what it says.")
  Path specification;

  @Option(
      names = "--resolvers",
      paramLabel = "HOST[:PORT]",
      split = ",",
      description = "Resolvers to ask; those of this machine unless told.")
  List<String> resolvers = List.of();

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Questions per second in all, 0 for no limit; 100 unless told.")
  Integer rate;

  @Mixin RunnerOptions runner = new RunnerOptions();

  @Option(
      names = "--run-date",
      paramLabel = "DATE",
      description = "The date that the run stands for, YYYY-MM-DD; today (UTC) unless told.")
  String runDate;

  @Option(
      names = "--buckets",
      paramLabel = "N",
      description = "Parts that the domains are spread over; 64 unless told.")
  Integer buckets;

  @Option(
      names = "--max-failure-share",
      paramLabel = "SHARE",
      description = "Part of the lookups that may fail before the run ends with exit 4; 0.05.")
  Double maxFailureShare;

  @Option(
      names = "--addresses",
      paramLabel = "FILE.mmdb",
      description = "Table of addresses that tells where servers stand; without it no country.")
  Path addresses;

  @Mixin PublicationOptions publication = new PublicationOptions();

  @Option(
      names = "--catalogue",
      paramLabel = "DIR",
      description = "Folder of providers, companies, services and corrections; ours unless told.")
  Path catalogue;

  @Option(
      names = "--min-cell",
      paramLabel = "N",
      description =
          "Pool cells of fewer than N organisations in the tables that count, for publication.")
  Integer minCell;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description =
          "The day whose owners of companies count, YYYY-MM-DD; the run date unless told.")
  String asOf;

  @Option(
      names = "--scenario",
      paramLabel = "FILE.yaml",
      description = "What if: statistics before and after, and who is affected; may be repeated.")
  List<Path> scenarios = List.of();

  @Option(names = "--plan", description = "Say what would be asked, and ask nothing.")
  boolean plan;
}
