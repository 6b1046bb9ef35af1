package nl.wolkenkaart.cli;

import com.google.common.base.Joiner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import nl.wolkenkaart.provider.CatalogueException;
import nl.wolkenkaart.provider.CatalogueSource;
import nl.wolkenkaart.table.Checksums;
import nl.wolkenkaart.web.Report;
import nl.wolkenkaart.web.ReportException;
import nl.wolkenkaart.web.ReportOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "report",
    description = {
      "Writes the page that people look at: index.html with the evidence beside it, summary.md and",
      "summary.json. It needs no server and asks nothing; open it with a browser."
    },
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  @Option(
      names = "--tables",
      paramLabel = "DIR",
      required = true,
      description = "Folder of the tables, or of the run that wrote them.")
  private Path tables;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the report; an earlier report in it is replaced.")
  private Path output;

  @Option(
      names = "--catalogue",
      paramLabel = "DIR",
      description = "Catalogue that the tables were made with, for its names; ours unless told.")
  private Path catalogue;

  @Mixin private ReportingOptions options;

  private ReportOptions chosen() {
    ReportOptions chosen = options.checked();
    try {
      return catalogue == null ? chosen : chosen.with(CatalogueSource.of(catalogue).catalogue());
    } catch (CatalogueException e) {
      throw new UsageException(catalogue + ": " + e.getMessage(), e);
    }
  }

  /** A report inside the run's own folder is one of the files that the run's sums are of. */
  private void renewSums(Path folder) throws IOException {
    Path root = folder.toRealPath().getParent();
    Path report = output.toRealPath();
    if (root != null && report.startsWith(root)) {
      String within = Joiner.on('/').join(root.relativize(report));
      String prefix = within.isEmpty() ? "" : within + '/';
      Checksums.renew(
          root, name -> name.startsWith(prefix) && Report.isFile(name.substring(prefix.length())));
    }
  }

  @Override
  public Integer call() throws IOException {
    Path inRun = tables.resolve("tables");
    Path folder = Files.isDirectory(inRun) ? inRun : tables;
    if (!Files.isDirectory(folder)) {
      throw new UsageException(folder + ": no such folder of tables");
    }
    try {
      Report.Written written = Report.write(folder, output, chosen());
      if (written.page().isEmpty()) {
        throw new UsageException(written.why());
      }
      renewSums(folder);
      System.out.println("Report: " + written.page().get().toAbsolutePath().normalize());
      return ExitCode.GOOD;
    } catch (ReportException e) {
      System.err.println("does not hold: " + e.getMessage());
      return ExitCode.INVARIANT;
    }
  }
}
