package nl.wolkenkaart.statistics;

import static nl.wolkenkaart.statistics.Rows.attribution;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import nl.wolkenkaart.provider.Attribution;
import org.junit.jupiter.api.Test;

class WeightsTest {
  private static Attribution of(
      String id, String sector, String status, String backend, String domain, Long population) {
    Attribution row = attribution(id, sector, status, backend, backend);
    row.setDomain(domain);
    row.setPopulation(population);
    return row;
  }

  /** Three domains in two sectors; two organisations without a population. */
  private static final List<Attribution> LIST =
      Rows.stand(
          List.of(
              of("a", "town", "ok", "microsoft-365", "shared.example", 100L),
              of("b", "town", "ok", "microsoft-365", "shared.example", 50L),
              of("c", "town", "ok", "self", "own.example", null),
              of("d", "water", "ok", "microsoft-365", "shared.example", 1000L),
              of("e", "water", "nxdomain", "none", "gone.example", 7L),
              of("f", "water", "no_domain", "none", null, null)));

  private static Statistic row(String sector, String measure, String value) {
    return Rows.published(LIST, 0).statistics().stream()
        .filter(
            row ->
                row.getSector().equals(sector)
                    && row.getMeasure().equals(measure)
                    && row.getValue().equals(value))
        .findFirst()
        .orElseThrow();
  }

  private static void domains(Statistic row, long domains, long denominator, Double share) {
    assertThat(row.getDomains(), is(domains));
    assertThat(row.getDomainsDenominator(), is(denominator));
    assertThat(row.getDomainsShare(), is(share));
  }

  private static void population(Statistic row, Long population, Long of, Double share) {
    assertThat(row.getPopulation(), is(population));
    assertThat(row.getPopulationDenominator(), is(of));
    assertThat(row.getPopulationShare(), is(share));
  }

  @Test
  void aDomainCountsOnceInItsSectorAndOnceInAll() {
    // Two organisations, one domain; the other is own.example.
    domains(row("town", "backend", "microsoft-365"), 1, 2, 0.5);
    assertThat(row("town", "backend", "microsoft-365").getOrganisations(), is(2L));
    domains(row("water", "backend", "microsoft-365"), 1, 1, 1.0);
    // Not 2 of 3, the sum of the sectors: shared.example is one domain.
    domains(row("all", "backend", "microsoft-365"), 1, 2, 0.5);
    assertThat(row("all", "backend", "microsoft-365").getOrganisations(), is(3L));
    domains(row("all", "backend", "self"), 1, 2, 0.5);
    // Of status all domains are part: shared, own, gone.
    domains(row("all", "status", "ok"), 2, 3, 0.666667);
    domains(row("water", "backend", "nxdomain"), 1, 1, null);
    domains(row("water", "status", "no_domain"), 0, 2, 0.0);
  }

  @Test
  void populationCountsThoseThatHaveItAndTheDenominatorSaysSo() {
    population(row("town", "backend", "microsoft-365"), 150L, 150L, 1.0);
    // Its population is not known, which is not 0.
    population(row("town", "backend", "self"), null, 150L, null);
    population(row("all", "backend", "microsoft-365"), 1150L, 1150L, 1.0);
    population(row("water", "backend", "nxdomain"), 7L, 1000L, null);
    population(row("water", "status", "nxdomain"), 7L, 1007L, 0.006951);
    population(row("water", "status", "no_domain"), null, 1007L, null);
  }

  @Test
  void whereTheListDoesNotTellThereIsNoPopulation() {
    for (Statistic row : Rows.published(Rows.town(), 0).statistics()) {
      assertThat(row.getPopulation(), is(nullValue()));
      assertThat(row.getPopulationDenominator(), is(nullValue()));
      assertThat(row.getPopulationShare(), is(nullValue()));
    }
  }
}
