package nl.wolkenkaart.observation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.wolkenkaart.lookup.SharedEngine;
import org.apache.beam.sdk.values.PCollectionView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins when all buckets of a run are written: asks again what failed, if that is little enough to
 * be bad luck, and deletes files of observations that are none of this run's. Passes on all
 * buckets.
 */
final class SecondPassFn extends AskingFn<String> {
  private static final long serialVersionUID = 1;
  private static final Logger LOG = LoggerFactory.getLogger(SecondPassFn.class);

  /** So many failures are asked again, whatever part of the questions they are. */
  private static final long FEW = 1_000;

  /** Of more questions, one in so many may have failed. */
  private static final long ONE_IN = 10;

  private final int buckets;
  private final PCollectionView<List<ObservedBucket>> observed;

  SecondPassFn(SharedEngine shared, int buckets, PCollectionView<List<ObservedBucket>> observed) {
    super(shared);
    this.buckets = buckets;
    this.observed = observed;
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
    ObservationNames.deleteAllBut(folder, all.stream().map(ObservedBucket::getFile).toList());
    passed.forEach(out::output);
  }

  private List<ObservedBucket> askAgain(List<ObservedBucket> failing)
      throws IOException, InterruptedException {
    long before = ObservedBuckets.failures(failing);
    Map<String, ObservedBucket> first = new HashMap<>();
    failing.forEach(bucket -> first.put(bucket.getFile(), bucket));
    List<ObservedBucket> again = new ArrayList<>();
    AskBuckets asked =
        new AskBuckets(
            engine()::lookAgain,
            engine().turn(),
            buckets,
            observed -> {
              // What this pass leaves as it is was asked by the first.
              ObservedBucket passed = first.get(observed.getFile());
              signAndCount(observed);
              observed.setDomainsKept(passed.getDomainsKept());
              observed.setWorker(passed.getWorker());
              passed.getDone().forEach((what, n) -> observed.getDone().merge(what, n, Long::sum));
              again.add(observed);
            });
    for (ObservedBucket bucket : failing) {
      EarlierRun seen = new EarlierRun(read(bucket.getFile()), plan());
      asked.begin(bucket.getFile(), seen, seen.observations().keySet());
    }
    asked.end();
    LOG.info(
        "of {} questions that failed, {} fail again when they are asked slowly",
        before,
        ObservedBuckets.failures(again));
    return again;
  }

  private static Map<String, DomainObservation> read(String file) throws IOException {
    try {
      return ObservationFiles.read(file);
    } catch (DamagedFileException e) {
      throw new IOException("a file that this run wrote was damaged since", e);
    }
  }

  /**
   * Whether asking again can help: where much has failed, resolvers or the network are at fault,
   * and a run that resumes later does more good.
   */
  static boolean isWorthwhile(long failures, long questions) {
    return failures <= Math.max(FEW, questions / ONE_IN);
  }
}
