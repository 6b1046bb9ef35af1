package nl.wolkenkaart.table;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code datapackage.json}: the tables of a dataset for other programs (Data Package, version 2.0):
 * every file with its size, its SHA-256 and the schema of its rows.
 *
 * <p>Observations are one resource for each form, in several files. The standard has such files
 * read one after the other as if they were one, so size and hash are those of all in a row, in the
 * order of {@code path}; each file's own hash is in {@code SHA256SUMS}. The flat rows of the
 * observations are compressed (Data Package recipes, "Compression of resources"): hash and size are
 * those of the files as they are, and each begins with a line of headers.
 */
final class DataPackage {
  static final String FILE = "datapackage.json";

  private static final String PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json";

  private DataPackage() {}

  static String text(Dataset dataset) throws IOException {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("$schema", PROFILE);
    text.put("name", dataset.name());
    text.put("title", dataset.title());
    text.put("description", dataset.description());
    text.put("version", dataset.version());
    text.put("created", dataset.runDate() + "T00:00:00Z");
    if (!dataset.publication().baseUrl().isEmpty()) {
      text.put("homepage", dataset.publication().baseUrl());
    }
    text.put("keywords", Dataset.KEYWORDS);
    text.put("licenses", List.of(DataLicence.forDataPackage()));
    text.put("contributors", contributors(dataset.publication()));
    List<Map<String, Object>> sources = new ArrayList<>();
    for (Subject.Source source : dataset.subject().of()) {
      sources.add(source(source));
    }
    if (dataset.subject().furtherSource() != null) {
      sources.add(Map.of("title", dataset.subject().furtherSource()));
    }
    text.put("sources", sources);
    List<Object> resources = new ArrayList<>();
    for (Resource resource : dataset.resources()) {
      resources.add(resource(resource, dataset.sums()));
    }
    text.put("resources", resources);
    return PrettyJson.of(text);
  }

  private static List<Object> contributors(Publication publication) {
    Map<String, Object> publisher = new LinkedHashMap<>();
    publisher.put("title", publication.publisherName());
    if (publication.publisherUri() != null) {
      publisher.put("path", publication.publisherUri());
    }
    if (publication.contact() != null && !publication.contact().contains(":")) {
      publisher.put("email", publication.contact());
    }
    publisher.put("roles", List.of("publisher", "creator"));
    Map<String, Object> software = new LinkedHashMap<>();
    software.put("title", "Wolkenkaart");
    software.put("roles", List.of("software"));
    return List.of(publisher, software);
  }

  private static Map<String, Object> source(Subject.Source from) throws IOException {
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("title", from.title());
    source.put("bytes", Files.size(from.file()));
    source.put("hash", "sha256:" + Checksums.sha256(from.file()));
    return source;
  }

  private static Map<String, Object> resource(Resource resource, FileSums sums) throws IOException {
    TableFormat format = resource.format();
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("name", resource.name());
    if (format == TableFormat.CSV) {
      text.put("type", "table");
    }
    text.put("path", resource.isInParts() ? resource.paths() : resource.paths().get(0));
    text.put("format", format.extension());
    text.put("mediatype", format.mediaType());
    if (resource.isCompressed()) {
      text.put("compression", "gz");
    }
    if (format == TableFormat.CSV) {
      text.put("encoding", "utf-8");
      text.put("dialect", Map.of("lineTerminator", "\n"));
    }
    FileSums.Sum sum = sums.ofAll(resource.paths());
    text.put("bytes", sum.bytes());
    text.put("hash", "sha256:" + sum.sha256());
    text.put("schema", TableSchema.of(resource.shape(), Resource.suffix(format)));
    return text;
  }
}
