package nl.wolkenkaart.provider;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of fault in a catalogue is found, named with its place, and does not hide others. */
class CatalogueFaultsTest extends FaultyCatalogue {
  @Test
  void withoutFaultsItLoads() throws CatalogueException {
    Catalogue catalogue = Catalogue.load(folder);
    Provider filter = catalogue.match(Role.MX, "a.b.filter.example.net").orElseThrow();
    assertThat(filter.name(), is("Filter"));
    assertThat(filter.company().name(), is("Acme"));
    assertThat(filter.jurisdiction(), is("NL"));
    assertThat(filter.company().source(), is("https://acme.example"));
    assertThat(filter.ranges(), contains("192.0.2.0/24", "2001:db8::/32"));
    assertThat(catalogue.byGatewayNetwork(64500).orElseThrow(), is(filter));
  }

  @Test
  void theHashFollowsTheContent() throws Exception {
    String before = Catalogue.load(folder).hash();
    assertThat(Catalogue.load(folder).hash(), is(before));
    write("companies.yaml", COMPANIES.replace("name: Acme", "name: Acme 2"));
    assertThat(Catalogue.load(folder).hash(), is(not(before)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kind: gateway        | kind: gatway           | filter: unknown kind gatway
          company: acme        | company: acne          | filter: unknown company acne
          mx: [                | max: [                 | filter: suffixes: unknown role max
          mx: mx1.             | mix: mx1.              | filter: examples: unknown role mix
          id: filter           | id: Filter_            | id: must be lower case
          name: Filter         | name: ' '              | filter: missing name
          name: Filter         | nom: Filter            | filter: unknown field nom
          source: https        | sauce: https           | filter: missing source
          mx: mx1.filter       | mx: mx1.notfilter      | filter: examples: mx: mx1.notfilter.example.net is nothing
          mx: mx1.filter.example.net | {}               | filter: missing examples
          mx: mx1.filter.example.net | mx: ''           | filter: examples: mx: is empty
          mx: [filter.example.net]   | mx: []           | filter: suffixes: mx: an empty list
          mx: [filter.example.net]   | mx: ['']         | filter: suffixes: mx: is empty
          mx: [filter.example.net]   | mx:              | filter: suffixes: mx: an empty list
          filter.example.net]  | filter.example.net, filter.example.net] | filter: suffixes: mx: the same value twice
          filter.example.net]  | Filter.example.net]    | not a domain suffix in lower case
          filter.example.net]  | .filter.example.net]   | not a domain suffix in lower case
          filter.example.net]  | filter.example.net.]   | not a domain suffix in lower case
          filter.example.net]  | '*.example.net']       | not a domain suffix in lower case
          filter.example.net]  | 'filter.*.net']        | not a domain suffix in lower case
          filter.example.net]  | net]                   | takes in the customers of a registry
          filter.example.net]  | co.uk]                 | takes in the customers of a registry
          asns: [64500]        | asns: [-1]             | filter: asns: no AS number: -1
          asns: [64500]        | asns: [4294967296]     | filter: asns: no AS number: 4294967296
          asns: [64500]        | asns: [64496]          | filter: asn_decides: many share AS64496
          asns: [64500]        | asns: []               | filter: asn_decides: needs asns
          asns: [64500]        | tokens: [x=]           | filter: asn_decides: needs asns
          asns: [64500]        | asns: [sixty]          | a.yaml: filter: asns: Cannot coerce
          asns: [64500]        | asns: [64500.5]        | a.yaml: filter: asns: Cannot coerce
          kind: gateway        | kind: mailbox          | filter: asn_decides: only a gateway's network decides
          192.0.2.0/24         | 192.0.2.0              | filter: ranges: not an address range
          192.0.2.0/24         | 192.0.2.0/33           | filter: ranges: prefix longer than the address
          192.0.2.0/24         | 192.0.2.1/24           | filter: ranges: bits are set after the prefix
          2001:db8::/32        | 2001:db8::1/32         | filter: ranges: bits are set after the prefix
          2001:db8::/32        | 2001:db8:::/32         | filter: ranges: not an address range
          seen: 2026-04-28     | seen: 28-04-2026       | filter: seen: not a date
          id: filter           | id: true               | a.yaml: true: id: Cannot coerce
          name: Filter         | name: 5                | a.yaml: filter: name: Cannot coerce
          seen: 2026-04-28     | name: again            | Duplicate field
          kind: gateway        | "kind: [gateway"       | a.yaml: line
          """)
  void aFaultInAProviderIsFound(String good, String bad, String fault) throws IOException {
    write("providers/a.yaml", replaced(FILTER, good, bad));
    assertThat(faults(), hasItem(containsString(fault)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          second.example.net]  | filter.example.net]    | second: suffixes: mx: filter.example.net stands at filter
          asns: [64501]        | asns: [64500]          | second: asn_decides: AS64500 decides for filter
          id: second           | id: filter             | filter: this provider is there twice
          mx: mx1.second       | mx: mx1.filter         | second: examples: mx: mx1.filter.example.net is filter
          """)
  void aFaultBetweenTwoProvidersIsFound(String good, String bad, String fault) throws IOException {
    write("providers/a.yaml", FILTER + replaced(SECOND, good, bad));
    assertThat(faults(), hasItem(containsString(fault)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name: Acme           | name: ''               | acme: missing name
          source: "https       | seance: "https         | acme: unknown field seance
          source: "https       | seance: "https         | acme: ownership: missing source
          "NL"                 | "XX"                   | acme: country: no ISO 3166 country
          "NL"                 | "nl"                   | acme: country: no ISO 3166 country
          "NL"                 | "FR"                   | acme: country: jurisdictions.yaml does not have FR
          date: 2026-04        | date: 2026-13          | acme: ownership: date: not a date
          companies:           | firms:                 | companies.yaml: needs a list named companies
          companies:           | firms:                 | companies.yaml: unknown field firms
          id: acme             | id: acne              | filter: unknown company acme
          """,
      quoteCharacter = '`')
  void aFaultInACompanyIsFound(String good, String bad, String fault) throws IOException {
    write("companies.yaml", replaced(COMPANIES, good, bad));
    assertThat(faults(), hasItem(containsString(fault)));
  }

  @Test
  void twoCompaniesOfOneIdAreFound() throws IOException {
    write("companies.yaml", COMPANIES + COMPANIES.replace("companies:\n", ""));
    assertThat(faults(), contains("companies.yaml: acme: this company is there twice"));
  }

  @Test
  void missingFilesAreNamed() throws IOException {
    Files.delete(folder.resolve("companies.yaml"));
    write("providers/index.yaml", INDEX + "  - b.yaml\n  - ../c.yaml\n");
    assertThat(
        faults(),
        containsInAnyOrder(
            "companies.yaml: there is no such file",
            "providers/b.yaml: there is no such file",
            "providers/index.yaml: files: not a plain file name in lower case: \"../c.yaml\"",
            "providers/a.yaml: filter: unknown company acme"));
  }

  @Test
  void anEmptyFolderIsAFaultNotACatalogue() throws IOException {
    Files.delete(folder.resolve("companies.yaml"));
    Files.delete(folder.resolve("providers/index.yaml"));
    assertThat(
        faults(),
        contains(
            "companies.yaml: there is no such file",
            "providers/index.yaml: there is no such file"));
  }

  @Test
  void allFaultsAreReportedTogether() throws IOException {
    write("companies.yaml", COMPANIES.replace("\"NL\"", "Holland"));
    write(
        "providers/a.yaml",
        FILTER.replace("kind: gateway", "kind: wall").replace("seen:", "sein:")
            + SECOND.replace("acme", "nobody"));
    assertThat(
        faults(),
        contains(
            "providers/a.yaml: filter: unknown field sein",
            "companies.yaml: acme: country: no ISO 3166 country is called \"Holland\"",
            "providers/a.yaml: filter: unknown kind wall",
            "providers/a.yaml: filter: asn_decides: only a gateway's network decides",
            "providers/a.yaml: second: unknown company nobody"));
  }

  @Test
  void whatOnlyTheSchemaFindsComesAfterTheRest() throws IOException {
    write("providers/index.yaml", INDEX + "folders: []\n");
    write("companies.yaml", COMPANIES.replace("\"NL\"", "Holland"));
    assertThat(
        faults(),
        contains(
            "companies.yaml: acme: country: no ISO 3166 country is called \"Holland\"",
            "providers/index.yaml: property 'folders' is not defined in the schema and the schema"
                + " does not allow additional properties"));
  }
}
