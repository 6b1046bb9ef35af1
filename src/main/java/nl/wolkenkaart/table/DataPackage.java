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
    List<Map<String, Object>> sources = new ArrayList<>();
    for (Path list : lists) {
      sources.add(source(list));
    }
    sources.add(Map.of("title", "Public DNS"));
    Path root = Path.of(folder.root());
    return write(
        folder,
        describe(
            "wolkenkaart-" + runDate,
            "Who receives and who runs the mail of organisations, " + runDate,
            "Measured from public DNS and classified by rules; what each column means is in the"
                + " schemas. What was run, on what, and what came of it is in run-manifest.json.",
            sources,
            resources(
                root,
                DatasetKind.RUN,
                List.of(resource(root, Tables.REJECTS, TableFormat.CSV, "")))));
  }

  /**
   * Writes the descriptor of what was made of several runs.
   *
   * @param kind what was made
   * @param dates the dates that the runs stand for
   * @param manifests their manifests, in that order
   */
  public static Path write(
      RunFolder folder, DatasetKind kind, List<LocalDate> dates, List<Path> manifests)
      throws IOException {
    List<Map<String, Object>> sources = new ArrayList<>();
    for (int i = 0; i < dates.size(); i++) {
      sources.add(
          Map.of(
              "title",
              "Run of "
                  + dates.get(i)
                  + ", SHA-256 of its manifest "
                  + Checksums.sha256(manifests.get(i))));
    }
    String from = dates.get(0).toString();
    String to = dates.get(dates.size() - 1).toString();
    return write(
        folder,
        describe(
            "wolkenkaart-" + kind.word() + "-" + from + "-" + to,
            "Who receives and who runs the mail of organisations: "
                + kind.word()
                + ", "
                + from
                + " to "
                + to,
            "Made of runs that were measured from public DNS; what each column means is in the"
                + " schemas. Of what it was made and what came of it is in run-manifest.json.",
            sources,
            resources(Path.of(folder.root()), kind, List.of())));
  }

  private static Path write(RunFolder folder, Map<String, Object> text) throws IOException {
    Path target = Path.of(folder.dataPackage());
    Checksums.replace(target, PrettyJson.of(text));
    return target;
  }

  private static Map<String, Object> describe(
      String name,
      String title,
      String description,
      List<Map<String, Object>> sources,
      List<Object> resources) {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("$schema", PROFILE);
    text.put("name", name);
    text.put("title", title);
    text.put("description", description);
    text.put("licenses", List.of(DataLicence.forDataPackage()));
    text.put("sources", sources);
    text.put("resources", resources);
    return text;
  }

  private static List<Object> resources(Path root, DatasetKind kind, List<Object> more)
      throws IOException {
    List<Object> resources = new ArrayList<>();
    for (Table<?> table : kind.tables()) {
      for (TableFormat format : TableFormat.values()) {
        resources.add(resource(root, table, format, "tables/"));
      }
    }
    resources.addAll(more);
    return resources;
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
