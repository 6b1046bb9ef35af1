package nl.wolkenkaart.statistics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.util.List;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Evidence;
import nl.wolkenkaart.provider.Network;
import nl.wolkenkaart.provider.Service;
import nl.wolkenkaart.provider.Tenant;
import org.junit.jupiter.api.Test;

/** What counts as other evidence, and what is compared beside the mail. */
class ComparedEvidenceTest extends TwoRuns {
  private static Evidence line(String signal, String seen, String role, int points) {
    return new Evidence(signal, seen, "microsoft-365", role, points, "rule");
  }

  @Test
  void onlyOtherEvidenceIsToldAndNoiseIsNot() throws IOException {
    Attribution a = microsoft("a");
    a.setEvidence(
        List.of(
            line("mx", "MX 10 one.example", "receiver", 40),
            line("mx", "MX 10 two.example", "receiver", 40),
            line("dkim", "selector1 CNAME old", "backend", 25),
            line("mx-network", "one.example in AS1", "network", 0)));
    Attribution turned = microsoft("a");
    turned.setEvidence(
        List.of(
            line("note", "6 domains", "receiver", 0),
            line("mx", "MX 10 two.example", "receiver", 35),
            line("mx", "MX 10 one.example", "receiver", 40),
            line("dkim", "selector1 CNAME old", "backend", 20),
            line("note", "not answered: autodiscover", "note", 0)));
    compare(List.of(a), null, List.of(turned));
    assertThat(found(), is(empty()));

    Attribution other = microsoft("a");
    other.setEvidence(
        List.of(
            line("mx", "MX 10 one.example", "receiver", 40),
            line("mx", "MX 10 two.example", "receiver", 40),
            line("dkim", "selector1 CNAME new", "backend", 25)));
    compare(List.of(a), null, List.of(other));
    assertThat(found(), is(List.of("a backend evidence_changed microsoft-365->microsoft-365")));
    assertThat(changes.get(0).getEvidenceBefore(), hasItems("selector1 CNAME old (microsoft-365)"));
    assertThat(changes.get(0).getEvidenceAfter(), hasItems("selector1 CNAME new (microsoft-365)"));
    changes.clear();

    // Less evidence where something was not answered is no other evidence.
    Attribution lost = microsoft("a");
    lost.setEvidence(
        List.of(
            line("mx", "MX 10 one.example", "receiver", 40),
            line("mx", "MX 10 two.example", "receiver", 40),
            line("note", "not answered: dkim-selector1", "note", 0)));
    compare(List.of(a), null, List.of(lost));
    assertThat(found(), is(empty()));
  }

  @Test
  void servicesTenantsAndNetworks() throws IOException {
    Attribution was = microsoft("a");
    was.setReceiverNetworks(List.of(new Network(1L, "ONE"), new Network(2L, "TWO")));
    Attribution is = microsoft("a");
    is.setReceiverNetworks(List.of(new Network(2L, "TWO RENAMED")));
    Service teams = service("teams", "proven", "one", "two");
    RunComparison.of(
        new ComparedRun(
            "before",
            List.of(was),
            List.of(teams, service("zoom", "hint", "seen")),
            List.of(new Tenant("old", "a", "a.example"))),
        List.of(),
        new ComparedRun(
            "after",
            List.of(is),
            List.of(
                service("aws", "likely", "seen"),
                service("teams", "proven", "two", "one"),
                service("zoom", "proven", "seen")),
            List.of(new Tenant("new", "a", "a.example"))),
        new RunComparison.Addresses(true, true),
        changes::add);
    assertThat(
        found(),
        containsInAnyOrder(
            "a network moved AS1 AS2->AS2",
            "a service:aws now_seen null->likely",
            "a service:zoom moved hint->proven",
            "a tenant:new now_seen null->new",
            "a tenant:old no_longer_seen old->null"));
  }

  private static Service service(String id, String level, String... seen) {
    return new Service("a", "a.example", id, "company", "US", level, List.of(seen));
  }

  @Test
  void countriesOfServersByAnotherTableAreNotSaidToHaveMoved() throws IOException {
    Attribution was = microsoft("a");
    was.setServerCountry("NL");
    Attribution is = microsoft("a");
    is.setServerCountry("DE");
    RunComparison.of(
        run(List.of(was)),
        List.of(),
        run(List.of(is)),
        new RunComparison.Addresses(false, true),
        changes::add);
    assertThat(found(), is(List.of("a server_country table_changed NL->DE")));
    changes.clear();
    // The earlier table is not at hand: classified again without it, the country stays.
    RunComparison.of(
        run(List.of(was)),
        List.of(
            new RunComparison.Again(ChangeKind.CATALOGUE_CHANGED, run(List.of(microsoft("a"))))),
        run(List.of(is)),
        new RunComparison.Addresses(false, false),
        changes::add);
    assertThat(found(), is(List.of("a server_country table_changed NL->DE")));
  }
}
