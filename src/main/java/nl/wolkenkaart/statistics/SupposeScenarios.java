package nl.wolkenkaart.statistics;

import java.util.List;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.CatalogueSource;
import nl.wolkenkaart.provider.Scenario;
import nl.wolkenkaart.provider.Tenant;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;

/** What each of several scenarios would change, each by itself; no rows for no scenario. */
public final class SupposeScenarios extends PTransform<PCollection<Attribution>, PCollectionTuple> {
  private static final long serialVersionUID = 1;

  private final List<Scenario> scenarios;
  private final CatalogueSource source;
  private final PCollection<Tenant> tenants;
  private final int minCell;

  private SupposeScenarios(
      List<Scenario> scenarios, CatalogueSource source, PCollection<Tenant> tenants, int minCell) {
    this.scenarios = scenarios;
    this.source = source;
    this.tenants = tenants;
    this.minCell = minCell;
  }

  /**
   * A step that supposes each scenario.
   *
   * @param scenarios of distinct identifiers
   * @param source the catalogue with the owners as they are
   * @param minCell organisations that a published cell must have; with 2 or more no statistics are
   *     given, since what differs would tell of few
   */
  public static SupposeScenarios of(
      List<Scenario> scenarios, CatalogueSource source, PCollection<Tenant> tenants, int minCell) {
    return new SupposeScenarios(scenarios, source, tenants, minCell);
  }

  @Override
  public PCollectionTuple expand(PCollection<Attribution> attributions) {
    PCollectionList<Affected> affected =
        PCollectionList.of(
            attributions
                .getPipeline()
                .apply("Nobody yet", Create.empty(AvroCoder.specific(Affected.class))));
    PCollectionList<ScenarioStatistic> differences =
        PCollectionList.of(
            attributions
                .getPipeline()
                .apply("Nothing yet", Create.empty(AvroCoder.specific(ScenarioStatistic.class))));
    for (Scenario scenario : scenarios) {
      PCollectionTuple rows =
          attributions.apply(
              "Suppose " + scenario.id(), SupposeScenario.of(scenario, source, tenants));
      affected = affected.and(rows.get(SupposeScenario.AFFECTED));
      if (minCell <= 1) {
        differences = differences.and(rows.get(SupposeScenario.STATISTICS));
      }
    }
    return PCollectionTuple.of(
            SupposeScenario.AFFECTED, affected.apply("All affected", Flatten.pCollections()))
        .and(
            SupposeScenario.STATISTICS,
            differences.apply("All differences", Flatten.pCollections()));
  }
}
