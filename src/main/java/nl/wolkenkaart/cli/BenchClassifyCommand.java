package nl.wolkenkaart.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nl.wolkenkaart.directory.CsvDirectory;
import nl.wolkenkaart.directory.Organisation;
import nl.wolkenkaart.observation.DomainObservation;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.provider.Corrections;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "classify",
    description = {
      "Classifies observations with the rules alone: no pipeline, one thread, nothing written.",
      "Once in a JVM that has not done it before, then in the same one, warm."
    },
    mixinStandardHelpOptions = true)
final class BenchClassifyCommand implements Callable<Integer> {
  @Option(
      names = "--organisations",
      paramLabel = "FILE",
      required = true,
      description = "List of organisations.")
  private Path organisations;

  @Option(
      names = "--observations",
      paramLabel = "DIR",
      required = true,
      description = "Folder of observations.")
  private Path observations;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "5",
      description = "Rounds in the warm JVM; 5 unless told.")
  private int runs;

  @Option(
      names = "--run-date",
      paramLabel = "DATE",
      description = "The date that corrections are judged by, YYYY-MM-DD; today unless told.")
  private String runDate;

  @Override
  public Integer call() throws IOException {
    if (runs < 1) {
      throw new UsageException("--runs must be 1 or more");
    }
    RunOptions options = new RunOptions();
    options.runDate = runDate;
    LocalDate date =
        RunSettings.of(options, RunSpecification.empty(), false, Clock.systemUTC()).runDate();
    List<Organisation> list = list(ListFile.of(organisations, RunSpecification.empty()));
    List<DomainObservation> observed = new ObservationFolder(observations).all(o -> true);
    BenchClassify bench = new BenchClassify(list, observed);
    bench.cold(
        () -> {
          Catalogue catalogue = Catalogue.embedded();
          return new BenchClassify.Rules(catalogue, Corrections.embedded(date));
        });
    for (int i = 0; i < runs; i++) {
      bench.warm();
    }
    bench.print(System.out);
    return ExitCode.GOOD;
  }

  private static List<Organisation> list(Path file) throws IOException {
    List<Organisation> list = new ArrayList<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      new CsvDirectory().read(String.valueOf(file.getFileName()), in, list::add, reject -> {});
    }
    return list;
  }
}
