package nl.wolkenkaart.cli;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricResult;

/**
 * The counters of our steps as a runner gives them, under the same names on every runner. They
 * include what was tried in vain: what must be exact is counted in the data.
 */
final class RunnerMetrics {
  /** Our namespaces: those of the packages whose steps count. */
  private static final Set<String> OURS = Set.of("lookup", "provider");

  private RunnerMetrics() {}

  /** Name to value, each name {@code namespace/counter}; steps that share a counter add up. */
  static Map<String, Long> counters(PipelineResult result) {
    Map<String, Long> counters = new TreeMap<>();
    for (MetricResult<Long> counter : result.metrics().allMetrics().getCounters()) {
      String namespace = counter.getName().getNamespace();
      if (OURS.contains(namespace)) {
        // Attempted: neither Flink nor Spark knows which attempts were the last.
        counters.merge(
            namespace + '/' + counter.getName().getName(), counter.getAttempted(), Long::sum);
      }
    }
    return counters;
  }
}
