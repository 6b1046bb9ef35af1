package nl.wolkenkaart.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code datapackage.json}: the tables of a run for other programs (Data Package, version 2.0):
 * every file with its size, its SHA-256 and the schema of its rows. It has no time of writing, so
 * the same tables of the same list and date give the same bytes.
 */
public final class DataPackage {
  private static final String PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json";

  private DataPackage() {}

  /**
   * Writes the descriptor of a run whose tables are written.
   *
   * @param folder the run's folder, on this machine
   * @param runDate the date that the run stands for
   * @param lists the lists of organisations
   * @return the file written
   */
  public static Path write(RunFolder folder, LocalDate runDate, List<Path> lists)
      throws IOException {
    Path target = Path.of(folder.dataPackage());
    Checksums.replace(target, PrettyJson.of(describe(Path.of(folder.root()), runDate, lists)));
    return target;
  }

  private static Map<String, Object> describe(Path root, LocalDate runDate, List<Path> lists)
      throws IOException {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("$schema", PROFILE);
    text.put("name", "wolkenkaart-" + runDate);
    text.put("title", "Who receives and who runs the mail of organisations, " + runDate);
    text.put(
        "description",
        "Measured from public DNS and classified by rules; what each column means is in the schemas."
            + " What was run, on what, and what came of it is in run-manifest.json.");
    text.put("licenses", List.of(DataLicence.forDataPackage()));
    List<Map<String, Object>> sources = new ArrayList<>();
    for (Path list : lists) {
      sources.add(source(list));
    }
    sources.add(Map.of("title", "Public DNS"));
    text.put("sources", sources);
    List<Object> resources = new ArrayList<>();
    for (Table<?> table : Tables.ALL) {
      for (TableFormat format : TableFormat.values()) {
        resources.add(resource(root, table, format, "tables/"));
      }
    }
    resources.add(resource(root, Tables.REJECTS, TableFormat.CSV, ""));
    text.put("resources", resources);
    return text;
  }

  private static Map<String, Object> source(Path list) throws IOException {
    String name = String.valueOf(list.getFileName());
    return Map.of("title", "List of organisations " + name + ", SHA-256 " + Checksums.sha256(list));
  }

  /** What follows a table's name in a resource's; nothing for CSV, which every program reads. */
  static String suffix(TableFormat format) {
    return format == TableFormat.CSV ? "" : '-' + format.extension();
  }

  private static Map<String, Object> resource(
      Path root, Table<?> table, TableFormat format, String folder) throws IOException {
    String path = folder + table.name() + '.' + format.extension();
    Path file = root.resolve(path);
    String suffix = suffix(format);
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("name", table.name() + suffix);
    if (format == TableFormat.CSV) {
      text.put("type", "table");
    }
    text.put("path", path);
    text.put("format", format.extension());
    text.put("mediatype", format.mediaType());
    if (format == TableFormat.CSV) {
      text.put("encoding", "utf-8");
      text.put("dialect", Map.of("lineTerminator", "\n"));
    }
    text.put("bytes", Files.size(file));
    text.put("hash", "sha256:" + Checksums.sha256(file));
    text.put("schema", TableSchema.of(TableShape.of(table), suffix));
    return text;
  }
}
