package nl.wolkenkaart.cli;

import com.google.common.math.Quantiles;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import nl.wolkenkaart.directory.Organisation;
import nl.wolkenkaart.observation.AnswerIndex;
import nl.wolkenkaart.observation.DomainObservation;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.provider.Classifier;
import nl.wolkenkaart.provider.Corrections;
import nl.wolkenkaart.provider.DomainAttribution;
import nl.wolkenkaart.provider.ReceiverCustomers;

/**
 * All that the rules do with a list, and how long it takes on the thread that calls: each domain is
 * classified, the customers of unlisted receivers are counted and what they tell applied, and each
 * organisation gets its domain's finding with the corrections. What is not in it: reading, joining
 * on several machines, and writing.
 */
final class BenchClassify {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** What classifies. */
  record Rules(Catalogue catalogue, Corrections corrections) {}

  /** One round: wall time, and processor time of the one thread. */
  private record Round(double seconds, double cpuSeconds) {}

  private final List<Organisation> organisations;
  private final List<DomainObservation> observations;
  private final List<Round> warm = new ArrayList<>();
  private Round cold;
  private Rules rules;
  private long attributed;

  BenchClassify(List<Organisation> organisations, List<DomainObservation> observations) {
    this.organisations = organisations;
    this.observations = observations;
  }

  /** The first round, in whose time the loading of the catalogue counts. */
  void cold(Supplier<Rules> load) {
    cold =
        timed(
            () -> {
              rules = load.get();
              classify();
            });
  }

  /** One more round. */
  void warm() {
    warm.add(timed(this::classify));
  }

  private void classify() {
    Classifier classifier = new Classifier(rules.catalogue());
    ReceiverCustomers customers = new ReceiverCustomers();
    Map<String, DomainAttribution> found = new HashMap<>();
    for (DomainObservation observation : observations) {
      DomainAttribution domain = classifier.classify(new AnswerIndex(observation));
      customers.add(domain);
      found.put(domain.getDomain(), domain);
    }
    found.replaceAll((domain, row) -> customers.applyTo(row, rules.catalogue()));
    attributed = 0;
    for (Organisation organisation : organisations) {
      DomainAttribution domain = found.get(organisation.getDomain());
      if (domain != null) {
        DomainAttribution row =
            rules
                .corrections()
                .applyTo(domain, organisation.getOrganisationId(), rules.catalogue());
        attributed += row.getStatus().isEmpty() ? 0 : 1;
      }
    }
  }

  private static Round timed(Runnable work) {
    long cpu = THREADS.getCurrentThreadCpuTime();
    long started = System.nanoTime();
    work.run();
    return new Round(
        (System.nanoTime() - started) / NANOS_PER_SECOND,
        (THREADS.getCurrentThreadCpuTime() - cpu) / NANOS_PER_SECOND);
  }

  void print(PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%,d observations, %,d of %,d organisations attributed, one thread%n",
        observations.size(),
        attributed,
        organisations.size());
    out.printf("%-5s %10s %10s %15s%n", "", "seconds", "CPU s", "observations/s");
    line(out, "cold", cold);
    line(out, "warm", new Round(median(Round::seconds), median(Round::cpuSeconds)));
  }

  private double median(ToDoubleFunction<Round> figure) {
    return Quantiles.median().compute(warm.stream().mapToDouble(figure).toArray());
  }

  private void line(PrintStream out, String name, Round round) {
    out.printf(
        Locale.ROOT,
        "%-5s %10.2f %10.2f %,15.0f%n",
        name,
        round.seconds(),
        round.cpuSeconds(),
        observations.size() / round.seconds());
  }
}
