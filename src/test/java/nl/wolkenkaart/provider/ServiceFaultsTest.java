package nl.wolkenkaart.provider;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of fault in a service of a catalogue is found and named with its place. */
class ServiceFaultsTest extends FaultyCatalogue {
  private static final String SERVICE =
      """
      services:
        - id: board
          name: Board
          company: acme
          signs:
            - {level: likely, tokens: ["board="], example: "board=1"}
            - {level: proven, questions: [sip], suffixes: [board.example], example: a.board.example}
            - {backend: [filter]}
          source: https://board.example
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "level: likely | level: sure | signs: level: sure",
        "{backend: [filter]} | {level: hint, backend: [filter]} | signs: level: hint beside backend",
        "{backend: [filter]} | {backend: [none]} | signs: unknown provider none",
        "board=1 | bored=1 | signs: example: bored=1 is not recognised",
        "a.board.example | aboard.example | signs: example: aboard.example is not recognised",
        ", example: \"board=1\" |  | signs: missing example",
        "company: acme | company: nobody | unknown company nobody",
        "{backend: [filter]} | {level: hint} | signs: each must look at one thing, not at nothing",
        "[board.example] | [example] | suffixes: signs: takes in the customers of a registry: \"example\"",
      })
  void aFaultInAServiceIsFound(String good, String bad, String fault) throws IOException {
    write("services.yaml", replaced(SERVICE, good, bad == null ? "" : bad));
    assertThat(faults(), hasItem("services.yaml: board: " + fault));
  }

  @Test
  void servicesThatAreMissingAreNamed() throws IOException {
    Files.delete(folder.resolve("services.yaml"));
    assertThat(faults(), contains("services.yaml: there is no such file"));
  }

  @Test
  void aServiceWithoutFaultsIsLoaded() throws Exception {
    write("services.yaml", SERVICE);
    CloudService board = Catalogue.load(folder).services().get(0);
    assertThat(board.id(), is("board"));
    assertThat(board.company().jurisdiction(), is("NL"));
    assertThat(board.signs().size(), is(3));
  }
}
