package nl.wolkenkaart.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import nl.wolkenkaart.statistics.Statistic;
import nl.wolkenkaart.table.ReadTable;
import nl.wolkenkaart.table.RunFolder;
import nl.wolkenkaart.table.Table;
import nl.wolkenkaart.table.TableFormat;
import nl.wolkenkaart.table.Tables;
import org.apache.avro.file.DataFileStream;

/**
 * A run whose folder is to be compared.
 *
 * @param path its folder
 * @param date that it stands for
 * @param ownersOf the day whose owners of companies it counts
 * @param catalogue hash of the catalogue that classified it
 * @param corrections hash of its corrections
 * @param corrected organisations that a correction changed
 * @param version of the program
 * @param addresses its table of addresses as the manifest names it; empty for none
 * @param addressesHash SHA-256 of that table; empty for none
 */
record FinishedRun(
    Path path,
    LocalDate date,
    LocalDate ownersOf,
    String catalogue,
    String corrections,
    long corrected,
    String version,
    String addresses,
    String addressesHash) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads what a run's manifest says.
   *
   * @param tables those that the folder must hold
   * @param problems where everything is noted that is missing
   * @return null where there is a problem
   */
  static FinishedRun read(Path path, List<Table<?>> tables, List<String> problems) {
    RunFolder folder = new RunFolder(path.toAbsolutePath().normalize().toString());
    Path manifest = Path.of(folder.manifest());
    if (!Files.isRegularFile(manifest)) {
      problems.add(path + ": no folder of a run, it has no run-manifest.json");
      return null;
    }
    List<String> found = new ArrayList<>();
    for (Table<?> table : tables) {
      if (!Files.isRegularFile(Path.of(folder.table(table, TableFormat.AVRO)))) {
        found.add(path + ": has no tables/" + table.name() + ".avro; classify it first");
      }
    }
    FinishedRun run = null;
    try {
      run = of(path, JSON.readTree(manifest.toFile()), found);
    } catch (IOException e) {
      found.add(manifest + ": cannot be read: " + e.getMessage().lines().findFirst().orElse(""));
    }
    problems.addAll(found);
    return found.isEmpty() ? run : null;
  }

  private static FinishedRun of(Path path, JsonNode manifest, List<String> problems) {
    LocalDate date = LocalDate.EPOCH;
    try {
      date = LocalDate.parse(manifest.path("run_date").asText());
    } catch (DateTimeParseException e) {
      problems.add(path + ": its manifest has no run_date");
    }
    LocalDate ownersOf = date;
    if (manifest.has("ownership_as_of")) {
      try {
        ownersOf = LocalDate.parse(manifest.path("ownership_as_of").asText());
      } catch (DateTimeParseException e) {
        problems.add(path + ": ownership_as_of in its manifest is no date YYYY-MM-DD");
      }
    }
    if (manifest.path("catalogue").asText().isEmpty()) {
      problems.add(path + ": its manifest names no catalogue; classify it first");
    }
    String addresses = manifest.path("options").path("addresses").asText();
    String hash = "";
    for (JsonNode input : manifest.path("inputs")) {
      if (!addresses.isEmpty() && input.path("file").asText().equals(addresses)) {
        hash = input.path("sha256").asText();
      }
    }
    return new FinishedRun(
        path,
        date,
        ownersOf,
        manifest.path("catalogue").asText(),
        manifest.path("corrections").asText(),
        manifest.path("counts").path("classify").path("corrected").asLong(),
        manifest.path("program").path("version").asText(),
        addresses,
        hash);
  }

  RunFolder folder() {
    return new RunFolder(path.toAbsolutePath().normalize().toString());
  }

  Path manifest() {
    return Path.of(folder().manifest());
  }

  Path avro(Table<?> table) {
    return Path.of(folder().table(table, TableFormat.AVRO));
  }

  /** Its statistics, which are few. */
  List<Statistic> statistics() throws IOException {
    List<Statistic> statistics = new ArrayList<>();
    try (DataFileStream<Statistic> rows =
        ReadTable.avro(avro(Tables.STATISTICS).toString(), Statistic.class)) {
      rows.forEach(statistics::add);
    }
    return statistics;
  }

  Path organisations() {
    return avro(Tables.ORGANISATIONS);
  }

  /** The same text for the same catalogue, corrections and program. */
  String rules() {
    return String.join(" ", catalogue, corrections, version);
  }
}
