package nl.wolkenkaart.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import nl.wolkenkaart.table.DatasetCheck;
import nl.wolkenkaart.table.DatasetReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "verify",
    description = {
      "Checks a published dataset: checksums, description, columns, keys, foreign keys, the three forms",
      "of each table against each other, and the invariants. Ends with 3 where it does not hold."
    },
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "Folder of a run that has classified.")
  private Path folder;

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new UsageException(folder + ": no such folder of a dataset");
    }
    DatasetReport report = DatasetCheck.of(folder);
    System.out.print(report.toText());
    return report.holds() ? ExitCode.GOOD : ExitCode.INVARIANT;
  }
}
