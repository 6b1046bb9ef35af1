package nl.wolkenkaart.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

@Command(
    name = "wolkenkaart",
    description = "Who holds a country's mail and cloud? Measured from public DNS.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      SurveyCommand.class,
      MeasureCommand.class,
      ClassifyCommand.class,
      DirectoryCommand.class,
      ReportCommand.class,
      CompareCommand.class,
      VerifyCommand.class,
      ExplainCommand.class,
      AssessCommand.class,
      OwnersCommand.class,
      DemoCommand.class,
      BenchCommand.class,
      HelpCommand.class
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:good",
      "1:crash",
      "2:usage or configuration",
      "3:an invariant does not hold",
      "4:finished, but more lookups failed than --max-failure-share allows"
    })
final class MainCommand {}
