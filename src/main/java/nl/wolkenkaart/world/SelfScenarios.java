package nl.wolkenkaart.world;

import static nl.wolkenkaart.world.Truth.SELF;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Mailboxes on servers of the organisation's own. */
final class SelfScenarios {
  private static final String ID = "self";
  private static final List<Long> HYPERSCALERS = List.of(8075L, 16509L, 24940L);
  private static final long ACCESS_LINES = 33915;

  private SelfScenarios() {}

  static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    all.add(direct("self-own-network", 520, SelfScenarios::ownNetwork));
    all.add(direct("self-on-hyperscaler", 110, s -> on(s, s.dice.pick(HYPERSCALERS))));
    all.add(direct("self-on-access-line", 90, s -> on(s, ACCESS_LINES)));
    all.add(direct("self-with-microsoft-token", 70, s -> client(s).txt("MS=ms8" + s.number)));
    all.add(direct("self-with-teams", 25, SelfScenarios::withTeams));
    all.add(direct("self-spf-macro", 15, SelfScenarios::macro));
    all.add(direct("self-department-host", 25, s -> s.spf("mx").mx(10, s.ownHost("mail.ict"))));
    all.add(direct("self-wildcard", 15, s -> ownNetwork(s).record(s.below("*"), Rdata.A, blog())));
    all.add(direct("self-flaky", 2, s -> ownNetwork(s).fault(StandardFault.FLAKY)).atMost(4));
    all.add(GatewayScenarios.before(SELF, 35, s -> ID));
    all.add(
        Scenario.of(
            "self-implicit-mx",
            SELF,
            25,
            s -> {
              s.delegated().ownHost("");
              return Outcome.elsewhere(ID, Expectation.IMPLICIT_MX);
            }));
    all.addAll(NoMailScenarios.elsewhere(SELF, s -> ID, 8));
    all.addAll(BrokenScenarios.of(SELF, s -> ID, SelfScenarios::ownNetwork, 4));
    return all;
  }

  private static Scenario direct(String id, int weight, Consumer<Site> records) {
    return Scenario.of(
        id,
        SELF,
        weight,
        site -> {
          records.accept(site.web());
          return Outcome.seen(ID, ID);
        });
  }

  private static Site ownNetwork(Site site) {
    site.spf("mx").mx(10, site.ownHost("mx1"));
    return site.dice.chance(50) ? site.mx(20, site.ownHost("mx2")) : site;
  }

  /** A machine of the organisation's own name in another company's network. */
  private static Site on(Site site, long asn) {
    return site.spf("mx").mx(10, site.host(site.below("mail"), asn));
  }

  /** With an own server for the settings of mail programs too. */
  private static Site client(Site site) {
    ownNetwork(site).ownHost("autodiscover");
    return site;
  }

  private static void withTeams(Site site) {
    client(site);
    new Microsoft(site).teams().token();
  }

  /** An SPF record that nobody can expand (RFC 7208, section 7). */
  private static void macro(Site site) {
    site.mx(10, site.ownHost("mx1"));
    site.txt("v=spf1 exists:%{i}._i.%{h}._h.%{o}._o._spf." + site.domain + " -all");
  }

  private static byte[] blog() {
    return Rdata.address("192.0.2.250");
  }
}
