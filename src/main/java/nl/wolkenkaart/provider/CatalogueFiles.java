package nl.wolkenkaart.provider;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.wolkenkaart.provider.CatalogueEntry.OfCompany;
import nl.wolkenkaart.provider.CatalogueEntry.OfJurisdiction;
import nl.wolkenkaart.provider.CatalogueEntry.OfLaw;
import nl.wolkenkaart.provider.CatalogueEntry.OfProvider;
import nl.wolkenkaart.provider.CatalogueEntry.OfRisks;
import nl.wolkenkaart.provider.CatalogueEntry.OfService;
import nl.wolkenkaart.provider.CatalogueEntry.Placed;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Reads the catalogue's files: {@code companies.yaml}, {@code jurisdictions.yaml}, {@code
 * laws.yaml}, {@code services.yaml}, {@code service-risks.yaml}, and the files of providers that
 * {@code providers/index.yaml} lists (a folder of the class path cannot be listed). Whatever cannot
 * be read or understood becomes a fault, and reading goes on with the next entry.
 */
final class CatalogueFiles {
  static final String COMPANIES = "companies.yaml";
  static final String SERVICES = "services.yaml";
  static final String LAWS = "laws.yaml";
  static final String JURISDICTIONS = "jurisdictions.yaml";
  static final String RISKS = "service-risks.yaml";
  static final String FOLDER = "providers/";
  static final String INDEX = FOLDER + "index.yaml";
  static final String CORRECTIONS_FOLDER = "corrections/";
  static final String CORRECTIONS_INDEX = CORRECTIONS_FOLDER + "index.yaml";

  final List<Placed<OfCompany>> companies = new ArrayList<>();
  final List<Placed<OfProvider>> providers = new ArrayList<>();

  final List<Placed<CorrectionEntry>> corrections = new ArrayList<>();
  final List<Placed<OfService>> services = new ArrayList<>();
  final List<Placed<OfLaw>> laws = new ArrayList<>();
  final List<Placed<OfJurisdiction>> jurisdictions = new ArrayList<>();
  final List<Placed<OfRisks>> risks = new ArrayList<>();

  /** Numbers of networks that many share, which therefore decide nothing. */
  final Set<Long> sharedNetworks = new LinkedHashSet<>();

  /** Numbers of networks that serve the world, so that an address in one tells no country. */
  final Set<Long> worldwideNetworks = new LinkedHashSet<>();

  final List<String> faults = new ArrayList<>();
  private final Hasher hasher = Hashing.sha256().newHasher();
  private final YAMLMapper mapper;
  private final List<String> unknownFields = new ArrayList<>();
  private final CatalogueSchemas schemas = new CatalogueSchemas();

  /** Where the bytes of a file come from. */
  @FunctionalInterface
  interface Store {
    /**
     * The bytes of one file.
     *
     * @throws NoSuchFileException when there is no such file
     */
    byte[] read(String file) throws IOException;
  }

  private CatalogueFiles() {
    mapper =
        YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            // Text that YAML takes for something else must be quoted: other readers of the files
            // would not see the text.
            .withCoercionConfig(
                LogicalType.Textual,
                config ->
                    config
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail))
            .addHandler(
                new DeserializationProblemHandler() {
                  @Override
                  public boolean handleUnknownProperty(
                      DeserializationContext context,
                      JsonParser parser,
                      JsonDeserializer<?> deserializer,
                      Object beanOrClass,
                      String field)
                      throws IOException {
                    unknownFields.add(field);
                    parser.skipChildren();
                    return true;
                  }
                })
            .build();
  }

  /** Reads from a folder of the file system. */
  static CatalogueFiles of(Path folder) {
    return of(file -> Files.readAllBytes(folder.resolve(file)));
  }

  /** Reads from anywhere. */
  static CatalogueFiles of(Store store) {
    CatalogueFiles files = new CatalogueFiles();
    files.entries(store, COMPANIES, "companies", OfCompany.class, files.companies);
    JsonNode index = files.document(store, INDEX);
    files.networks(index, "shared_networks", files.sharedNetworks);
    files.networks(index, "worldwide_networks", files.worldwideNetworks);
    for (JsonNode name : files.list(index, INDEX, "files")) {
      if (name.isTextual() && name.asText().matches("[a-z0-9-]+\\.yaml")) {
        files.entries(
            store, FOLDER + name.asText(), "providers", OfProvider.class, files.providers);
      } else {
        files.faults.add(INDEX + ": files: not a plain file name in lower case: " + name);
      }
    }
    files.entries(store, SERVICES, "services", OfService.class, files.services);
    files.entries(store, LAWS, "laws", OfLaw.class, files.laws);
    files.entries(store, JURISDICTIONS, "jurisdictions", OfJurisdiction.class, files.jurisdictions);
    files.entries(store, RISKS, "services", OfRisks.class, files.risks);
    return files;
  }

  private void networks(@Nullable JsonNode index, String field, Set<Long> into) {
    for (JsonNode number : list(index, INDEX, field)) {
      if (number.isIntegralNumber()) {
        into.add(number.asLong());
      } else {
        faults.add(INDEX + ": " + field + ": not a number: " + number);
      }
    }
  }

  /** Reads the corrections alone: the files that {@code corrections/index.yaml} lists. */
  static CatalogueFiles ofCorrections(Store store) {
    CatalogueFiles files = new CatalogueFiles();
    JsonNode index = files.document(store, CORRECTIONS_INDEX);
    for (JsonNode name : files.list(index, CORRECTIONS_INDEX, "files")) {
      String file = CORRECTIONS_FOLDER + name.asText();
      files.entries(store, file, "corrections", CorrectionEntry.class, files.corrections);
    }
    return files;
  }

  /** SHA-256 of all files' names and contents, in hexadecimal. */
  String hash() {
    return hasher.hash().toString();
  }

  /** What the faults of an entry begin with: the file, and how the entry is known. */
  static String place(String file, JsonNode entry, int index) {
    for (String field : List.of("domain", "organisation")) {
      if (entry.hasNonNull(field)) {
        return file + ": " + field + ' ' + entry.path(field).asText();
      }
    }
    for (String field : List.of("country", "service")) {
      if (entry.hasNonNull(field) && !entry.has("id")) {
        return file + ": " + entry.path(field).asText();
      }
    }
    return file + ": " + entry.path("id").asText("entry " + (index + 1));
  }

  /** These faults, and after them what only the schemas find. */
  List<String> withSchemas(List<String> named) {
    List<String> all = new ArrayList<>(named);
    all.addAll(schemas.beyond(named));
    return all;
  }

  private <T> void entries(
      Store store, String file, String field, Class<T> type, List<Placed<T>> into) {
    int number = 0;
    for (JsonNode node : list(document(store, file), file, field)) {
      String place = place(file, node, number);
      number++;
      try {
        T entry = mapper.treeToValue(node, type);
        if (entry == null) {
          faults.add(place + ": is empty");
        } else {
          into.add(new Placed<>(file, entry));
        }
      } catch (JsonProcessingException e) {
        faults.add(place + ": " + firstLine(e));
      }
      unknownFields.forEach(unknown -> faults.add(place + ": unknown field " + unknown));
      unknownFields.clear();
    }
  }

  private List<JsonNode> list(@Nullable JsonNode document, String file, String field) {
    List<JsonNode> nodes = new ArrayList<>();
    if (document == null) {
      return nodes;
    }
    if (!document.path(field).isArray()) {
      faults.add(file + ": needs a list named " + field);
    }
    document.path(field).forEach(nodes::add);
    if (!file.equals(INDEX)) {
      document
          .fieldNames()
          .forEachRemaining(
              name -> {
                if (!name.equals(field)) {
                  faults.add(file + ": unknown field " + name);
                }
              });
    }
    return nodes;
  }

  private @Nullable JsonNode document(Store store, String file) {
    try {
      byte[] content = store.read(file);
      hasher.putUnencodedChars(file).putChar('\n').putLong(content.length).putBytes(content);
      JsonNode document = mapper.readTree(content);
      schemas.check(file, document);
      return document;
    } catch (NoSuchFileException e) {
      faults.add(file + ": there is no such file");
    } catch (JsonProcessingException e) {
      faults.add(file + ": " + firstLine(e));
    } catch (IOException e) {
      faults.add(file + ": cannot be read: " + e.getMessage());
    }
    return null;
  }

  /** Jackson's message on one line, after the line or the field that it is about. */
  private static String firstLine(JsonProcessingException e) {
    String where = "";
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      where = mapping.getPath().get(0).getFieldName() + ": ";
    } else if (e.getLocation() != null && e.getLocation().getLineNr() > 0) {
      where = "line " + e.getLocation().getLineNr() + ": ";
    }
    String message = e.getOriginalMessage();
    return where + (message == null ? e.toString() : message.lines().findFirst().orElse(""));
  }
}
