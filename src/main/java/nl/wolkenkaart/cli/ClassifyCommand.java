package nl.wolkenkaart.cli;

import java.nio.file.Files;
import java.nio.file.Path;
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
      description = "Folder of observations.")
  private Path observations;

  @Option(names = "--output", paramLabel = "DIR", description = "Folder for what is written.")
  private Path output;

  @Mixin private RunOptions options;

  @Override
  public Integer call() throws Exception {
    if (!Files.isDirectory(observations)) {
      throw new UsageException(observations + ": no such folder of observations");
    }
    String folder = observations.toAbsolutePath().normalize().toString();
    return RunRequest.of("classify", options, list, false)
        .run(output, List.of("tables"), run -> run.classify(folder));
  }
}
