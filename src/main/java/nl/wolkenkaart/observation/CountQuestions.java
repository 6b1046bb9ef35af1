package nl.wolkenkaart.observation;

import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * The counts of observed buckets: {@code domains}, {@code domains_kept}, and {@code
 * questions/<status>} for each status.
 */
public final class CountQuestions
    extends PTransform<PCollection<ObservedBucket>, PCollection<KV<String, Long>>> {
  private static final long serialVersionUID = 1;

  /** What the name of a count of questions begins with. */
  public static final String QUESTIONS = "questions/";

  /** The name of the count of domains. */
  public static final String DOMAINS = "domains";

  /** The name of the count of domains that were observed before the run and kept as they were. */
  public static final String KEPT = "domains_kept";

  private CountQuestions() {}

  /** A step that gives counts to be added up. */
  public static CountQuestions byStatus() {
    return new CountQuestions();
  }

  @Override
  public PCollection<KV<String, Long>> expand(PCollection<ObservedBucket> buckets) {
    return buckets
        .apply(
            "Take the counts of each bucket",
            FlatMapElements.into(
                    TypeDescriptors.kvs(TypeDescriptors.strings(), TypeDescriptors.longs()))
                .via(CountQuestions::counts))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), VarLongCoder.of()));
  }

  private static List<KV<String, Long>> counts(ObservedBucket bucket) {
    return Stream.concat(
            Stream.of(KV.of(DOMAINS, bucket.getDomains()), KV.of(KEPT, bucket.getDomainsKept())),
            bucket.getQuestionsByStatus().entrySet().stream()
                .map(status -> KV.of(QUESTIONS + status.getKey(), status.getValue())))
        .toList();
  }
}
