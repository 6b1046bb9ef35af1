package nl.wolkenkaart.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.beam.sdk.coders.IterableCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * The domains of organisations that are asked about, each once, in buckets. Where several may be an
 * organisation's, all of them are: which it is, is chosen by the answers. The key is the bucket of
 * {@link Buckets}, the value its domains in order. Empty buckets are missing.
 */
public final class DistinctDomains
    extends PTransform<PCollection<Organisation>, PCollection<KV<String, Iterable<String>>>> {
  private static final long serialVersionUID = 1L;

  private final Buckets buckets;

  private DistinctDomains(Buckets buckets) {
    this.buckets = buckets;
  }

  public static DistinctDomains in(Buckets buckets) {
    return new DistinctDomains(buckets);
  }

  @Override
  public PCollection<KV<String, Iterable<String>>> expand(PCollection<Organisation> input) {
    return input
        .apply("Key domains by bucket", ParDo.of(new KeyFn(buckets)))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), StringUtf8Coder.of()))
        .apply("Bring buckets together", GroupByKey.create())
        .apply("Keep each domain once", ParDo.of(new DistinctFn()))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), IterableCoder.of(StringUtf8Coder.of())));
  }

  private static final class KeyFn extends DoFn<Organisation, KV<String, String>> {
    private static final long serialVersionUID = 1L;
    private final Buckets buckets;

    KeyFn(Buckets buckets) {
      this.buckets = buckets;
    }

    @ProcessElement
    public void key(@Element Organisation organisation, OutputReceiver<KV<String, String>> output) {
      for (String domain : DomainChoice.asked(organisation)) {
        output.output(KV.of(buckets.of(domain), domain));
      }
    }
  }

  private static final class DistinctFn
      extends DoFn<KV<String, Iterable<String>>, KV<String, Iterable<String>>> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void distinct(
        @Element KV<String, Iterable<String>> bucket,
        OutputReceiver<KV<String, Iterable<String>>> output) {
      TreeSet<String> domains = new TreeSet<>();
      bucket.getValue().forEach(domains::add);
      List<String> sorted = new ArrayList<>(domains);
      output.output(KV.of(bucket.getKey(), sorted));
    }
  }
}
