package nl.wolkenkaart.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.web.ReportOptions;
import picocli.CommandLine.Option;

/** The options of the commands that write a report. */
final class ReportingOptions {
  /** What stands in a link as it is, and is an address. */
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  @Option(
      names = "--comparison",
      paramLabel = "DIR",
      description =
          "Folder of a comparison with an earlier run: the report shows what has changed.")
  private Path comparison;

  @Option(
      names = "--report-errors-to",
      paramLabel = "ADDRESS",
      description = "Mail address for readers of the report who find an error; none unless told.")
  private String errorAddress;

  /** The options, checked. */
  ReportOptions checked() {
    if (errorAddress != null && !ADDRESS.matcher(errorAddress).matches()) {
      throw new UsageException("--report-errors-to: is no mail address: " + errorAddress);
    }
    if (comparison != null && !Files.isDirectory(comparison)) {
      throw new UsageException(comparison + ": no such folder of a comparison");
    }
    return new ReportOptions(errorAddress, comparison, Catalogue.embedded());
  }
}
