package nl.wolkenkaart.observation;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * The counts of observed buckets: {@code domains}, {@code domains_kept}, {@code questions/<status>}
 * and {@code asked/<status>} for each status, {@code questions_sent}, and {@code worker/<process>}
 * for the domains that each process asked about.
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

  /** The name of the count of questions sent, each attempt counted. */
  public static final String SENT = AskingFn.SENT;

  /** What the name of a count of questions that ended begins with, those of many domains once. */
  public static final String ASKED = AskingFn.ASKED;

  /** What the name of the count of the domains that a process asked about begins with. */
  public static final String WORKER = "worker/";

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
    List<KV<String, Long>> counts = new ArrayList<>();
    counts.add(KV.of(DOMAINS, bucket.getDomains()));
    counts.add(KV.of(KEPT, bucket.getDomainsKept()));
    bucket.getQuestionsByStatus().forEach((status, n) -> counts.add(KV.of(QUESTIONS + status, n)));
    if (bucket.getDone() != null) {
      bucket.getDone().forEach((what, n) -> counts.add(KV.of(what, n)));
    }
    if (bucket.getWorker() != null) {
      counts.add(KV.of(WORKER + bucket.getWorker(), bucket.getDomains() - bucket.getDomainsKept()));
    }
    return counts;
  }
}
