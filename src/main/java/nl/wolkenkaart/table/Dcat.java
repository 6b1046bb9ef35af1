package nl.wolkenkaart.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * {@code dcat.jsonld}: the dataset for catalogues of open data (DCAT-AP-NL 3.0 of Geonovum, over
 * DCAT-AP 3.0), as JSON-LD 1.1: a catalogue of one dataset, the series of datasets of all runs, and
 * a distribution for each file.
 */
final class Dcat {
  static final String FILE = "dcat.jsonld";

  private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";
  private static final String SHA256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256";
  private static final String IANA = "https://www.iana.org/assignments/media-types/";

  private static final ImmutableMap<String, String> PREFIXES =
      ImmutableMap.<String, String>builder()
          .put("dcat", "http://www.w3.org/ns/dcat#")
          .put("dct", "http://purl.org/dc/terms/")
          .put("foaf", "http://xmlns.com/foaf/0.1/")
          .put("rdfs", "http://www.w3.org/2000/01/rdf-schema#")
          .put("skos", "http://www.w3.org/2004/02/skos/core#")
          .put("spdx", "http://spdx.org/rdf/terms#")
          .put("vcard", "http://www.w3.org/2006/vcard/ns#")
          .put("xsd", "http://www.w3.org/2001/XMLSchema#")
          .buildOrThrow();

  private final Dataset dataset;
  private final Publication publication;

  private Dcat(Dataset dataset) {
    this.dataset = dataset;
    this.publication = dataset.publication();
  }

  static String text(Dataset dataset) throws IOException {
    return new Dcat(dataset).text();
  }

  private String text() throws IOException {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("@context", PREFIXES);
    text.put("@graph", List.of(catalogue(), series(), dataset()));
    return PrettyJson.of(text);
  }

  private Map<String, Object> catalogue() {
    Map<String, Object> node = node(id("catalogue"), "dcat:Catalog");
    node.put("dct:title", english("Catalogue of one dataset: " + dataset.title()));
    node.put("dct:description", english(dataset.description()));
    node.put("dct:publisher", publisher());
    node.put("dcat:contactPoint", contact());
    node.put("dct:license", licence());
    node.put("dcat:dataset", List.of(reference(id("dataset")), reference(seriesId())));
    return node;
  }

  private Map<String, Object> series() {
    Map<String, Object> node = node(seriesId(), "dcat:DatasetSeries");
    node.put("dct:title", english(dataset.subject().seriesTitle()));
    node.put(
        "dct:description", english("One dataset for each " + of() + ". " + dataset.description()));
    node.put("dct:publisher", publisher());
    node.put("dcat:contactPoint", contact());
    return node;
  }

  private Map<String, Object> dataset() throws IOException {
    Map<String, Object> node = node(id("dataset"), "dcat:Dataset");
    node.put("dct:identifier", dataset.name());
    node.put("dct:title", english(dataset.title()));
    node.put("dct:description", english(dataset.description()));
    node.put("dcat:version", dataset.version());
    node.put("dct:issued", typed("xsd:date", dataset.runDate().toString()));
    node.put("dcat:keyword", Dataset.KEYWORDS.stream().map(Dcat::english).toList());
    node.put("dcat:theme", concept(AUTHORITY + "data-theme/GOVE", "Government and public sector"));
    node.put("dct:accessRights", node(AUTHORITY + "access-right/PUBLIC", "dct:RightsStatement"));
    node.put("dct:publisher", publisher());
    node.put("dct:creator", publisher());
    node.put("dcat:contactPoint", contact());
    node.put("dct:language", node(AUTHORITY + "language/ENG", "dct:LinguisticSystem"));
    node.put("dcat:inSeries", reference(seriesId()));
    List<Object> distributions = new ArrayList<>();
    for (Resource resource : dataset.resources()) {
      for (String path : resource.paths()) {
        distributions.add(distribution(resource, path));
      }
    }
    node.put("dcat:distribution", distributions);
    return node;
  }

  private Map<String, Object> distribution(Resource resource, String path) throws IOException {
    TableFormat format = resource.format();
    FileSums.Sum sum = dataset.sums().of(path);
    Map<String, Object> node = node(id(path), "dcat:Distribution");
    node.put("dct:title", english(path));
    node.put("dct:description", english(resource.shape().schema().getDoc()));
    node.put("dcat:accessURL", reference(publication.url(path)));
    node.put("dcat:downloadURL", reference(publication.url(path)));
    node.put("dct:license", licence());
    if (format.isRegistered()) {
      node.put("dcat:mediaType", node(IANA + format.mediaType(), "dct:MediaType"));
    }
    if (resource.isCompressed()) {
      node.put("dcat:compressFormat", node(IANA + GzipStream.MEDIA_TYPE, "dct:MediaType"));
    }
    node.put("dct:conformsTo", node(format.specification(), "dct:Standard"));
    node.put("dcat:byteSize", typed("xsd:nonNegativeInteger", Long.toString(sum.bytes())));
    Map<String, Object> checksum = node(null, "spdx:Checksum");
    checksum.put("spdx:algorithm", node(SHA256, "spdx:ChecksumAlgorithm"));
    checksum.put("spdx:checksumValue", typed("xsd:hexBinary", sum.sha256()));
    node.put("spdx:checksum", checksum);
    return node;
  }

  private Map<String, Object> publisher() {
    Map<String, Object> node = node(publication.publisherUri(), "foaf:Agent");
    node.put("foaf:name", publication.publisherName());
    return node;
  }

  private Map<String, Object> contact() {
    Map<String, Object> node = node(null, "vcard:Kind");
    node.put("vcard:fn", publication.contactName());
    String url = publication.contactUrl();
    if (url != null) {
      node.put(url.startsWith("mailto:") ? "vcard:hasEmail" : "vcard:hasURL", reference(url));
    }
    return node;
  }

  private static Map<String, Object> licence() {
    return node(DataLicence.AUTHORITY, "dct:LicenseDocument");
  }

  /** A name within this file. */
  private String id(String name) {
    return publication.url(FILE + '#' + name);
  }

  private String of() {
    return switch (dataset.subject().kind()) {
      case RUN -> "run";
      case COMPARISON -> "two runs that were compared";
      case SERIES -> "series of runs";
    };
  }

  /**
   * Of one publisher all runs are of one series, and so are all comparisons; where none is told, of
   * none that others know.
   */
  private String seriesId() {
    if (publication.publisher() == null) {
      return id("series");
    }
    DatasetKind kind = dataset.subject().kind();
    String name =
        "wolkenkaart/"
            + (kind == DatasetKind.RUN ? "" : kind.word() + '/')
            + publication.publisher();
    return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
  }

  private static Map<String, Object> node(String id, String type) {
    Map<String, Object> node = new LinkedHashMap<>();
    if (id != null) {
      node.put("@id", id);
    }
    node.put("@type", type);
    return node;
  }

  private static Map<String, Object> concept(String id, String label) {
    Map<String, Object> node = node(id, "skos:Concept");
    node.put("skos:prefLabel", english(label));
    return node;
  }

  private static Map<String, Object> reference(String id) {
    return Map.of("@id", id);
  }

  private static Map<String, Object> english(String text) {
    return ImmutableMap.of("@language", "en", "@value", text);
  }

  private static Map<String, Object> typed(String type, String text) {
    return ImmutableMap.of("@type", type, "@value", text);
  }
}
