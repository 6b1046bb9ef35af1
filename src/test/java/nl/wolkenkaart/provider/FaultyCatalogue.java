package nl.wolkenkaart.provider;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A small catalogue without faults on disk, for tests that put one in. */
abstract class FaultyCatalogue {
  static final String COMPANIES =
      """
      companies:
        - id: acme
          name: Acme
          country: "NL"
          ownership:
            - {control: self, source: "https://acme.example", date: 2026-04, confidence: documented}
      """;
  static final String JURISDICTIONS =
      """
      jurisdictions:
        - {country: "NL", bloc: NL, laws: [], source: "https://nl.example", date: 2026-04}
        - {country: "US", bloc: US, laws: [], source: "https://us.example", date: 2026-04}
      """;
  static final String INDEX =
      """
      shared_networks: [64496]
      worldwide_networks: [64497]
      files:
        - a.yaml
      """;
  static final String FILTER =
      """
      providers:
        - id: filter
          name: Filter
          company: acme
          kind: gateway
          suffixes:
            mx: [filter.example.net]
          asns: [64500]
          asn_decides: true
          ranges: [192.0.2.0/24, "2001:db8::/32"]
          source: https://filter.example
          seen: 2026-04-28
          examples:
            mx: mx1.filter.example.net
      """;
  static final String SECOND =
      """
        - id: second
          name: Second
          company: acme
          kind: gateway
          suffixes:
            mx: [second.example.net]
          asns: [64501]
          asn_decides: true
          source: https://second.example
          examples:
            mx: mx1.second.example.net
      """;

  @TempDir Path folder;

  @BeforeEach
  void aCatalogueWithoutFaults() throws IOException {
    writeTo(folder);
  }

  /** Writes a catalogue without faults. */
  static void writeTo(Path folder) throws IOException {
    Files.createDirectory(folder.resolve("providers"));
    Map.of(
            "companies.yaml", COMPANIES,
            "jurisdictions.yaml", JURISDICTIONS,
            "laws.yaml", "laws: []\n",
            "providers/index.yaml", INDEX,
            "providers/a.yaml", FILTER,
            "services.yaml", "services: []\n",
            "service-risks.yaml", "services: []\n")
        .forEach(
            (file, content) -> {
              try {
                Files.writeString(folder.resolve(file), content);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  List<String> faults() {
    return assertThrows(CatalogueException.class, () -> Catalogue.load(folder)).faults();
  }

  void write(String file, String content) throws IOException {
    Files.writeString(folder.resolve(file), content);
  }

  static String replaced(String text, String good, String bad) {
    assertThat(text, containsString(good));
    return text.replace(good, bad);
  }
}
