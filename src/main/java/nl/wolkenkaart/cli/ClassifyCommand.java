package nl.wolkenkaart.cli;

import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "classify",
    description = "Classifies observations that were made before; asks nothing.",
    mixinStandardHelpOptions = true)
final class ClassifyCommand implements Callable<Integer> {
  @Mixin private ListOptions list;

  @Option(
      names = "--observations",
      paramLabel = "DIR",
      required = true,
      description = "Folder of observations, or a URL.")
  private Location observations;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Folder for what is written, or a URL such as s3://bucket/folder.")
  private Location output;

  @Mixin private RunOptions options;

  @Override
  public Integer call() throws Exception {
    if (!observations.isRemote() && !Files.isDirectory(observations.path())) {
      throw new UsageException(observations + ": no such folder of observations");
    }
    RunRequest request = RunRequest.of("classify", options, list, false);
    if (observations.isRemote()) {
      request.settings().runner().reach(observations);
    }
    return request.run(output, List.of("tables"), run -> run.classify(observations.text()));
  }
}
