package nl.wolkenkaart.observation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.wolkenkaart.lookup.SharedEngine;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;

/**
 * Asks about the buckets of the shares that come to a worker, many domains at a time, and writes
 * the observations of each bucket to its file. What the file holds already is not asked again: a
 * bucket that is processed twice, by a runner or by a run that resumes, costs its questions once.
 */
final class ObserveShareFn extends AskingFn<KV<Integer, Iterable<KV<String, Iterable<String>>>>> {
  private static final long serialVersionUID = 1;

  private final String folder;
  private final int buckets;
  private final List<ObservedBucket> written = new ArrayList<>();
  private transient AskBuckets asked;

  ObserveShareFn(SharedEngine shared, String folder, int buckets) {
    super(shared);
    this.folder = folder;
    this.buckets = buckets;
  }

  @StartBundle
  public void begin() {
    written.clear();
    asked =
        new AskBuckets(
            engine()::look,
            engine().turn(),
            buckets,
            observed -> {
              count(observed);
              written.add(observed);
            });
  }

  @ProcessElement
  public void process(
      @Element KV<Integer, Iterable<KV<String, Iterable<String>>>> share,
      OutputReceiver<ObservedBucket> out)
      throws IOException, InterruptedException {
    for (KV<String, Iterable<String>> bucket : share.getValue()) {
      String file = ObservationFiles.path(folder, bucket.getKey());
      int kept = asked.begin(file, EarlierRun.read(file, plan()), bucket.getValue());
      engine().counters().domainsDone(kept);
    }
    written.forEach(out::output);
    written.clear();
  }

  /** The slowest domains of all shares of a bundle are waited for at the same time. */
  @FinishBundle
  public void end(FinishBundleContext context) throws IOException, InterruptedException {
    asked.end();
    for (ObservedBucket observed : written) {
      context.output(observed, GlobalWindow.INSTANCE.maxTimestamp(), GlobalWindow.INSTANCE);
    }
    written.clear();
  }

  private void count(ObservedBucket observed) {
    observed
        .getQuestionsByStatus()
        .forEach((status, n) -> Metrics.counter("lookup", status).inc(n));
    Metrics.counter("lookup", "domains").inc(observed.getDomains() - observed.getDomainsKept());
    signAndCount(observed);
  }
}
