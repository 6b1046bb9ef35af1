package nl.wolkenkaart.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "survey",
    description = "Asks about every organisation of a list, classifies the answers, writes tables.",
    mixinStandardHelpOptions = true)
final class SurveyCommand implements Callable<Integer> {
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
    RunRequest request = RunRequest.of("survey", options, organisations, true);
    if (options.plan) {
      return request.plan();
    }
    return request.run(
        output,
        List.of(OutputFolder.OBSERVATIONS, "tables"),
        resume,
        run -> {
          run.measure();
          run.classify();
        });
  }
}
