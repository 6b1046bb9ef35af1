package nl.wolkenkaart.provider;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who owns whom and since when: what is refused, and what a day makes of the rest. */
class OwnershipFaultsTest {
  private static final String COMPANIES =
      """
      companies:
        - id: acme
          name: Acme
          country: "NL"
          ownership:
            - to: 2020-01-01
              control: self
              source: https://acme.example/before
              date: "2019"
              confidence: stated
            - from: 2020-01-01
              to: 2025-09-16
              control: unknown
              source: https://acme.example/between
              date: 2020-02
              confidence: unknown
            - from: 2025-09-16
              from_is: reported
              control: whole
              parent: big
              source: https://acme.example/after
              date: 2025-09-16
              confidence: documented
          announced:
            - {buyer: big, announced: 2026-01-02, state: pending, source: "https://acme.example/deal", date: 2026-01}
        - id: big
          name: Big
          country: "US"
          ownership:
            - from: 2025-01-01
              control: self
              source: https://big.example
              date: 2026-01-01
              confidence: assumed
      """;

  @TempDir Path folder;

  @BeforeEach
  void aCatalogueWithoutFaults() throws IOException {
    FaultyCatalogue.writeTo(folder);
    write(COMPANIES);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "2019-12-31, NL, acme, stated",
        "2020-01-01, none, acme, unknown",
        "2025-09-15, none, acme, unknown",
        "2025-09-16, US, big, assumed",
        "2026-11-22, US, big, assumed"
      })
  void aDayHasItsOwner(LocalDate day, @Nullable String law, String ultimate, String confidence)
      throws CatalogueException {
    Catalogue latest = Catalogue.load(folder);
    Company company = latest.asOf(day).provider("filter").orElseThrow().company();
    assertThat(company.jurisdiction(), is(law));
    assertThat(company.ultimate(), is(ultimate));
    assertThat(company.confidence(), is(confidence));
    assertThat(latest.provider("filter").orElseThrow().jurisdiction(), is("US"));
    assertThat(latest.asOf(day).hash(), is(latest.hash()));
  }

  @Test
  void aParentOfWhichNothingIsKnownThatDayMakesTheJurisdictionUnknown() throws Exception {
    write(COMPANIES.replace("from: 2025-01-01", "from: 2026-01-01"));
    Catalogue catalogue = Catalogue.load(folder);
    assertThat(
        catalogue.asOf(LocalDate.of(2025, 12, 31)).company("acme").orElseThrow().jurisdiction(),
        is(nullValue()));
    assertThat(
        catalogue.asOf(LocalDate.of(2026, 1, 1)).company("acme").orElseThrow().jurisdiction(),
        is("US"));
  }

  @Test
  void anAnnouncedDealChangesNothing() throws Exception {
    Company company = Catalogue.load(folder).company("acme").orElseThrow();
    assertThat(
        company.announced(),
        contains(
            new Deal(
                "big", "2026-01-02", "pending", null, "https://acme.example/deal", "2026-01")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "source: https://acme.example/before| note: x | acme: ownership: missing source",
        "source: https://acme.example/before| source: a book | acme: ownership: source: not an address",
        "date: \"2019\"| dat: \"2019\" | acme: ownership: missing date",
        "date: 2025-09-16| date: 2025-9-16 | acme: ownership from 2025-09-16: date: not a date",
        "to: 2020-01-01| to: 2019-12-01 | acme: ownership: a gap from 2019-12-01 to 2020-01-01",
        "to: 2020-01-01| to: 2020-02-01 | acme: ownership: an overlap from 2020-01-01 to 2020-02-01",
        "to: 2025-09-16| to: 2019-09-16 | acme: ownership: ends on 2019-09-16 before it begins",
        "- to: 2020-01-01| - from: 2010-01-01 | acme: ownership: only the first may have no from",
        "from_is: reported| from_is: perhaps | from_is: unknown word perhaps",
        "from: 2025-09-16| from: 2025-09 | from: not a day such as",
        "control: whole| control: mostly | acme: ownership from 2025-09-16: unknown control mostly",
        "control: whole| control: self | control self has no parent",
        "parent: big| holders: [x] | control whole needs a parent",
        "parent: big| parent: bigger | acme: ownership: unknown parent bigger",
        "confidence: assumed| confidence: sure | big: ownership from 2025-01-01: confidence: must be",
        "buyer: big| buyer: bigger | acme: announced: unknown buyer bigger",
        "state: pending| state: maybe | acme: announced: unknown state maybe",
        "\"https://acme.example/deal\"| '' | acme: announced: missing source",
        "announced: 2026-01-02| announced: soon | acme: announced: announced: not a date",
        "country: \"US\"| name2: x | big: ownership from 2025-01-01: control self needs the company's country",
      })
  void aFaultIsFound(String good, String bad, String fault) throws IOException {
    assertThat(COMPANIES, containsString(good));
    write(COMPANIES.replace(good, bad));
    assertThat(faults(), hasItem(containsString(fault)));
  }

  @Test
  void aCycleIsFound() throws IOException {
    String cycle =
        COMPANIES.replace(
            "control: self\n        source: https://big.example",
            "control: majority\n        parent: acme\n        source: https://big.example");
    write(cycle);
    assertThat(
        faults(),
        contains(
            "companies.yaml: acme: ownership: a cycle: since 2025-09-16, acme -> big -> acme",
            "companies.yaml: big: ownership: a cycle: since 2025-09-16, big -> acme -> big"));
  }

  @Test
  void eachWasTheOthersParentOnceIsNoCycle() throws Exception {
    write(
        COMPANIES.replace(
            "      - from: 2025-01-01\n        control: self\n",
            """
                  - to: 2025-01-01
                    control: whole
                    parent: acme
                    source: https://big.example
                    date: "2020"
                    confidence: stated
                  - from: 2025-01-01
                    control: self
            """
                .indent(0)));
    assertThat(
        Catalogue.load(folder)
            .asOf(LocalDate.of(2015, 1, 1))
            .company("big")
            .orElseThrow()
            .ultimate(),
        is("acme"));
  }

  private List<String> faults() {
    return assertThrows(CatalogueException.class, () -> Catalogue.load(folder)).faults();
  }

  private void write(String content) throws IOException {
    Files.writeString(folder.resolve("companies.yaml"), content);
  }
}
