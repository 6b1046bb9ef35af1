package nl.wolkenkaart.observation;

import java.io.IOException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.Lock;
import nl.wolkenkaart.lookup.DomainAnswers;
import nl.wolkenkaart.lookup.LookupEngine;
import nl.wolkenkaart.lookup.LookupFigures;
import nl.wolkenkaart.lookup.SharedEngine;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/**
 * Asks about the domains of a bucket, many at a time, and writes their observations to the bucket's
 * file. What the file holds already is not asked again: a bucket that is processed twice, by a
 * runner or by a run that resumes, costs its questions once.
 */
final class ObserveBucketFn extends DoFn<KV<String, Iterable<String>>, ObservedBucket> {
  private static final long serialVersionUID = 1;

  private final SharedEngine shared;
  private final String folder;
  private final int buckets;
  private transient LookupEngine engine;
  private transient String plan;

  ObserveBucketFn(SharedEngine shared, String folder, int buckets) {
    this.shared = shared;
    this.folder = folder;
    this.buckets = buckets;
  }

  @Setup
  public void setup() {
    engine = shared.acquire();
    plan = shared.plan().id();
  }

  @Teardown
  public void teardown() {
    // Beam also tears down what could not be set up.
    if (engine != null) {
      engine = null;
      shared.release();
    }
  }

  @ProcessElement
  public void process(
      @Element KV<String, Iterable<String>> bucket, OutputReceiver<ObservedBucket> out)
      throws IOException, InterruptedException {
    String file = ObservationFiles.path(folder, bucket.getKey());
    BlockingQueue<DomainAnswers> finished = new LinkedBlockingQueue<>();
    TreeMap<String, DomainObservation> observations = new TreeMap<>();
    int started = 0;
    int before;
    Lock turn = engine.turn();
    turn.lockInterruptibly();
    try {
      EarlierRun earlier = EarlierRun.read(file, plan);
      before = earlier.observations().size();
      for (String domain : bucket.getValue()) {
        Optional<DomainObservation> complete = earlier.complete(domain);
        if (complete.isPresent()) {
          observations.put(domain, complete.get());
          engine.counters().domainDone();
        } else {
          engine.look(domain, earlier.answers(domain), finished::add);
          started++;
        }
      }
    } finally {
      turn.unlock();
    }
    int kept = observations.size();
    for (int i = 0; i < started; i++) {
      DomainAnswers looked = finished.take();
      observations.put(looked.domain(), observation(looked, plan));
    }
    // A bucket that is as it was found stays so; one without domains has a file too.
    if (started > 0 || kept == 0 || kept < before) {
      ObservationFiles.write(file, buckets, observations.values());
    }
    ObservedBucket observed = ObservedBuckets.of(file, observations.values(), kept);
    observed
        .getQuestionsByStatus()
        .forEach((status, n) -> Metrics.counter("lookup", status).inc(n));
    Metrics.counter("lookup", "domains").inc(observations.size() - kept);
    count(engine.counters().take());
    out.output(observed);
  }

  /**
   * Counts what the engine did since somebody counted last: questions as they were asked, those of
   * many domains once.
   */
  static void count(LookupFigures fresh) {
    Metrics.counter("lookup", "sent").inc(fresh.sent());
    fresh
        .ended()
        .forEach((status, n) -> Metrics.counter("lookup", "asked/" + status.name()).inc(n));
  }

  /**
   * The record of a lookup.
   *
   * @throws IllegalStateException when it came to nothing by a fault of this program
   */
  static DomainObservation observation(DomainAnswers looked, String plan) {
    if (looked.fault() != null) {
      throw new IllegalStateException(
          "the lookup of " + looked.domain() + " broke", looked.fault());
    }
    return Observations.of(looked.domain(), plan, looked.answers());
  }
}
