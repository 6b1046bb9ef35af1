package nl.wolkenkaart.observation;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import nl.wolkenkaart.lookup.DomainAnswers;
import nl.wolkenkaart.lookup.LookupEngine;
import nl.wolkenkaart.lookup.LookupFigures;
import nl.wolkenkaart.lookup.SharedEngine;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/**
 * Asks about the domains of a bucket, many at a time, and writes their observations to the bucket's
 * file. A bucket that is processed again replaces its file.
 */
final class ObserveBucketFn extends DoFn<KV<String, Iterable<String>>, ObservedBucket> {
  private static final long serialVersionUID = 1;

  private final SharedEngine shared;
  private final String folder;
  private transient LookupEngine engine;

  ObserveBucketFn(SharedEngine shared, String folder) {
    this.shared = shared;
    this.folder = folder;
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

  @ProcessElement
  public void process(
      @Element KV<String, Iterable<String>> bucket, OutputReceiver<ObservedBucket> out)
      throws IOException, InterruptedException {
    BlockingQueue<DomainAnswers> finished = new LinkedBlockingQueue<>();
    TreeMap<String, DomainObservation> observations = new TreeMap<>();
    int started = 0;
    for (String domain : bucket.getValue()) {
      engine.look(domain, finished::add);
      started++;
    }
    for (int i = 0; i < started; i++) {
      DomainAnswers looked = finished.take();
      if (looked.fault() != null) {
        throw new IllegalStateException(
            "the lookup of " + looked.domain() + " broke", looked.fault());
      }
      observations.put(
          looked.domain(), Observations.of(looked.domain(), shared.plan().id(), looked.answers()));
    }
    String file = ObservationFiles.path(folder, bucket.getKey());
    ObservationFiles.write(file, observations.values());
    Map<String, Long> byStatus = new TreeMap<>();
    for (DomainObservation observation : observations.values()) {
      for (ObservedAnswer answer : observation.getAnswers()) {
        byStatus.merge(answer.getStatus(), 1L, Long::sum);
      }
    }
    byStatus.forEach((status, n) -> Metrics.counter("lookup", status).inc(n));
    long domains = observations.size();
    Metrics.counter("lookup", "domains").inc(domains);
    count(engine.counters().take());
    out.output(new ObservedBucket(file, domains, byStatus));
  }

  /**
   * Counts what the engine did since a bucket was last done: questions as they were asked, those of
   * many domains once.
   */
  private static void count(LookupFigures fresh) {
    Metrics.counter("lookup", "sent").inc(fresh.sent());
    fresh
        .ended()
        .forEach((status, n) -> Metrics.counter("lookup", "asked/" + status.name()).inc(n));
  }
}
