package nl.wolkenkaart.table;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code croissant.json}: the dataset for search engines and programs that learn from data
 * (Croissant 1.1 of MLCommons, over schema.org): its files, and a record set for each table, read
 * from Parquet, or from CSV where it is there in no other form.
 */
final class Croissant {
  static final String FILE = "croissant.json";

  static final String SPECIFICATION = "http://mlcommons.org/croissant/1.1";

  /** Terms of Croissant that this file uses (specification, appendix 1). */
  private static final List<String> TERMS =
      List.of(
          "arrayShape",
          "citeAs",
          "column",
          "extract",
          "field",
          "fileObject",
          "fileSet",
          "includes",
          "isArray",
          "isLiveDataset",
          "jsonPath",
          "key",
          "recordSet",
          "references",
          "source",
          "subField",
          "transform");

  private final Dataset dataset;

  private Croissant(Dataset dataset) {
    this.dataset = dataset;
  }

  static String text(Dataset dataset) throws IOException {
    return PrettyJson.of(new Croissant(dataset).describe());
  }

  private Map<String, Object> describe() throws IOException {
    Publication publication = dataset.publication();
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("@context", context());
    text.put("@type", "sc:Dataset");
    text.put("conformsTo", SPECIFICATION);
    text.put("name", dataset.name());
    text.put("alternateName", dataset.title());
    text.put("description", dataset.description());
    text.put("version", dataset.version());
    text.put("datePublished", dataset.runDate().toString());
    text.put("license", DataLicence.TEXT);
    text.put("url", publication.url("").isEmpty() ? "./" : publication.url(""));
    text.put("keywords", Dataset.KEYWORDS);
    text.put("creator", organisation(publication));
    text.put("publisher", organisation(publication));
    text.put("isLiveDataset", false);
    text.put("citeAs", citation(publication));
    List<Object> distribution = new ArrayList<>();
    for (Resource resource : dataset.resources()) {
      if (resource.isInParts()) {
        distribution.add(fileSet(resource));
      }
      for (String path : resource.paths()) {
        distribution.add(fileObject(resource, path));
      }
    }
    text.put("distribution", distribution);
    List<Object> records = new ArrayList<>();
    for (Resource resource : dataset.resources()) {
      if (resource.format() == TableFormat.PARQUET
          || resource.is(Tables.REJECTS)
          || resource.is(Tables.OBSERVATION_ROWS)) {
        records.add(CroissantRecords.of(resource));
      }
    }
    text.put("recordSet", records);
    return text;
  }

  private static Map<String, Object> context() {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("@language", "en");
    context.put("@vocab", "http://schema.org/");
    context.put("sc", "http://schema.org/");
    context.put("cr", "http://mlcommons.org/croissant/");
    context.put("dct", "http://purl.org/dc/terms/");
    context.put("conformsTo", "dct:conformsTo");
    context.put("dataType", ImmutableMap.of("@id", "cr:dataType", "@type", "@vocab"));
    TERMS.forEach(term -> context.put(term, "cr:" + term));
    return context;
  }

  private static Map<String, Object> organisation(Publication publication) {
    Map<String, Object> organisation = new LinkedHashMap<>();
    organisation.put("@type", "sc:Organization");
    organisation.put("name", publication.publisherName());
    if (publication.publisherUri() != null) {
      organisation.put("url", publication.publisherUri());
    }
    return organisation;
  }

  /** BibTeX, as the specification prefers; its special signs are escaped. */
  private String citation(Publication publication) {
    return "@misc{"
        + dataset.name()
        + ", title = {"
        + bibtex(dataset.title())
        + "}, author = {{"
        + bibtex(publication.publisherName())
        + "}}, year = {"
        + dataset.runDate().getYear()
        + "}, version = {"
        + dataset.version()
        + "}"
        + (publication.baseUrl().isEmpty() ? "" : ", url = {" + bibtex(publication.baseUrl()) + "}")
        + "}";
  }

  private static String bibtex(String text) {
    return text.replaceAll("([\\\\{}&%$#_~^])", "\\\\$1");
  }

  private Map<String, Object> fileObject(Resource resource, String path) throws IOException {
    FileSums.Sum sum = dataset.sums().of(path);
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("@type", "cr:FileObject");
    file.put("@id", path);
    file.put("name", path);
    file.put("contentUrl", dataset.publication().url(path));
    file.put("contentSize", sum.bytes() + " B");
    file.put("encodingFormat", encodingFormat(resource));
    file.put("sha256", sum.sha256());
    return file;
  }

  private static Map<String, Object> fileSet(Resource resource) {
    Map<String, Object> set = new LinkedHashMap<>();
    set.put("@type", "cr:FileSet");
    set.put("@id", resource.name());
    set.put("name", resource.name());
    set.put("description", resource.shape().schema().getDoc());
    set.put("encodingFormat", encodingFormat(resource));
    set.put("includes", resource.pattern());
    return set;
  }

  /** Compressed files have two forms, the outer one first. */
  private static Object encodingFormat(Resource resource) {
    String form = resource.format().mediaType();
    return resource.isCompressed() ? List.of(GzipStream.MEDIA_TYPE, form) : form;
  }
}
