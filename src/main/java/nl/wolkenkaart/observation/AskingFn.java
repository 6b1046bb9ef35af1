package nl.wolkenkaart.observation;

import nl.wolkenkaart.lookup.LookupEngine;
import nl.wolkenkaart.lookup.LookupFigures;
import nl.wolkenkaart.lookup.SharedEngine;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;

/** A step that asks with the engine of its JVM. */
abstract class AskingFn<I> extends DoFn<I, ObservedBucket> {
  private static final long serialVersionUID = 1;

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
   * Counts what the engine did since somebody counted last: questions as they were asked, those of
   * many domains once.
   */
  void countAsked() {
    LookupFigures fresh = engine.counters().take();
    Metrics.counter("lookup", "sent").inc(fresh.sent());
    fresh
        .ended()
        .forEach((status, n) -> Metrics.counter("lookup", "asked/" + status.name()).inc(n));
  }
}
