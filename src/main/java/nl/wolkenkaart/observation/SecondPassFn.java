package nl.wolkenkaart.observation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.wolkenkaart.lookup.LookupEngine;
import nl.wolkenkaart.lookup.SharedEngine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.PCollectionView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins when all buckets of a run are written: asks again what failed, if that is little enough to
 * be bad luck, and deletes files of observations that are none of this run's. Passes on all
 * buckets.
 */
final class SecondPassFn extends DoFn<String, ObservedBucket> {
  private static final long serialVersionUID = 1;
  private static final Logger LOG = LoggerFactory.getLogger(SecondPassFn.class);

  /** So many failures are asked again, whatever part of the questions they are. */
  private static final long FEW = 1_000;

  /** Of more questions, one in so many may have failed. */
  private static final long ONE_IN = 10;

  private final SharedEngine shared;
  private final int buckets;
  private final PCollectionView<List<ObservedBucket>> observed;
  private transient LookupEngine engine;

  SecondPassFn(SharedEngine shared, int buckets, PCollectionView<List<ObservedBucket>> observed) {
    this.shared = shared;
    this.buckets = buckets;
    this.observed = observed;
  }

  @Setup
  public void setup() {
    engine = shared.acquire();
  }

  @Teardown
  public void teardown() {
    // Beam also tears down what could not be set up.
    if (engine != null) {
      engine = null;
      shared.release();
    }
  }

  /** Takes the folder of the observations. */
  @ProcessElement
  public void process(
      @Element String folder, ProcessContext context, OutputReceiver<ObservedBucket> out)
      throws IOException, InterruptedException {
    List<ObservedBucket> all = context.sideInput(observed);
    List<ObservedBucket> failing = new ArrayList<>();
    List<ObservedBucket> passed = new ArrayList<>();
    long failures = ObservedBuckets.failures(all);
    long questions = ObservedBuckets.questions(all);
    boolean worthwhile = isWorthwhile(failures, questions);
    if (!worthwhile) {
      LOG.warn("{} of {} questions failed, too many to ask them again now", failures, questions);
    }
    for (ObservedBucket bucket : all) {
      (worthwhile && ObservedBuckets.hasFailures(bucket) ? failing : passed).add(bucket);
    }
    if (!failing.isEmpty()) {
      passed.addAll(askAgain(failing));
    }
    ObservationFiles.deleteAllBut(folder, all.stream().map(ObservedBucket::getFile).toList());
    passed.forEach(out::output);
  }

  private List<ObservedBucket> askAgain(List<ObservedBucket> failing)
      throws IOException, InterruptedException {
    long before = ObservedBuckets.failures(failing);
    List<ObservedBucket> again = new SecondPass(engine, shared.plan().id(), buckets).over(failing);
    ObserveBucketFn.count(engine.counters().take());
    LOG.info(
        "of {} questions that failed, {} fail again when they are asked slowly",
        before,
        ObservedBuckets.failures(again));
    return again;
  }

  /**
   * Whether asking again can help: where much has failed, resolvers or the network are at fault,
   * and a run that resumes later does more good.
   */
  static boolean isWorthwhile(long failures, long questions) {
    return failures <= Math.max(FEW, questions / ONE_IN);
  }
}
