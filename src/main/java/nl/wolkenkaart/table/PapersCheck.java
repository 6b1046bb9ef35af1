package nl.wolkenkaart.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds the descriptors beside {@code datapackage.json} against the files and against it. */
final class PapersCheck {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final YAMLMapper YAML = new YAMLMapper();

  private final DatasetFiles files;
  private final Set<String> paths = new HashSet<>();
  private final Set<TableShape> shapes = new LinkedHashSet<>();
  private final Findings findings =
      new Findings(
          String.join(", ", Dcat.FILE, Croissant.FILE, CitationFile.FILE)
              + ": say the same of the same files");

  PapersCheck(DatasetFiles files, Path root, DatasetKind kind) throws IOException {
    this.files = files;
    for (Resource resource : Resource.all(root, kind)) {
      paths.addAll(resource.paths());
      shapes.add(resource.shape());
    }
  }

  DatasetReport.Part check() {
    JsonNode master = read(DataPackage.FILE, JSON);
    checkDcat(master, read(Dcat.FILE, JSON));
    checkCroissant(master, read(Croissant.FILE, JSON));
    checkCitation(master, read(CitationFile.FILE, YAML));
    return findings.part();
  }

  private JsonNode read(String name, ObjectMapper mapper) {
    Path file = files.find(name);
    try {
      if (file != null) {
        JsonNode read = mapper.readTree(file.toFile());
        return read == null ? mapper.nullNode() : read;
      }
      findings.add("%s is missing", name);
    } catch (IOException e) {
      findings.unreadable(name, e);
    }
    return mapper.nullNode();
  }

  private void checkDcat(JsonNode master, JsonNode dcat) {
    for (JsonNode node : dcat.path("@graph")) {
      if (!node.path("@type").asText().equals("dcat:Dataset")) {
        continue;
      }
      same(Dcat.FILE, "identifier", node.path("dct:identifier"), master.path("name"));
      same(Dcat.FILE, "version", node.path("dcat:version"), master.path("version"));
      Set<String> left = new HashSet<>(paths);
      for (JsonNode one : node.path("dcat:distribution")) {
        String path = one.at("/dct:title/@value").asText();
        checkFile(
            Dcat.FILE,
            path,
            left,
            one.at("/dcat:byteSize/@value").asText(),
            one.at("/spdx:checksum/spdx:checksumValue/@value").asText());
        licence(Dcat.FILE, one.at("/dct:license/@id"), DataLicence.AUTHORITY);
      }
      left.forEach(path -> findings.add("%s does not describe %s", Dcat.FILE, path));
      return;
    }
    if (!dcat.isNull()) {
      findings.add("%s describes no dataset", Dcat.FILE);
    }
  }

  private void checkCroissant(JsonNode master, JsonNode croissant) {
    if (croissant.isNull()) {
      return;
    }
    same(Croissant.FILE, "name", croissant.path("name"), master.path("name"));
    same(Croissant.FILE, "version", croissant.path("version"), master.path("version"));
    licence(Croissant.FILE, croissant.path("license"), DataLicence.TEXT);
    Set<String> left = new HashSet<>(paths);
    for (JsonNode one : croissant.path("distribution")) {
      if (one.path("@type").asText().equals("cr:FileObject")) {
        String size = one.path("contentSize").asText();
        checkFile(
            Croissant.FILE,
            one.path("@id").asText(),
            left,
            size.endsWith(" B") ? size.substring(0, size.length() - 2) : size,
            one.path("sha256").asText());
      }
    }
    left.forEach(path -> findings.add("%s does not describe %s", Croissant.FILE, path));
    Map<String, List<String>> columns = new HashMap<>();
    for (JsonNode records : croissant.path("recordSet")) {
      columns.put(records.path("name").asText(), records.path("field").findValuesAsText("@id"));
    }
    for (TableShape shape : shapes) {
      List<String> described = columns.getOrDefault(shape.name(), List.of());
      for (String column : shape.columns()) {
        if (!described.contains(shape.name() + '/' + column)) {
          findings.add("%s lacks the field %s of %s", Croissant.FILE, column, shape.name());
        }
      }
    }
  }

  private void checkCitation(JsonNode master, JsonNode citation) {
    if (citation.isNull()) {
      return;
    }
    same(CitationFile.FILE, "title", citation.path("title"), master.path("title"));
    same(CitationFile.FILE, "version", citation.path("version"), master.path("version"));
    licence(CitationFile.FILE, citation.path("license"), DataLicence.SPDX);
    String released = citation.path("date-released").asText();
    if (!master.path("created").asText().startsWith(released + 'T')) {
      findings.add("%s: the date %s is not that of the run", CitationFile.FILE, released);
    }
  }

  private void checkFile(
      String descriptor, String path, Set<String> left, String bytes, String sha256) {
    if (!left.remove(path)) {
      findings.add("%s describes %s, which is not there or described twice", descriptor, path);
      return;
    }
    try {
      if (!sha256.equals(files.sum(path))) {
        findings.add("%s: %s has another SHA-256", descriptor, path);
      }
      long there = java.nio.file.Files.size(files.find(path));
      if (!bytes.equals(Long.toString(there))) {
        findings.add("%s: %s has %d bytes, not %s", descriptor, path, there, bytes);
      }
    } catch (IOException | RuntimeException e) {
      findings.unreadable(path, e);
    }
  }

  private void same(String descriptor, String what, JsonNode is, JsonNode should) {
    if (!is.asText().equals(should.asText())) {
      findings.add(
          "%s: the %s is %s, in %s it is %s",
          descriptor, what, is.asText(), DataPackage.FILE, should.asText());
    }
  }

  private void licence(String descriptor, JsonNode is, String should) {
    if (!is.asText().equals(should)) {
      findings.add("%s: the licence is %s, not %s", descriptor, is.asText(), should);
    }
  }
}
