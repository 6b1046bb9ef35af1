package nl.wolkenkaart.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "measure",
    description = "Asks about every organisation of a list and writes what was seen.",
    mixinStandardHelpOptions = true)
final class MeasureCommand implements Callable<Integer> {
  @Mixin private AskingOptions options;

  @Override
  public Integer call() throws Exception {
    RunRequest request = options.request("measure");
    if (options.plan()) {
      return request.plan();
    }
    return request.run(
        options.output, List.of(OutputFolder.OBSERVATIONS), options.resume, Run::measure);
  }
}
