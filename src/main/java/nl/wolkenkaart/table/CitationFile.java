package nl.wolkenkaart.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code CITATION.cff}: how the dataset is cited (Citation File Format 1.2.0). */
final class CitationFile {
  static final String FILE = "CITATION.cff";

  private static final YAMLMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .build());

  private CitationFile() {}

  static String text(Dataset dataset) {
    Publication publication = dataset.publication();
    Map<String, Object> author = new LinkedHashMap<>();
    author.put("name", publication.publisherName());
    if (publication.publisherUri() != null) {
      author.put("website", publication.publisherUri());
    }
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("cff-version", "1.2.0");
    text.put("message", "If you use this dataset, please cite it as below.");
    text.put("type", "dataset");
    text.put("title", dataset.title());
    text.put("abstract", dataset.description());
    text.put("authors", List.of(author));
    text.put("version", dataset.version());
    text.put("date-released", dataset.runDate().toString());
    text.put("license", DataLicence.SPDX);
    text.put("keywords", Dataset.KEYWORDS);
    if (!publication.baseUrl().isEmpty()) {
      text.put("url", publication.baseUrl());
    }
    try {
      return YAML.writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("There are only maps, lists and texts", e);
    }
  }
}
