package nl.wolkenkaart.provider;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.sameInstance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import nl.wolkenkaart.directory.Buckets;
import nl.wolkenkaart.directory.Organisation;
import nl.wolkenkaart.observation.ObservationBuilder;
import nl.wolkenkaart.provider.SharedFilters.Customers;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedFiltersTest {
  private static final Catalogue CATALOGUE = Catalogue.embedded();

  private static DomainAttribution plain(String domain) {
    return KnownCasesTest.classify(ObservationBuilder.of(domain).mx("10 in.reseller.example"));
  }

  private static DomainAttribution microsoft(String domain) {
    return KnownCasesTest.classify(
        ObservationBuilder.of(domain).mx("10 in.reseller.example").microsoftDkim("t"));
  }

  @ParameterizedTest
  @CsvSource({"4, 4, false", "5, 2, false", "5, 3, true", "6, 3, true", "100, 49, false"})
  void itTakesFiveDomainsAndHalfOfThem(long domains, long elsewhere, boolean filter) {
    assertThat(new Customers(domains, elsewhere).tellFilter(), is(filter));
    DomainAttribution before = plain("a.example");
    DomainAttribution after =
        SharedFilters.apply(before, new Customers(domains, elsewhere), CATALOGUE);
    assertThat(after.getReceiverIsGateway(), is(filter));
    assertThat(after.getBackend(), is(filter ? "unknown" : "other:reseller.example"));
  }

  @Test
  void behindAFilterNothingIsKnown() {
    DomainAttribution after =
        SharedFilters.apply(plain("a.example"), new Customers(6, 4), CATALOGUE);
    assertThat(after.getStatus(), is("unknown_backend"));
    assertThat(after.getBackendConfidence(), is("unknown"));
    assertThat(after.getRule(), is(Rules.GATEWAY_SHARED));
    assertThat(
        after.getBackendPossible(), contains(new PossibleOperator("other:reseller.example", null)));
    assertThat(
        after.getEvidence().get(after.getEvidence().size() - 1).getSeen(),
        is("reseller.example receives for 6 domains, of which 4 have their mailboxes elsewhere"));
  }

  @Test
  void whatWasLookedThroughStays() {
    DomainAttribution before = microsoft("a.example");
    DomainAttribution after = SharedFilters.apply(before, new Customers(6, 4), CATALOGUE);
    assertThat(after.getReceiverIsGateway(), is(true));
    assertThat(after.getBackend(), is("microsoft-365"));
    assertThat(after.getRule(), is(before.getRule()));
  }

  @Test
  void aListedReceiverIsLeftAlone() {
    DomainAttribution before =
        KnownCasesTest.classify(ObservationBuilder.of("a.example").mx("10 mx1.mail.ovh.net"));
    assertThat(
        SharedFilters.apply(before, new Customers(9, 9), CATALOGUE), is(sameInstance(before)));
  }

  private static Organisation organisation(DomainAttribution domain) {
    return Organisation.newBuilder()
        .setOrganisationId("id-" + domain.getDomain())
        .setOrganisationName("Name")
        .setSector("town")
        .setDomain(domain.getDomain())
        .setRegistrableDomain(domain.getDomain())
        .setSourceFile("list.csv")
        .setSourceLine(1)
        .build();
  }

  @Test
  void theOrderOfOrganisationsIsIrrelevant() {
    List<DomainAttribution> domains = new ArrayList<>();
    List<Attribution> expected = new ArrayList<>();
    for (String domain : List.of("a.example", "b.example", "c.example")) {
      domains.add(microsoft(domain));
      domains.add(plain("plain-" + domain));
    }
    for (DomainAttribution d : domains) {
      DomainAttribution marked = SharedFilters.apply(d, new Customers(6, 3), CATALOGUE);
      expected.add(Attributions.of(organisation(d), marked));
    }
    DomainAttribution own =
        KnownCasesTest.classify(ObservationBuilder.of("d.example").mx("10 mx.d.example"));
    domains.add(own);
    expected.add(Attributions.of(organisation(own), own));
    expected.forEach(row -> row.setStandsForDomain(DomainStands.LIST));
    for (int seed = 0; seed < 3; seed++) {
      Collections.shuffle(domains, new Random(seed));
      Pipeline pipeline = Pipeline.create();
      PCollection<DomainAttribution> found =
          pipeline.apply(
              "Domains", Create.of(domains).withCoder(AvroCoder.specific(DomainAttribution.class)));
      List<Organisation> listed = domains.stream().map(SharedFiltersTest::organisation).toList();
      AttributeOrganisations.Result rows =
          pipeline
              .apply("List", Create.of(listed).withCoder(AvroCoder.specific(Organisation.class)))
              .apply(
                  AttributeOrganisations.from(
                      found,
                      found.apply(new CountCustomers()),
                      new Buckets(4),
                      CatalogueSource.embedded(),
                      Corrections.embedded(LocalDate.of(2026, 11, 22))));
      PAssert.that(rows.attributions()).containsInAnyOrder(expected);
      PAssert.that(rows.tenants())
          .containsInAnyOrder(
              new Tenant("t", "id-a.example", "a.example"),
              new Tenant("t", "id-b.example", "b.example"),
              new Tenant("t", "id-c.example", "c.example"));
      pipeline.run().waitUntilFinish();
    }
  }
}
