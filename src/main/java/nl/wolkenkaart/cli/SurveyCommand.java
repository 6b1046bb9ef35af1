package nl.wolkenkaart.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "survey",
    description = "Asks about every organisation of a list, classifies the answers, writes tables.",
    mixinStandardHelpOptions = true)
final class SurveyCommand implements Callable<Integer> {
  @Mixin private AskingOptions options;

  @Override
  public Integer call() throws Exception {
    RunRequest request = options.request("survey");
    if (options.plan()) {
      return request.plan();
    }
    return request.run(
        options.output,
        List.of(OutputFolder.OBSERVATIONS, "tables"),
        options.resume,
        run -> {
          run.measure();
          run.classify();
        });
  }
}
