package nl.wolkenkaart.cli;

import java.util.List;
import java.util.concurrent.Callable;
import nl.wolkenkaart.web.ReportOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "survey",
    description = {
      "Asks about every organisation of a list, classifies the answers, writes tables and a report."
    },
    mixinStandardHelpOptions = true)
final class SurveyCommand implements Callable<Integer> {
  @Mixin private AskingOptions options;
  @Mixin private ReportingOptions reporting;

  @Override
  public Integer call() throws Exception {
    RunRequest request = options.request("survey");
    if (options.plan()) {
      return request.plan();
    }
    ReportOptions report = reporting.checked();
    return request.run(
        options.output,
        List.of(OutputFolder.OBSERVATIONS, "tables"),
        options.resume,
        run -> {
          run.measure();
          run.classify();
          run.report(report);
        });
  }
}
