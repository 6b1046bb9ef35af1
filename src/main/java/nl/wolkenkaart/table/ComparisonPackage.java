package nl.wolkenkaart.table;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code datapackage.json} of what was made of several runs (Data Package, version 2.0). */
public final class ComparisonPackage {
  private ComparisonPackage() {}

  /**
   * Writes the descriptor.
   *
   * @param kind what was made; its tables are written
   * @param dates the dates that the runs stand for
   * @param manifests their manifests, in that order
   */
  public static void write(
      RunFolder folder, DatasetKind kind, List<LocalDate> dates, List<Path> manifests)
      throws IOException {
    List<Object> sources = new ArrayList<>();
    for (int i = 0; i < dates.size(); i++) {
      Map<String, Object> source = new LinkedHashMap<>();
      source.put("title", "Run of " + dates.get(i) + ", its manifest");
      source.put("hash", "sha256:" + Checksums.sha256(manifests.get(i)));
      sources.add(source);
    }
    String from = dates.get(0).toString();
    String to = dates.get(dates.size() - 1).toString();
    Path root = Path.of(folder.root());
    List<Object> resources = new ArrayList<>();
    for (Resource resource : Resource.all(root, kind)) {
      resources.add(DataPackage.resource(resource, new FileSums(root)));
    }
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("$schema", DataPackage.PROFILE);
    text.put("name", "wolkenkaart-" + kind.word() + "-" + from + "-" + to);
    text.put("title", Dataset.TITLE + ": " + kind.word() + ", " + from + " to " + to);
    text.put(
        "description",
        "Made of runs that were measured from public DNS; what each column means is in the"
            + " schemas. Of what it was made and what came of it is in run-manifest.json.");
    text.put("keywords", Dataset.KEYWORDS);
    text.put("licenses", List.of(DataLicence.forDataPackage()));
    text.put("sources", sources);
    text.put("resources", resources);
    Checksums.replace(root.resolve(DataPackage.FILE), PrettyJson.of(text));
  }
}
