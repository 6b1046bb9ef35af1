package nl.wolkenkaart.observation;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import nl.wolkenkaart.lookup.LookupEngine;
import nl.wolkenkaart.lookup.LookupFigures;
import nl.wolkenkaart.lookup.SharedEngine;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;

/** A step that asks with the engine of its JVM. */
abstract class AskingFn<I> extends DoFn<I, ObservedBucket> {
  private static final long serialVersionUID = 1;

  /** The name of the count of questions sent, each attempt counted. */
  static final String SENT = "questions_sent";

  /** What the name of a count of questions that were asked begins with; the status follows. */
  static final String ASKED = "asked/";

  /** Process id and machine. */
  private static final String WORKER = ManagementFactory.getRuntimeMXBean().getName();

  private final SharedEngine shared;
  private transient LookupEngine engine;

  AskingFn(SharedEngine shared) {
    this.shared = shared;
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

  LookupEngine engine() {
    return engine;
  }

  /** Identifier of the plan that is asked. */
  String plan() {
    return shared.plan().id();
  }

  /**
   * Writes down with a bucket who asked about it, and what the engine did since somebody wrote
   * last: questions as they were asked, those of many domains once.
   */
  void signAndCount(ObservedBucket bucket) {
    LookupFigures fresh = engine.counters().take();
    Map<String, Long> done = new HashMap<>();
    done.put(SENT, fresh.sent());
    fresh.ended().forEach((status, n) -> done.put(ASKED + status.name(), n));
    done.forEach((what, n) -> Metrics.counter("lookup", what).inc(n));
    bucket.setDone(done);
    bucket.setWorker(WORKER);
  }
}
