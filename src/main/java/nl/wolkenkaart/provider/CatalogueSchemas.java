package nl.wolkenkaart.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Holds the catalogue's files against the JSON Schemas beside them, those that come with the
 * program. They are for people's editors and for other programs that read the files; the program's
 * own checks see more (what crosses entries, public suffixes, countries) and say it better. So that
 * both mean the same, a fault that only the schema finds stops the program as well. It costs some
 * 0.15 s at start.
 */
final class CatalogueSchemas {
  private static final String FOLDER = "/catalogue/";
  private static final String PROVIDERS = "providers.schema.json";
  private static final String CORRECTIONS = "corrections.schema.json";

  /** The list's name and the number of an entry in it. */
  private static final int NAMES_OF_ENTRY = 2;

  private final Map<String, JsonSchema> loaded = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();

  /**
   * Something that a schema does not allow.
   *
   * @param place file, and entry where it is in one, as other faults begin
   */
  private record Fault(String place, String text) {}

  /** Checks a document that was read from a file. */
  void check(String file, JsonNode document) {
    for (ValidationMessage found : schemaOf(file).validate(document)) {
      JsonNodePath path = found.getInstanceLocation();
      JsonNode entry = entry(document, path);
      boolean inEntry = entry.isObject();
      StringBuilder text = new StringBuilder();
      for (int i = inEntry ? NAMES_OF_ENTRY : 0; i < path.getNameCount(); i++) {
        text.append(path.getElement(i)).append(": ");
      }
      String place =
          inEntry ? CatalogueFiles.place(file, entry, (Integer) path.getElement(1)) : file;
      faults.add(new Fault(place, text + found.getError().strip()));
    }
  }

  /** The entry that a path leads into; no object where it leads into none. */
  private static JsonNode entry(JsonNode document, JsonNodePath path) {
    return path.getNameCount() >= NAMES_OF_ENTRY && path.getElement(1) instanceof Integer number
        ? document.path(path.getName(0)).path(number)
        : MissingNode.getInstance();
  }

  /** What was found at places of which none of these faults speaks. */
  List<String> beyond(List<String> named) {
    return faults.stream()
        .filter(fault -> named.stream().noneMatch(text -> text.startsWith(fault.place + ": ")))
        .map(fault -> fault.place + ": " + fault.text)
        .distinct()
        .toList();
  }

  private JsonSchema schemaOf(String file) {
    if (file.startsWith(CatalogueFiles.CORRECTIONS_FOLDER)) {
      boolean index = file.equals(CatalogueFiles.CORRECTIONS_INDEX);
      return loaded(CORRECTIONS, index ? "index" : "correctionsFile");
    }
    if (file.equals(CatalogueFiles.COMPANIES)) {
      return loaded(PROVIDERS, "companiesFile");
    }
    if (file.startsWith(CatalogueFiles.FOLDER)) {
      return loaded(PROVIDERS, file.equals(CatalogueFiles.INDEX) ? "index" : "providersFile");
    }
    // A file that is the only one of its kind has the schema of its name.
    return loaded(file.replaceFirst("\\.yaml$", ".schema.json"), "");
  }

  /** A schema, or what it defines for one kind of file, which makes for messages that tell more. */
  private JsonSchema loaded(String resource, String definition) {
    return loaded.computeIfAbsent(
        resource + '#' + definition,
        name -> {
          ObjectNode schema = read(resource);
          if (!definition.isEmpty()) {
            schema.remove("oneOf");
            schema.put("$ref", "#/$defs/" + definition);
          }
          return JsonSchemaFactory.getInstance(VersionFlag.V202012)
              .getSchema(schema, SchemaValidatorsConfig.builder().locale(Locale.ENGLISH).build());
        });
  }

  private static ObjectNode read(String resource) {
    try (InputStream in = CatalogueSchemas.class.getResourceAsStream(FOLDER + resource)) {
      return JsonMapper.builder().build().readValue(in, ObjectNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }
}
