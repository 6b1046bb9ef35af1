package nl.wolkenkaart.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "measure",
    description = "Asks about every organisation of a list and writes what was seen.",
    mixinStandardHelpOptions = true)
final class MeasureCommand implements Callable<Integer> {
  @Option(names = "--organisations", paramLabel = "FILE", description = "List of organisations.")
  private Path organisations;

  @Option(names = "--output", paramLabel = "DIR", description = "Folder for what is written.")
  private Path output;

  @Option(
      names = "--resume",
      description =
          "Take up the run that the folder holds: ask only what is missing in it or failed.")
  private boolean resume;

  @Mixin private RunOptions options;

  @Override
  public Integer call() throws Exception {
    RunRequest request = RunRequest.of("measure", options, organisations, true);
    if (options.plan) {
      return request.plan();
    }
    return request.run(output, List.of(OutputFolder.OBSERVATIONS), resume, Run::measure);
  }
}
