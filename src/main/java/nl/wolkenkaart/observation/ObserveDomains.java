package nl.wolkenkaart.observation;

import java.util.List;
import nl.wolkenkaart.directory.Buckets;
import nl.wolkenkaart.lookup.SharedEngine;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Asks about buckets of domains and writes what was seen, one file per bucket; when all are
 * written, asks again what failed. The only step that touches a network: what follows reads the
 * files, so nothing is asked twice because a runner computes something again.
 *
 * <p>What the folder holds already is kept where it is complete, and completed where it is not.
 */
public final class ObserveDomains
    extends PTransform<PCollection<KV<String, Iterable<String>>>, PCollection<ObservedBucket>> {
  private static final long serialVersionUID = 1;

  private final SharedEngine engine;
  private final String folder;
  private final Buckets buckets;
  private final Shares shares;

  private ObserveDomains(SharedEngine engine, String folder, Buckets buckets, Shares shares) {
    this.engine = engine;
    this.folder = folder;
    this.buckets = buckets;
    this.shares = shares;
  }

  /**
   * A step that asks and writes.
   *
   * @param engine what asks
   * @param folder folder of the observations, a local path or a URI
   * @param buckets how the domains are spread, the same as in the run that began the folder
   * @param workers how many ask at the same time, each about a share of the buckets
   */
  public static ObserveDomains with(
      SharedEngine engine, String folder, Buckets buckets, int workers) {
    return new ObserveDomains(engine, folder, buckets, new Shares(workers));
  }

  @Override
  public PCollection<ObservedBucket> expand(PCollection<KV<String, Iterable<String>>> domains) {
    Shares shares = this.shares;
    AvroCoder<ObservedBucket> coder = AvroCoder.specific(ObservedBucket.class);
    PCollectionView<List<ObservedBucket>> observed =
        domains
            .apply(
                "Deal buckets out",
                WithKeys.of((KV<String, Iterable<String>> b) -> shares.ofBucket(b.getKey()))
                    .withKeyType(TypeDescriptors.integers()))
            .setCoder(KvCoder.of(VarIntCoder.of(), domains.getCoder()))
            .apply("Bring shares together", GroupByKey.create())
            .apply(
                "Ask and write what was seen",
                ParDo.of(new ObserveShareFn(engine, folder, buckets.count())))
            .setCoder(coder)
            .apply("Wait for all buckets", View.asList());
    return domains
        .getPipeline()
        .apply("Take the folder", Create.of(folder).withCoder(StringUtf8Coder.of()))
        .apply(
            "Ask again what failed",
            ParDo.of(new SecondPassFn(engine, buckets.count(), observed)).withSideInputs(observed))
        .setCoder(coder);
  }
}
