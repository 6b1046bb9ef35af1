package nl.wolkenkaart.provider;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Laws, jurisdictions and the register of services without a source, or of things unknown. */
class LawFaultsTest {
  private static final String LAWS =
      """
      laws:
        - id: order
          name: Orders Act
          since: 2018-03-23
          reaches: {en: reaches data, nl: reikt tot gegevens}
          source: https://law.example
          date: "2018"
      """;
  private static final String JURISDICTIONS =
      """
      jurisdictions:
        - country: "NL"
          bloc: NL
          laws: [order]
          source: https://nl.example
          date: 2026-04
      """;
  private static final String SERVICES =
      """
      services:
        - id: board
          name: Board
          company: acme
          signs:
            - {backend: [filter]}
          source: https://board.example
      """;
  private static final String RISKS =
      """
      services:
        - service: board
          assessments:
            - {title: DPIA, author: A, publisher: P, source: "https://dpia.example", date: 2022-02-21}
          risks:
            - id: keys
              level: high
              risk: {en: keys, nl: sleutels}
              mitigation: {en: own keys, nl: eigen sleutels}
              by: [organisation]
              source: https://risk.example
              date: "2022"
          changes:
            - when: "2023"
              change: {en: changed, nl: veranderd}
              source: https://change.example
              date: 2023-01
          not_visible: {en: keys, nl: sleutels}
          source: https://register.example
          date: 2026-04-28
      """;

  @TempDir Path folder;

  @BeforeEach
  void aCatalogueWithoutFaults() throws IOException {
    FaultyCatalogue.writeTo(folder);
    write("laws.yaml", LAWS);
    write("jurisdictions.yaml", JURISDICTIONS);
    write("services.yaml", SERVICES);
    write("service-risks.yaml", RISKS);
  }

  @Test
  void withoutFaultsItLoads() throws CatalogueException {
    Catalogue catalogue = Catalogue.load(folder);
    Jurisdiction nl = catalogue.jurisdiction("NL").orElseThrow();
    assertThat(nl.bloc(), is("NL"));
    assertThat(nl.laws().get(0).reachesNl(), is("reikt tot gegevens"));
    ServiceRisks risks = catalogue.risks("board").orElseThrow();
    assertThat(risks.risks().get(0).mitigation().in("nl"), is("eigen sleutels"));
    assertThat(risks.assessments().get(0).date(), is("2022-02-21"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "laws.yaml| source: https://law.example | note: x | order: missing source",
        "laws.yaml| date: \"2018\" | dated: \"2018\" | order: missing date",
        "laws.yaml| since: 2018-03-23 | since: long ago | order: since: not a date",
        "laws.yaml| nl: reikt tot gegevens | fr: x | order: missing reaches in Dutch",
        "jurisdictions.yaml| source: https://nl.example | note: x | NL: missing source",
        "jurisdictions.yaml| date: 2026-04 | note: x | NL: missing date",
        "jurisdictions.yaml| bloc: NL | bloc: foreign | NL: bloc: must be one of",
        "jurisdictions.yaml| laws: [order] | laws: [other] | NL: laws: unknown law other",
        "service-risks.yaml| source: https://register.example | note: x | board: missing source",
        "service-risks.yaml| date: 2026-04-28 | note: x | board: missing date",
        "service-risks.yaml| service: board | service: desk | services.yaml does not have desk",
        "service-risks.yaml| level: high | level: severe | board: risks: keys: level: must be one of",
        "service-risks.yaml| by: [organisation] | by: [] | board: risks: keys: by: must say who",
        "service-risks.yaml| source: https://risk.example | note: x | board: risks: keys: missing source",
        "service-risks.yaml| source: https://change.example | note: x | changes: 2023: missing source",
        "service-risks.yaml| \"https://dpia.example\" | '' | assessments: DPIA: missing source",
        "service-risks.yaml| nl: eigen sleutels | fr: x | board: risks: keys: missing mitigation in Dutch",
      })
  void aFaultIsFound(String file, String good, String bad, String fault) throws IOException {
    String content = Files.readString(folder.resolve(file));
    assertThat(content, containsString(good));
    write(file, content.replace(good, bad));
    assertThat(faults(), hasItem(containsString(fault)));
  }

  private List<String> faults() {
    return assertThrows(CatalogueException.class, () -> Catalogue.load(folder)).faults();
  }

  private void write(String file, String content) throws IOException {
    Files.writeString(folder.resolve(file), content);
  }
}
