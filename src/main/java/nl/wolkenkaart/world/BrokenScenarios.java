package nl.wolkenkaart.world;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/** Organisations with mail whose name servers do not answer: few, as every question waits. */
final class BrokenScenarios {
  private BrokenScenarios() {}

  /**
   * @param most organisations of each kind at most, whatever the scale
   */
  static List<Scenario> of(
      Truth truth, Function<Site, String> backend, Consumer<Site> records, int most) {
    String suffix = "-" + truth.name().toLowerCase(Locale.ROOT);
    return List.of(
        broken("silent" + suffix, truth, StandardFault.SILENT, backend, records).atMost(most),
        broken("servfail" + suffix, truth, StandardFault.SERVFAIL, backend, records).atMost(most),
        broken("refused" + suffix, truth, StandardFault.REFUSED, backend, records).atMost(most));
  }

  private static Scenario broken(
      String id, Truth truth, Fault fault, Function<Site, String> backend, Consumer<Site> records) {
    return Scenario.of(
        id,
        truth,
        1,
        site -> {
          records.accept(site.web().fault(fault));
          return Outcome.elsewhere(backend.apply(site), Expectation.LOOKUP_FAILED);
        });
  }
}
