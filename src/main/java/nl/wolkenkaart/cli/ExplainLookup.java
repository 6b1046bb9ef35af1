package nl.wolkenkaart.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import nl.wolkenkaart.lookup.DomainAnswers;
import nl.wolkenkaart.lookup.LookupEngine;
import nl.wolkenkaart.lookup.SharedEngine;
import nl.wolkenkaart.observation.DomainObservation;
import nl.wolkenkaart.observation.Observations;

/** Asks about domains now. */
final class ExplainLookup {
  private final RunSettings settings;

  ExplainLookup(RunSettings settings) {
    this.settings = settings;
  }

  /** The observations of distinct domains, in their order. */
  List<DomainObservation> of(Collection<String> domains) throws InterruptedException {
    SharedEngine shared = settings.engine();
    LookupEngine engine = shared.acquire();
    try {
      BlockingQueue<DomainAnswers> finished = new LinkedBlockingQueue<>();
      for (String domain : domains) {
        engine.look(domain, finished::add);
      }
      Map<String, DomainObservation> observed = new HashMap<>();
      while (observed.size() < domains.size()) {
        DomainAnswers looked = finished.take();
        if (looked.fault() != null) {
          throw new IllegalStateException(
              "the lookup of " + looked.domain() + " broke", looked.fault());
        }
        observed.put(
            looked.domain(),
            Observations.of(looked.domain(), settings.plan().id(), looked.answers()));
      }
      return new ArrayList<>(domains.stream().map(observed::get).toList());
    } finally {
      shared.release();
    }
  }
}
