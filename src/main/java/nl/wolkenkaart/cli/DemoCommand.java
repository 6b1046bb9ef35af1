package nl.wolkenkaart.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import nl.wolkenkaart.world.Country;
import nl.wolkenkaart.world.YearLater;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    description = {
      "Surveys a made-up country of 25,580 organisations, for which a name server of ours answers on",
      "loopback, and lays what was planted beside what was measured. Needs no network."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final long SEED = 2024;
  private static final LocalDate RUN_DATE = LocalDate.of(2024, 3, 18);
  private static final String FOLDER = "wolkenkaart-demo";

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description =
          "Folder for what is written; wolkenkaart-demo here unless told, replaced at each demo.")
  private Path output;

  @Option(
      names = "--scale",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many times 25,580 organisations; 1 unless told.")
  private double scale;

  @Mixin private DemoOptions how = new DemoOptions();

  @Option(
      names = "--years",
      paramLabel = "N",
      defaultValue = "1",
      description = {
        "2: surveys the country again a year later, when organisations have moved, come and gone and our",
        "catalogue has changed, and lays what compare finds beside what was planted."
      })
  private int years;

  @Option(
      names = "--serve",
      paramLabel = "PORT",
      description = {
        "Surveys nothing: writes the country's list and what is planted in it to the folder and answers for",
        "it at this port of 127.0.0.1 until it is stopped, for a survey by another process."
      })
  private Integer serve;

  @Override
  public Integer call() throws Exception {
    if (!(scale > 0 && scale <= 100)) {
      throw new UsageException("the scale must be above 0 and at most 100, is " + scale);
    }
    if (years != 1 && years != 2) {
      throw new UsageException("the demo has 1 year or 2, not " + years);
    }
    if (serve != null && (years != 1 || serve < 1 || serve > 65_535)) {
      throw new UsageException("--serve needs a port from 1 to 65535, and serves one year");
    }
    Path folder = output != null ? output : defaultFolder();
    System.out.println("A made-up country: all names and figures are synthetic.");
    Country country = Country.of(SEED, scale);
    if (serve != null) {
      return new DemoServer(country, folder).serve(serve);
    }
    return years == 1
        ? new DemoYear(country, country.organisations(), RUN_DATE, null, how, folder).survey()
        : new DemoYears(country, YearLater.of(SEED, scale), RUN_DATE, how, folder).run();
  }

  /** The folder of earlier demos, emptied; another folder of that name is left alone. */
  private static Path defaultFolder() throws IOException {
    Path folder = Path.of(FOLDER);
    if (Files.exists(folder) && !Files.exists(folder.resolve("confusion.csv"))) {
      if (Files.exists(folder.resolve("run-manifest.json")) || !isUnfinishedDemo(folder)) {
        throw new UsageException(folder + ": is no demo's folder; name another with --output DIR");
      }
    }
    OutputFolder.delete(folder);
    return folder;
  }

  private static boolean isUnfinishedDemo(Path folder) {
    return Files.exists(folder.resolve(DemoYear.LIST))
        || Files.exists(folder.resolve(DemoYears.FIRST).resolve(DemoYear.LIST));
  }
}
