package nl.wolkenkaart.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Holds {@code datapackage.json} against the files and against the schemas of this version. */
final class DescriptorCheck {
  private static final String FILE = "datapackage.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DatasetFiles files;
  private final Findings findings =
      new Findings(FILE + ": describes these files, with the schemas of this version");

  DescriptorCheck(DatasetFiles files) {
    this.files = files;
  }

  DatasetReport.Part check() {
    Path file = files.find(FILE);
    if (file == null) {
      findings.add("%s is missing", FILE);
      return findings.part();
    }
    Map<String, JsonNode> resources = new HashMap<>();
    try {
      for (JsonNode resource : JSON.readTree(file.toFile()).path("resources")) {
        String path = resource.path("path").asText();
        resources.put(path, resource);
        checkFile(path, resource);
      }
    } catch (IOException e) {
      findings.unreadable(FILE, e);
      return findings.part();
    }
    for (Table<?> table : Tables.ALL) {
      for (TableFormat format : TableFormat.values()) {
        String path = "tables/" + table.name() + '.' + format.extension();
        JsonNode resource = resources.get(path);
        if (resource == null) {
          findings.add("%s does not describe %s", FILE, path);
        } else if (!resource.path("schema").equals(schema(table, format))) {
          findings.add("The schema of %s is not that of this version", path);
        }
      }
    }
    return findings.part();
  }

  private static JsonNode schema(Table<?> table, TableFormat format) {
    return JSON.valueToTree(TableSchema.of(TableShape.of(table), Resource.suffix(format)));
  }

  private void checkFile(String path, JsonNode resource) throws IOException {
    Path file = files.find(path);
    if (file == null) {
      findings.add("%s is described and missing", path);
      return;
    }
    long bytes = Files.size(file);
    if (bytes != resource.path("bytes").asLong(-1)) {
      findings.add("%s has %d bytes, not %s", path, bytes, resource.path("bytes").asText());
    }
    if (!resource.path("hash").asText().equals("sha256:" + files.sum(path))) {
      findings.add("%s has another SHA-256 than its description", path);
    }
  }
}
