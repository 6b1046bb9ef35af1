package nl.wolkenkaart.provider;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.wolkenkaart.provider.Scenario.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioFileTest {
  private static final Path READY = Path.of("pipelines/runs/scenarios");
  private static final String BEGINNING =
      """
      id: x
      name: {en: X leaves, nl: X stopt}
      changes:
        - leaves: {provider: soverin}
      """;

  @TempDir Path folder;

  private Scenario read(String text) throws IOException, CatalogueException {
    Path file = Files.writeString(folder.resolve("scenario.yaml"), text);
    return ScenarioFile.read(file, Catalogue.embedded());
  }

  @Test
  void theReadyOnesAreRead() throws IOException, CatalogueException {
    try (Stream<Path> files = Files.list(READY)) {
      for (Path file : files.sorted().toList()) {
        Scenario scenario = ScenarioFile.read(file, Catalogue.embedded());
        assertThat(file.toString(), endsWith(scenario.id() + ".yaml"));
      }
    }
    Scenario sale = ScenarioFile.read(READY.resolve("solvinity-us.yaml"), Catalogue.embedded());
    assertThat(
        sale.sources(),
        is(List.of(new Source("https://www.clearyantitrustwatch.com/?p=7243", "2026"))));
  }

  @Test
  void sourcesMayBeLeftOut() throws IOException, CatalogueException {
    assertThat(read(BEGINNING).sources(), is(List.of()));
  }

  @Test
  void aSourceHasAnAddressAndADate() {
    CatalogueException refused =
        assertThrows(
            CatalogueException.class,
            () ->
                read(
                    BEGINNING
                        + """
                          sources:
                            - {source: "javascript:alert(1)", date: 2026-05-25}
                            - {source: "https://example.org/page"}
                          """));
    assertThat(
        refused.faults(),
        contains(
            containsString("source: not an address"), containsString("missing date of a source")));
  }
}
