package nl.wolkenkaart.provider;

import static nl.wolkenkaart.provider.KnownCasesTest.classify;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.sameInstance;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.wolkenkaart.directory.Buckets;
import nl.wolkenkaart.directory.Organisation;
import nl.wolkenkaart.observation.ObservationBuilder;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.Sum;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionsTest {
  private static final Catalogue CATALOGUE = Catalogue.embedded();
  private static final LocalDate RUN = LocalDate.of(2026, 6, 1);
  private static final String CITY =
      """
      corrections:
        - domain: city.example
          claim:
            backend: microsoft-365
          reason: its own relay hides it
          source: https://city.example/privacy
          date: 2026-05-01
          expires: 2027-05-01
      """;

  @TempDir Path folder;

  @BeforeEach
  void anIndexOfOneFile() throws IOException {
    Files.createDirectory(folder.resolve("corrections"));
    write("index.yaml", "files: [a.yaml]\n");
    write("a.yaml", CITY);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve("corrections").resolve(file), text);
  }

  private Corrections load(LocalDate runDate) throws CatalogueException {
    return Corrections.load(folder, CATALOGUE, runDate);
  }

  private DomainAttribution corrected(DomainAttribution found) throws CatalogueException {
    return load(RUN).applyTo(found, null, CATALOGUE);
  }

  /** An own relay, behind which nothing but a token of Microsoft's shows. */
  private static DomainAttribution undecided() {
    return classify(
        ObservationBuilder.of("city.example").mx("10 mail.city.example").txt("MS=ms12345"));
  }

  @Test
  void theEmbeddedOnesHaveNoFault() {
    assertThat(Corrections.embedded(RUN).hash().length(), is(64));
  }

  @Test
  void aClaimedBackendIsKnownAndTheCorrectionIsSeen() throws Exception {
    DomainAttribution found = undecided();
    assertThat(found.getStatus(), is("unknown_backend"));
    DomainAttribution row = corrected(found);
    assertThat(row.getStatus(), is("ok"));
    assertThat(row.getReceiver(), is("self"));
    assertThat(row.getBackend(), is("microsoft-365"));
    assertThat(row.getBackendConfidence(), is("high"));
    assertThat(row.getBackendJurisdiction(), is("US"));
    assertThat(row.getRule(), is("corrected:mx-own-undecided"));
    assertThat(
        row.getEvidence().get(0),
        is(
            new Evidence(
                "correction",
                "backend corrected from unknown to microsoft-365: its own relay hides it"
                    + " (https://city.example/privacy, 2026-05-01)",
                "microsoft-365",
                "backend",
                0,
                "correction")));
    assertThat(row.getEvidence().subList(1, row.getEvidence().size()), is(found.getEvidence()));
  }

  @Test
  void theDayOfExpiryIsTheLast() throws Exception {
    DomainAttribution found = undecided();
    LocalDate last = LocalDate.of(2027, 5, 1);
    assertThat(load(last).applyTo(found, null, CATALOGUE).getBackend(), is("microsoft-365"));
    assertThat(load(last).expired(), is(empty()));
    Corrections late = load(last.plusDays(1));
    assertThat(late.applyTo(found, null, CATALOGUE), is(sameInstance(found)));
    assertThat(
        CorrectionCounts.warnings(late, Map.of()),
        contains("the correction of domain city.example expired on 2027-05-01"));
  }

  @Test
  void whatTheEvidenceSaysAnywayIsLeftAndWarnedOf() throws Exception {
    DomainAttribution found =
        classify(
            ObservationBuilder.of("city.example").mx("10 mail.city.example").microsoftDkim("city"));
    assertThat(corrected(found), is(sameInstance(found)));
    assertThat(
        load(RUN).counts(Attributions.of(organisation("1"), found)),
        contains("corrections/redundant/domain city.example"));
    assertThat(
        CorrectionCounts.warnings(
            load(RUN), Map.of("corrections/redundant/domain city.example", 7L, "rows", 9L)),
        contains("the evidence now agrees with the correction of domain city.example"));
  }

  @Test
  void anOrganisationsOwnCorrectionGoesOverThatOfItsDomain() throws Exception {
    write(
        "a.yaml",
        CITY
            + CITY.substring(CITY.indexOf('\n') + 1)
                .replace("domain: city.example", "organisation: \"7\"")
                .replace("backend: microsoft-365", "backend: google-workspace"));
    Corrections both = load(RUN);
    assertThat(both.applyTo(undecided(), "7", CATALOGUE).getBackend(), is("google-workspace"));
    assertThat(both.applyTo(undecided(), "8", CATALOGUE).getBackend(), is("microsoft-365"));
    assertThat(
        both.applyTo(undecided(), "7", CATALOGUE).getRule(), is("corrected:mx-own-undecided"));
  }

  @ParameterizedTest
  @CsvSource({
    "receiver: mimecast, unknown_backend, mimecast, true, unknown, unknown, outsourced",
    "receiver: irvn, unknown_backend, irvn, false, unknown, unknown, shared-public-it",
    "backend: self, ok, self, false, self, high, own-name-on-network",
    "backend: 'other:b.example', ok, self, false, other:b.example, high, own-name-on-network",
    "status: no_mail_found, no_mail_found, none, false, none, unknown, none",
    "status: conflict, conflict, self, false, unknown, unknown, own-name-on-network",
  })
  void whatAClaimImpliesChangesWithIt(
      String claim,
      String status,
      String receiver,
      boolean gateway,
      String backend,
      String confidence,
      String hosting)
      throws Exception {
    write("a.yaml", CITY.replace("backend: microsoft-365", claim));
    DomainAttribution row = corrected(undecided());
    assertThat(row.getStatus(), is(status));
    assertThat(row.getReceiver(), is(receiver));
    assertThat(row.getReceiverIsGateway(), is(gateway));
    assertThat(row.getBackend(), is(backend));
    assertThat(row.getBackendConfidence(), is(confidence));
    assertThat(row.getHosting(), is(hosting));
  }

  @Test
  void aRowWithoutMailHasItWhenSomebodySaysWhoRunsIt() throws Exception {
    DomainAttribution row = corrected(classify(ObservationBuilder.of("city.example")));
    assertThat(row.getStatus(), is("ok"));
    assertThat(row.getReceiver(), is("unknown"));
    assertThat(row.getBackend(), is("microsoft-365"));
    assertThat(row.getRule(), is("corrected:no-mx"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          microsoft-365        | microsoft-356     | claim: backend: unknown provider microsoft-356
          microsoft-365        | mimecast          | claim: backend: a gateway keeps no mailboxes: mimecast
          microsoft-365        | none              | claim: backend: none and a status without mail go together
          microsoft-365        | 'other:a.b.example'   | claim: backend: unknown provider other:a.b.example
          backend:             | backend: self, colour: | line 4: mapping values are not allowed here
          backend: micros      | status: fine #    | claim: status: unknown or nothing that a source can state: fine
          backend: micros      | status: lookup_failed # | claim: status: unknown or nothing that a source can state: lookup_failed
          backend: micros      | backlog: micros   | unknown field backlog
          backend: microsoft-365 | {}              | claim: needs a status, a receiver or a backend
          domain: city.example | domain: City.example. | domain: must be written as city.example
          domain: city.example | domain: city      | domain: the domain has no dot
          domain: city.example | organisation: ''  | missing organisation
          domain: city.example | province: a       | needs either an organisation or a domain
          domain: city         | organisation: "1"\\n    domain: city | needs either an organisation or a domain
          reason: its own relay hides it | reason: ' ' | missing reason
          source: https        | sauce: https      | missing source
          date: 2026-05-01     | date: 2026-02-30  | date: not a day such as 2026-04-28: 2026-02-30
          expires: 2027-05-01  | expires: 2026-05-01 | expires: must be after its date
          expires: 2027-05-01  | note: none        | expires: not a day such as 2026-04-28: null
          corrections:         | correction:       | needs a list named corrections
          """)
  void everyFaultIsNamed(String good, String bad, String fault) throws IOException {
    write("a.yaml", CITY.replace(good, bad.replace("\\n", "\n")));
    CatalogueException e = assertThrows(CatalogueException.class, () -> load(RUN));
    assertThat(e.getMessage(), containsString(fault));
    assertThat(e.getMessage(), containsString("corrections/a.yaml"));
  }

  @Test
  void allFaultsOfAllFilesAtOnce() throws IOException {
    write("index.yaml", "files: [a.yaml, b.yaml, c.yaml]\n");
    write("a.yaml", CITY.replace("microsoft-365", "acme").replace("reason", "raison"));
    write("b.yaml", CITY.replace("2026-05-01", "soon"));
    CatalogueException e = assertThrows(CatalogueException.class, () -> load(RUN));
    assertThat(
        e.faults(),
        contains(
            "corrections/a.yaml: domain city.example: unknown field raison",
            "corrections/c.yaml: there is no such file",
            "corrections/a.yaml: domain city.example: claim: backend: unknown provider acme",
            "corrections/a.yaml: domain city.example: missing reason",
            "corrections/b.yaml: domain city.example: date: not a day such as 2026-04-28: soon",
            "corrections/b.yaml: domain city.example: is corrected twice"));
  }

  private static Organisation organisation(String id) {
    return Organisation.newBuilder()
        .setOrganisationId(id)
        .setOrganisationName("City")
        .setSector("test")
        .setDomain("city.example")
        .setRegistrableDomain("city.example")
        .setSourceFile("list.csv")
        .setSourceLine(2)
        .build();
  }

  @Test
  void theRowsOfARunAreCorrectedAndCounted() throws Exception {
    Corrections corrections = load(RUN);
    Pipeline pipeline = Pipeline.create();
    PCollection<DomainAttribution> domains =
        pipeline.apply(
            "Domains",
            Create.of(undecided()).withCoder(AvroCoder.specific(DomainAttribution.class)));
    PCollection<Attribution> rows =
        pipeline
            .apply(
                "Organisations",
                Create.of(organisation("1"), organisation("2"))
                    .withCoder(AvroCoder.specific(Organisation.class)))
            .apply(
                AttributeOrganisations.from(
                    domains,
                    domains.apply("Customers", new CountCustomers()),
                    new Buckets(2),
                    CatalogueSource.embedded(),
                    corrections))
            .attributions();
    PCollection<String> rules =
        rows.apply(
            MapElements.into(TypeDescriptors.strings())
                .via((Attribution row) -> row.getOrganisationId() + " " + row.getRule()));
    PAssert.that(rules)
        .containsInAnyOrder("1 corrected:mx-own-undecided", "2 corrected:mx-own-undecided");
    PAssert.that(rows.apply(CorrectionCounts.of(corrections)).apply(Sum.longsPerKey()))
        .containsInAnyOrder(List.of(KV.of("corrections/applied", 2L)));
    pipeline.run().waitUntilFinish();
  }
}
