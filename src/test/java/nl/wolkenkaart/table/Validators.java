package nl.wolkenkaart.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * The descriptors of a dataset against validators that others wrote: Apache Jena reads the JSON-LD
 * and holds it against SHACL shapes, networknt's validator holds the rest against JSON Schemas.
 * Shapes and schemas are those of {@code pipelines/validate}, which does the same with other
 * programs.
 */
public final class Validators {
  private static final Path RULES = Path.of("pipelines", "validation");
  private static final String BASE = "https://example.org/dataset/";

  private Validators() {}

  /** What is wrong with the descriptors of a folder, each fault after the file's name. */
  public static List<String> faults(Path folder) throws IOException {
    List<String> faults = new ArrayList<>();
    faults.addAll(shapes(folder.resolve("dcat.jsonld"), "dcat-ap-nl.ttl"));
    faults.addAll(shapes(folder.resolve("croissant.json"), "croissant.ttl"));
    faults.addAll(
        schema(folder.resolve("datapackage.json"), new ObjectMapper(), "datapackage.schema.json"));
    faults.addAll(schema(folder.resolve("CITATION.cff"), new YAMLMapper(), "citation.schema.json"));
    return faults;
  }

  private static List<String> shapes(Path file, String shapes) throws IOException {
    Graph rules = GraphFactory.createDefaultGraph();
    RDFParser.fromString(Files.readString(RULES.resolve(shapes)), Lang.TURTLE).parse(rules);
    Graph data = GraphFactory.createDefaultGraph();
    RDFParser.fromString(Files.readString(file), Lang.JSONLD11).base(BASE).parse(data);
    List<String> faults = new ArrayList<>();
    ShaclValidator.get()
        .validate(Shapes.parse(rules), data)
        .getEntries()
        .forEach(
            entry ->
                faults.add(
                    file.getFileName()
                        + ": "
                        + entry.focusNode()
                        + ' '
                        + entry.resultPath()
                        + ' '
                        + entry.message()));
    return faults;
  }

  private static List<String> schema(Path file, ObjectMapper mapper, String schema)
      throws IOException {
    JsonNode value = mapper.readTree(file.toFile());
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(RULES.resolve(schema)))
        .validate(value, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
        .stream()
        .map(fault -> file.getFileName() + ": " + fault.getMessage())
        .toList();
  }
}
