package nl.wolkenkaart.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.wolkenkaart.table.Checksums;
import nl.wolkenkaart.table.Table;
import nl.wolkenkaart.table.TableFormat;
import nl.wolkenkaart.table.Tables;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What the papers beside the tables say of the run, as far as they are there.
 *
 * @param runDate the date that the run stands for; null where no manifest tells
 * @param ownersAsOf the day whose owners of companies count; a question mark where no manifest
 *     tells
 * @param command such as {@code demo}; empty where no manifest tells
 * @param version of the program that made the tables
 * @param catalogue hash of the catalogue that classified
 * @param lists names of the lists of organisations
 * @param scenarios what was supposed
 * @param downloads the tables' files
 */
record RunDescription(
    @Nullable LocalDate runDate,
    String ownersAsOf,
    String command,
    String version,
    String catalogue,
    ImmutableList<String> lists,
    ImmutableList<ScenarioDescription> scenarios,
    ImmutableList<Download> downloads) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MANIFEST = "run-manifest.json";

  /**
   * A file to download.
   *
   * @param sha256 64 hexadecimal digits
   */
  record Download(Path file, String name, long bytes, String sha256) {}

  /**
   * Reads what is beside a folder of tables.
   *
   * @throws IOException if a manifest is there and cannot be read
   */
  static RunDescription beside(Path tables) throws IOException {
    Path manifest = tables.resolveSibling(MANIFEST);
    JsonNode text =
        Files.exists(manifest) ? JSON.readTree(manifest.toFile()) : JSON.createObjectNode();
    List<String> lists = new ArrayList<>();
    for (JsonNode input : text.path("inputs")) {
      lists.add(String.valueOf(Path.of(input.path("file").asText()).getFileName()));
    }
    return new RunDescription(
        date(text.path("run_date").asText(), manifest),
        text.path("ownership_as_of").asText("?"),
        text.path("command").asText(),
        text.path("program").path("version").asText(),
        text.path("catalogue").asText(),
        ImmutableList.copyOf(lists),
        ScenarioDescription.in(text),
        downloads(tables));
  }

  private static @Nullable LocalDate date(String text, Path manifest) throws IOException {
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IOException(manifest + ": run_date is no date: " + text, e);
    }
  }

  private static ImmutableList<Download> downloads(Path tables) throws IOException {
    ImmutableList.Builder<Download> found = ImmutableList.builder();
    for (Table<?> table : Tables.ALL) {
      for (TableFormat format : TableFormat.values()) {
        Path file = tables.resolve(table.name() + '.' + format.extension());
        if (Files.exists(file)) {
          String name = String.valueOf(file.getFileName());
          found.add(new Download(file, name, Files.size(file), Checksums.sha256(file)));
        }
      }
    }
    return found.build();
  }

  /** Whether the run was the demo's, whose country is made up. */
  boolean isDemo() {
    return command.equals("demo");
  }
}
