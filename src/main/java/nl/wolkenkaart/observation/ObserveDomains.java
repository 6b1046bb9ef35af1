package nl.wolkenkaart.observation;

import nl.wolkenkaart.lookup.SharedEngine;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Asks about buckets of domains and writes what was seen, one file per bucket. The only step that
 * touches a network: what follows reads the files, so nothing is asked twice because a runner
 * computes something again.
 */
public final class ObserveDomains
    extends PTransform<PCollection<KV<String, Iterable<String>>>, PCollection<ObservedBucket>> {
  private static final long serialVersionUID = 1;

  private final SharedEngine engine;
  private final String folder;

  private ObserveDomains(SharedEngine engine, String folder) {
    this.engine = engine;
    this.folder = folder;
  }

  /**
   * A step that asks and writes.
   *
   * @param engine what asks
   * @param folder folder of the observations, a local path or a URI
   */
  public static ObserveDomains with(SharedEngine engine, String folder) {
    return new ObserveDomains(engine, folder);
  }

  @Override
  public PCollection<ObservedBucket> expand(PCollection<KV<String, Iterable<String>>> buckets) {
    return buckets
        .apply("Ask and write what was seen", ParDo.of(new ObserveBucketFn(engine, folder)))
        .setCoder(AvroCoder.specific(ObservedBucket.class));
  }
}
