package nl.wolkenkaart.statistics;

import java.util.ArrayList;
import java.util.List;
import nl.wolkenkaart.directory.Organisation;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Service;
import nl.wolkenkaart.provider.Tenant;

/** The tables of a town's run, which keep all invariants until a test changes them. */
abstract class TownRun {
  static final RunFacts FACTS = new RunFacts(15, 2, 13);

  final List<Attribution> attributions = Rows.town();
  final List<Service> services = Rows.services(attributions);
  final List<Tenant> tenants =
      new ArrayList<>(List.of(new Tenant("shared", "t01", "a"), new Tenant("shared", "t02", "b")));
  final List<Organisation> organisations = Rows.organisations(attributions);
  final PublishedCounts counts = Rows.published(attributions, 0);
  final List<Statistic> statistics = counts.statistics();

  InvariantReport check() {
    return check(FACTS);
  }

  InvariantReport check(RunFacts facts) {
    return Invariants.check(
        facts,
        0,
        new RunTables(
            organisations,
            attributions,
            services,
            tenants,
            statistics,
            counts.concentration(),
            counts.notMeasured()));
  }
}
