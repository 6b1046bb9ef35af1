package nl.wolkenkaart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.wolkenkaart.directory.Buckets;
import nl.wolkenkaart.directory.Organisation;
import nl.wolkenkaart.directory.OrganisationLists;
import nl.wolkenkaart.directory.ReadOrganisations;
import nl.wolkenkaart.observation.FindObservations;
import nl.wolkenkaart.provider.AttributeOrganisations;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.ClassifyDomains;
import nl.wolkenkaart.provider.CorrectionCounts;
import nl.wolkenkaart.provider.CountCustomers;
import nl.wolkenkaart.provider.DomainAttribution;
import nl.wolkenkaart.provider.ExposeOrganisations;
import nl.wolkenkaart.statistics.CountAttributions;
import nl.wolkenkaart.statistics.CountServerLaw;
import nl.wolkenkaart.statistics.SupposeScenario;
import nl.wolkenkaart.statistics.SupposeScenarios;
import nl.wolkenkaart.table.RunFolder;
import nl.wolkenkaart.table.StageCounts;
import nl.wolkenkaart.table.Tables;
import nl.wolkenkaart.table.WriteCounts;
import nl.wolkenkaart.table.WriteRejects;
import nl.wolkenkaart.table.WriteTable;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.extensions.avro.io.AvroIO;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * Observations and organisations to tables. Pure: the same input gives the same bytes, and no
 * packet leaves.
 *
 * <p>All that is written ends in one collection. Spark computes each end of a pipeline in a job of
 * its own, one after the other; a table is written by one task, and the other cores would wait.
 */
public final class ClassifyPipeline {
  /** Name of the file of counts in the run's folder. */
  public static final String COUNTS = "classify-counts.json";

  private ClassifyPipeline() {}

  /**
   * Adds the steps to a pipeline.
   *
   * @param organisations the lists
   * @param observations folder of the observations
   * @param workers how many classify at the same time
   * @param buckets how what is joined is spread
   * @param rules what decides
   * @param folder where the run's files go
   */
  public static void build(
      Pipeline pipeline,
      OrganisationLists organisations,
      String observations,
      int workers,
      Buckets buckets,
      ClassifyRules rules,
      RunFolder folder) {
    ReadOrganisations.Result directory =
        pipeline.apply("Read organisations", ReadOrganisations.from(organisations));
    PCollection<Organisation> listed = directory.organisations();
    PCollection<DomainAttribution> domains =
        pipeline
            .apply("Find observations", FindObservations.in(observations, workers))
            .apply("Classify domains", ClassifyDomains.with(rules.catalogue(), rules.addresses()));
    AttributeOrganisations.Result rows = attribute(listed, domains, buckets, rules);
    PCollection<Attribution> attributions = rows.attributions();
    CountAttributions.Result counted =
        attributions.apply("Count providers", CountAttributions.withCellsOf(rules.minCell()));
    List<PCollection<String>> written = new ArrayList<>();
    written.add(
        rows.organisations()
            .apply("Write organisations", WriteTable.to(folder, Tables.ORGANISATIONS)));
    written.add(
        attributions.apply("Write attributions", WriteTable.to(folder, Tables.ATTRIBUTIONS)));
    written.add(rows.services().apply("Write services", WriteTable.to(folder, Tables.SERVICES)));
    written.add(rows.tenants().apply("Write tenants", WriteTable.to(folder, Tables.TENANTS)));
    written.add(
        counted.statistics().apply("Write statistics", WriteTable.to(folder, Tables.STATISTICS)));
    written.add(
        counted
            .concentration()
            .apply("Write concentration", WriteTable.to(folder, Tables.CONCENTRATION)));
    written.add(
        counted
            .notMeasured()
            .apply("Write what was not measured", WriteTable.to(folder, Tables.NOT_MEASURED)));
    written.add(
        attributions
            .apply("Expose organisations", ExposeOrganisations.with(rules.catalogue()))
            .apply("Write exposures", WriteTable.to(folder, Tables.EXPOSURES)));
    written.add(
        attributions
            .apply(
                "Count server countries against laws", CountServerLaw.withCellsOf(rules.minCell()))
            .apply("Write server_law", WriteTable.to(folder, Tables.SERVER_LAW)));
    PCollectionTuple supposed =
        attributions.apply(
            "Suppose scenarios",
            SupposeScenarios.of(
                rules.scenarios(), rules.catalogue(), rows.tenants(), rules.minCell()));
    written.add(
        supposed
            .get(SupposeScenario.STATISTICS)
            .apply("Write scenarios", WriteTable.to(folder, Tables.SCENARIOS)));
    written.add(
        supposed
            .get(SupposeScenario.AFFECTED)
            .apply("Write affected", WriteTable.to(folder, Tables.AFFECTED)));
    written.add(directory.rejects().apply("Write rejects", WriteRejects.to(folder)));
    written.add(
        PCollectionList.of(directory.rows().apply("Name the rows", StageCounts.named("rows")))
            .and(listed.apply("Count organisations", StageCounts.of("organisations")))
            .and(directory.rejects().apply("Count rejects", StageCounts.of("rejects")))
            .and(directory.counts())
            .and(domains.apply("Count observations", StageCounts.of("observations")))
            .and(attributions.apply("Count corrections", CorrectionCounts.of(rules.corrections())))
            .apply("Gather the counts", Flatten.pCollections())
            .apply("Write the counts", WriteCounts.to(folder.root() + '/' + COUNTS)));
    PCollectionList.of(written).apply("Take what was written", Flatten.pCollections());
  }

  /**
   * Adds the steps that classify a run's observations again: the organisations are those of its
   * table, and only what is compared is written.
   *
   * @param organisations the table of organisations, as Avro
   */
  public static void again(
      Pipeline pipeline,
      String organisations,
      String observations,
      int workers,
      Buckets buckets,
      ClassifyRules rules,
      RunFolder folder) {
    PCollection<Organisation> listed =
        pipeline.apply("Read organisations", AvroIO.read(Organisation.class).from(organisations));
    PCollection<DomainAttribution> domains =
        pipeline
            .apply("Find observations", FindObservations.in(observations, workers))
            .apply("Classify domains", ClassifyDomains.with(rules.catalogue(), rules.addresses()));
    AttributeOrganisations.Result rows = attribute(listed, domains, buckets, rules);
    PCollectionList.of(
            rows.attributions()
                .apply("Write attributions", WriteTable.to(folder, Tables.ATTRIBUTIONS)))
        .and(rows.services().apply("Write services", WriteTable.to(folder, Tables.SERVICES)))
        .and(rows.tenants().apply("Write tenants", WriteTable.to(folder, Tables.TENANTS)))
        .and(
            listed
                .apply("Count organisations", StageCounts.of("organisations"))
                .apply("Write the counts", WriteCounts.to(folder.root() + '/' + COUNTS)))
        .apply("Take what was written", Flatten.pCollections());
  }

  private static AttributeOrganisations.Result attribute(
      PCollection<Organisation> listed,
      PCollection<DomainAttribution> domains,
      Buckets buckets,
      ClassifyRules rules) {
    PCollectionView<Map<String, KV<Long, Long>>> customers =
        domains.apply("Count customers of unlisted receivers", new CountCustomers());
    return listed.apply(
        "Attribute organisations",
        AttributeOrganisations.from(
            domains, customers, buckets, rules.catalogue(), rules.corrections()));
  }
}
