package nl.wolkenkaart.statistics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.ServiceLevel;

class SharesProperties {
  @Provide
  Arbitrary<List<Attribution>> lists() {
    Arbitrary<String> providers = Arbitraries.of("microsoft-365", "self", "unknown", "aruba");
    return Combinators.combine(
            Arbitraries.of("town", "water", "\uD83D\uDE00"),
            Arbitraries.of(CodeLists.STATUS.asList()),
            providers,
            providers,
            Arbitraries.integers().between(-1, 40))
        .as(
            (sector, status, receiver, backend, domain) -> {
              Attribution row = Rows.attribution("", sector, status, receiver, backend);
              row.setDomain(domain < 0 ? null : "d" + domain + ".example");
              row.setPopulation(domain % 3 <= 0 ? null : 1000L * domain);
              if (receiver.equals("unknown")) {
                row.setReceiverPossible(List.of(Rows.possible("aruba"), Rows.possible("self")));
              }
              if (backend.equals("unknown")) {
                row.setBackendPossible(List.of(Rows.possible("microsoft-365")));
                row.setServices(List.of(new ServiceLevel("teams", "hint")));
              }
              return row;
            })
        .list()
        .ofMaxSize(300);
  }

  @Property(tries = 300)
  void everyListOfOrganisationsKeepsTheInvariants(@ForAll("lists") List<Attribution> list) {
    List<Attribution> rows = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      rows.add(
          Attribution.newBuilder(list.get(i))
              .setOrganisationId(String.format(Locale.ROOT, "o%04d", i))
              .build());
    }
    Rows.stand(rows);
    for (int minCell : new int[] {0, 2, 5, 20}) {
      PublishedCounts counts = Rows.published(rows, minCell);
      RunFacts facts = new RunFacts(rows.size(), 0, rows.size());
      InvariantReport report = Invariants.check(facts, minCell, Rows.tables(rows, counts));
      assertThat(minCell + ": " + report, report.violated(), hasSize(0));
    }
  }
}
