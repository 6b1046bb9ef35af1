package nl.wolkenkaart.statistics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.provider.CatalogueSource;
import nl.wolkenkaart.provider.Exposures;
import nl.wolkenkaart.provider.Scenario;
import nl.wolkenkaart.provider.Scenario.Move;
import nl.wolkenkaart.provider.Scenario.Owner;
import nl.wolkenkaart.provider.Supposition;
import nl.wolkenkaart.provider.Tenant;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.junit.jupiter.api.Test;

/** What if, worked out by hand on thirteen organisations. */
class SupposeScenariosTest {
  private static final Catalogue CATALOGUE = Catalogue.embedded();

  private static Scenario scenario(List<Owner> owners, List<String> leaving, List<Move> moves) {
    return new Scenario(
        "x",
        "x",
        "x",
        ImmutableList.copyOf(owners),
        ImmutableList.copyOf(leaving),
        ImmutableList.copyOf(moves),
        ImmutableList.of());
  }

  private static final Scenario SALE =
      scenario(List.of(new Owner("e-zorg", "kyndryl")), List.of(), List.of());
  private static final Scenario TENANT =
      scenario(
          List.of(),
          List.of(),
          List.of(new Move("town", null, "shared", null, null, ImmutableList.of(), "soverin")));

  private static List<String> affected(Scenario scenario, Attribution row, String... tenants) {
    Supposition supposition = new Supposition(scenario, CATALOGUE);
    Attribution kept = Attribution.newBuilder(row).build();
    Attribution supposed = supposition.of(row, Set.of(tenants));
    assertThat(row, is(kept));
    return AffectedRows.of(
            "x", row, Exposures.of(row, CATALOGUE), Exposures.of(supposed, supposition.catalogue()))
        .stream()
        .map(
            a ->
                String.join(
                    " ",
                    a.getRole(),
                    a.getOperatorBefore(),
                    a.getJurisdictionBefore(),
                    a.getOperatorAfter(),
                    a.getJurisdictionAfter()))
        .toList();
  }

  @Test
  void aSaleChangesTheLawAndNoOperator() {
    assertThat(affected(SALE, Rows.town().get(4)), contains("receiver ezorg NL ezorg US"));
    assertThat(affected(SALE, Rows.town().get(0)), is(empty()));
  }

  @Test
  void aCorrectedJurisdictionIsNotTheCataloguesToChange() {
    Attribution row = Rows.town().get(4);
    row.setReceiverJurisdiction("BE");
    assertThat(affected(SALE, row), is(empty()));
  }

  @Test
  void whoLeavesIsNotKnownAfterwards() {
    Scenario leaves = scenario(List.of(), List.of("microsoft-365"), List.of());
    assertThat(
        affected(leaves, Rows.town().get(0)),
        contains(
            "backend microsoft-365 US unknown unknown",
            "receiver microsoft-365 US unknown unknown",
            "server microsoft-365 unknown unknown unknown"));
    assertThat(
        affected(leaves, Rows.town().get(6)),
        contains("possible-backend microsoft-365 US none none"));
    Attribution sender = Rows.town().get(7);
    sender.setSenders(List.of("microsoft-365"));
    assertThat(affected(leaves, sender), contains("sender microsoft-365 US none none"));
  }

  @Test
  void thoseOfATenantMoveTheirMailboxes() {
    assertThat(
        affected(TENANT, Rows.town().get(4), "shared"),
        contains("backend microsoft-365 US soverin NL"));
    assertThat(
        affected(TENANT, Rows.town().get(0), "shared"),
        contains(
            "backend microsoft-365 US soverin NL",
            "receiver microsoft-365 US soverin NL",
            "server microsoft-365 unknown soverin unknown"));
    assertThat(affected(TENANT, Rows.town().get(0), "another"), is(empty()));
    assertThat(affected(TENANT, Rows.town().get(9), "shared"), is(empty()));
  }

  @Test
  void aFilterIsPutInFrontAndTheMailboxesStay() {
    Scenario filter =
        scenario(
            List.of(),
            List.of(),
            List.of(new Move("town", null, null, null, "self", ImmutableList.of(), "ezorg")));
    assertThat(
        affected(filter, Rows.town().get(7)),
        contains(
            "gateway none none ezorg NL",
            "receiver self self none none",
            "server self unknown ezorg unknown"));
  }

  @Test
  void severalChangesAreSupposedAtOnce() {
    Scenario both =
        scenario(
            List.of(new Owner("soverin", "kyndryl")),
            List.of(),
            List.of(new Move(null, null, null, null, null, ImmutableList.of("t05"), "soverin")));
    assertThat(affected(both, Rows.town().get(4)), contains("backend microsoft-365 US soverin US"));
  }

  @Test
  void thePipelineLaysStatisticsBesideEachOther() {
    List<Attribution> rows = Rows.town();
    rows.get(0).setServices(new ArrayList<>());
    rows.get(4).setServices(new ArrayList<>());
    Pipeline pipeline = Pipeline.create();
    PCollection<Attribution> attributions =
        pipeline.apply("rows", Create.of(rows).withCoder(AvroCoder.specific(Attribution.class)));
    PCollection<Tenant> tenants =
        pipeline.apply(
            "tenants",
            Create.of(new Tenant("shared", "t05", "d"), new Tenant("other", "t01", "d"))
                .withCoder(AvroCoder.specific(Tenant.class)));
    PCollectionTuple supposed =
        attributions.apply(
            SupposeScenarios.of(List.of(TENANT), CatalogueSource.embedded(), tenants, 0));
    PAssert.that(supposed.get(SupposeScenario.AFFECTED))
        .satisfies(
            found -> {
              assertThat(
                  StreamSupport.stream(found.spliterator(), false)
                      .map(Affected::getOrganisationId)
                      .toList(),
                  contains("t05"));
              return null;
            });
    PAssert.that(supposed.get(SupposeScenario.STATISTICS))
        .satisfies(
            found -> {
              assertThat(
                  StreamSupport.stream(found.spliterator(), false)
                      .filter(row -> row.getSector().equals("town"))
                      .map(
                          row ->
                              row.getMeasure()
                                  + ' '
                                  + row.getValue()
                                  + ' '
                                  + row.getOrganisationsBefore()
                                  + ' '
                                  + row.getOrganisationsAfter()
                                  + ' '
                                  + row.getShareAfter())
                      .toList(),
                  containsInAnyOrder(
                      "backend microsoft-365 5 4 0.444444",
                      "backend soverin 0 1 0.111111",
                      "backend_jurisdiction US 6 5 0.555556",
                      "backend_jurisdiction NL 0 1 0.111111"));
              return null;
            });
    pipeline.run().waitUntilFinish();
  }
}
