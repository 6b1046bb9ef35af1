package nl.wolkenkaart.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the commands that ask about a list of organisations. */
final class AskingOptions {
  @Mixin private ListOptions list;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Folder for what is written, or a URL such as s3://bucket/folder.")
  Location output;

  @Option(
      names = "--resume",
      description =
          "Take up the run that the folder holds: ask only what is missing in it or failed.")
  boolean resume;

  @Mixin private RunOptions options;

  /** What is asked for under the name of a command. */
  RunRequest request(String command) {
    return RunRequest.of(command, options, list, true);
  }

  /** Whether only the plan of questions is wanted. */
  boolean plan() {
    return options.plan;
  }
}
