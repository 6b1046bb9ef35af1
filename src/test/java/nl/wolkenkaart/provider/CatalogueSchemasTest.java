package nl.wolkenkaart.provider;

import static nl.wolkenkaart.provider.FaultyCatalogue.FILTER;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schemas mean what the program's own checks mean, and nothing passes that they refuse. */
class CatalogueSchemasTest {
  private static final Path FOLDER = Path.of("pipelines", "catalogue");

  private static List<String> faults(String file, String yaml) throws IOException {
    CatalogueSchemas schemas = new CatalogueSchemas();
    schemas.check(file, new YAMLMapper().readTree(yaml));
    return schemas.beyond(List.of());
  }

  @TestFactory
  Stream<DynamicTest> everyFileOfTheCatalogueFits() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      List<String> names =
          files
              .map(file -> FOLDER.relativize(file).toString())
              .filter(name -> name.endsWith(".yaml") && !name.equals("questions.yaml"))
              .sorted()
              .toList();
      return names.stream()
          .map(
              name ->
                  DynamicTest.dynamicTest(
                      name,
                      () ->
                          assertThat(
                              faults(name, Files.readString(FOLDER.resolve(name))), is(empty()))));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id: filter           | id: Filter_      | providers/a.yaml: Filter_: id: does not match
          id: filter           | nid: filter      | providers/a.yaml: entry 1: required property 'id' not found
          name: Filter         | name: ' '        | providers/a.yaml: filter: name: does not match
          source: https        | sauce: https     | providers/a.yaml: filter: required property 'source' not found
          source: https        | sauce: https     | providers/a.yaml: filter: property 'sauce' is not defined
          company: acme        | company: 5       | providers/a.yaml: filter: company: integer found, string expected
          kind: gateway        | kind: wall       | providers/a.yaml: filter: kind: does not have a value in the enumeration
          kind: gateway        | kind: mailbox    | providers/a.yaml: filter: kind: must be the constant value 'gateway'
          mx: [filter          | max: [filter     | providers/a.yaml: filter: suffixes: property 'max' name is not valid
          [filter.example.net] | []               | providers/a.yaml: filter: suffixes: mx: must have at least 1 items
          [filter.example.net] | [net]            | providers/a.yaml: filter: suffixes: mx: 0: does not match
          asns: [64500]        | asns: [0]        | providers/a.yaml: filter: asns: 0: must have a minimum value of 1
          seen: 2026-04-28     | seen: yesterday  | providers/a.yaml: filter: seen: does not match
          providers:           | suppliers:       | providers/a.yaml: required property 'providers' not found
          """)
  void theSchemaNamesAFaultWithItsPlace(String good, String bad, String fault) throws IOException {
    assertThat(FILTER, containsString(good));
    assertThat(
        faults("providers/a.yaml", FILTER.replace(good, bad)), hasItem(containsString(fault)));
  }

  @Test
  void aFileOfNothingOrOfTextIsAFault() throws IOException {
    assertThat(faults("services.yaml", ""), is(not(empty())));
    assertThat(
        faults("companies.yaml", "text"),
        contains("companies.yaml: string found, object expected"));
  }

  @Test
  void aPlaceThatWasNamedIsNotNamedAgain() throws IOException {
    CatalogueSchemas schemas = new CatalogueSchemas();
    String other = FILTER.replace("providers:\n", "").replace("id: filter", "id: other");
    schemas.check(
        "providers/a.yaml", new YAMLMapper().readTree((FILTER + other).replace("acme", "''")));
    assertThat(
        schemas.beyond(List.of("providers/a.yaml: filter: unknown company ")),
        contains(containsString("providers/a.yaml: other: company: ")));
  }

  @Test
  void correctionsAndServicesHaveSchemasToo() throws IOException {
    assertThat(
        faults("corrections/index.yaml", "files: [../a.yaml]"),
        contains(containsString("corrections/index.yaml: files: 0: does not match")));
    assertThat(
        faults(
            "corrections/a.yaml",
            "corrections: [{domain: a.example, claim: {backend: self}, reason: r, source: s, date: 2026-05-01, expires: never}]"),
        contains(containsString("corrections/a.yaml: domain a.example: expires: does not match")));
    assertThat(
        faults("services.yaml", "services: [{id: a, name: A, company: c, signs: [], source: s}]"),
        contains("services.yaml: a: signs: must have at least 1 items but found 0"));
  }
}
