package nl.wolkenkaart.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Holds {@code datapackage.json} against the files and against the schemas of this version. */
final class DescriptorCheck {
  private static final String FILE = "datapackage.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DatasetFiles files;
  private final Path root;
  private final DatasetKind kind;
  private final Findings findings =
      new Findings(FILE + ": describes these files, with the schemas of this version");

  DescriptorCheck(DatasetFiles files, Path root, DatasetKind kind) {
    this.kind = kind;
    this.files = files;
    this.root = root;
  }

  DatasetReport.Part check() {
    Path file = files.find(FILE);
    if (file == null) {
      findings.add("%s is missing", FILE);
      return findings.part();
    }
    Map<String, JsonNode> described = new HashMap<>();
    try {
      for (JsonNode resource : JSON.readTree(file.toFile()).path("resources")) {
        described.put(resource.path("name").asText(), resource);
        checkFiles(resource);
      }
      for (Resource resource : Resource.all(root, kind)) {
        checkDescription(resource, described.get(resource.name()));
      }
    } catch (IOException e) {
      findings.unreadable(FILE, e);
    }
    return findings.part();
  }

  private void checkDescription(Resource resource, @Nullable JsonNode described) {
    String files = resource.isInParts() ? resource.name() : resource.paths().get(0);
    if (described == null) {
      findings.add("%s does not describe %s", FILE, files);
      return;
    }
    if (!paths(described).equals(resource.paths())) {
      findings.add("%s has other files for %s than are there", FILE, resource.name());
    }
    JsonNode schema =
        JSON.valueToTree(TableSchema.of(resource.shape(), Resource.suffix(resource.format())));
    if (!described.path("schema").equals(schema)) {
      findings.add("The schema of %s is not that of this version", files);
    }
  }

  private static List<String> paths(JsonNode resource) {
    JsonNode path = resource.path("path");
    List<String> paths = new ArrayList<>();
    if (path.isArray()) {
      path.forEach(one -> paths.add(one.asText()));
    } else {
      paths.add(path.asText());
    }
    return paths;
  }

  private void checkFiles(JsonNode resource) throws IOException {
    List<String> paths = paths(resource);
    for (String path : paths) {
      if (files.find(path) == null) {
        findings.add("%s is described and missing", path);
        return;
      }
    }
    String name = paths.size() == 1 ? paths.get(0) : resource.path("name").asText();
    FileSums.Sum sum = new FileSums(root).ofAll(paths);
    if (sum.bytes() != resource.path("bytes").asLong(-1)) {
      findings.add("%s has %d bytes, not %s", name, sum.bytes(), resource.path("bytes").asText());
    }
    if (!resource.path("hash").asText().equals("sha256:" + sum.sha256())) {
      findings.add("%s has another SHA-256 than its description", name);
    }
  }
}
