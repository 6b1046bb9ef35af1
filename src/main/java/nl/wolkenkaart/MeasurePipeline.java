package nl.wolkenkaart;

import nl.wolkenkaart.directory.Buckets;
import nl.wolkenkaart.directory.DistinctDomains;
import nl.wolkenkaart.directory.OrganisationLists;
import nl.wolkenkaart.directory.ReadOrganisations;
import nl.wolkenkaart.lookup.SharedEngine;
import nl.wolkenkaart.observation.CountQuestions;
import nl.wolkenkaart.observation.ObserveDomains;
import nl.wolkenkaart.observation.ObservedBucket;
import nl.wolkenkaart.table.PublishObservations;
import nl.wolkenkaart.table.RunFolder;
import nl.wolkenkaart.table.StageCounts;
import nl.wolkenkaart.table.WriteCounts;
import nl.wolkenkaart.table.WriteRejects;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/**
 * Organisations to observations: the only pipeline that touches a network. It ends with the
 * observations on disk, so that nothing is asked twice because a runner computes something again,
 * and takes up what is on disk already.
 */
public final class MeasurePipeline {
  /** Name of the file of counts in the run's folder. */
  public static final String COUNTS = "measure-counts.json";

  private MeasurePipeline() {}

  /**
   * Adds the steps to a pipeline.
   *
   * @param organisations the lists
   * @param engine what asks
   * @param buckets how the domains are spread
   * @param workers how many ask at the same time, each about a share of the buckets
   * @param folder where the run's files go
   */
  public static void build(
      Pipeline pipeline,
      OrganisationLists organisations,
      SharedEngine engine,
      Buckets buckets,
      int workers,
      RunFolder folder) {
    ReadOrganisations.Result directory =
        pipeline.apply("Read organisations", ReadOrganisations.from(organisations));
    PCollection<ObservedBucket> observed =
        directory
            .organisations()
            .apply("Put distinct domains in buckets", DistinctDomains.in(buckets))
            .apply(
                "Look up domains",
                ObserveDomains.with(engine, folder.observations(), buckets, workers));
    PCollection<String> published =
        observed.apply("Publish observations", PublishObservations.with(workers));
    PCollection<String> rejects =
        directory.rejects().apply("Write rejects", WriteRejects.to(folder));
    PCollection<String> counts =
        PCollectionList.of(directory.rows().apply("Name the rows", StageCounts.named("rows")))
            .and(
                directory
                    .organisations()
                    .apply("Count organisations", StageCounts.of("organisations")))
            .and(directory.rejects().apply("Count rejects", StageCounts.of("rejects")))
            .and(directory.counts())
            .and(observed.apply("Count questions", CountQuestions.byStatus()))
            .apply("Gather the counts", Flatten.pCollections())
            .apply("Write the counts", WriteCounts.to(folder.root() + '/' + COUNTS));
    // One end: see ClassifyPipeline.
    PCollectionList.of(published)
        .and(rejects)
        .and(counts)
        .apply("Take what was written", Flatten.pCollections());
  }
}
