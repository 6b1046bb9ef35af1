package nl.wolkenkaart.world;

import static nl.wolkenkaart.world.Truth.DUTCH;
import static nl.wolkenkaart.world.Truth.OTHER;

import java.util.ArrayList;
import java.util.List;

/** Mailboxes at hosting companies, Dutch and other. */
final class HosterScenarios {
  private HosterScenarios() {}

  static List<Scenario> dutch() {
    List<Scenario> all = new ArrayList<>();
    all.add(Scenario.of("dutch-provider", DUTCH, 640, s -> provider(s.web(), "dutch", true)));
    all.add(
        Scenario.of(
            "dutch-provider-without-spf", DUTCH, 80, s -> provider(s.web(), "dutch", false)));
    all.add(Scenario.of("dutch-provider-with-entra", DUTCH, 50, HosterScenarios::withEntra));
    all.add(Scenario.of("dutch-provider-wildcard", DUTCH, 20, HosterScenarios::wildcard));
    all.add(Scenario.of("dutch-implicit-mx", DUTCH, 40, HosterScenarios::implicit));
    all.add(Scenario.of("two-providers", DUTCH, 3, HosterScenarios::twoProviders));
    all.add(
        Scenario.of("dutch-shared-domain", DUTCH, 20, s -> provider(s.web(), "dutch", true))
            .in(Sector.PRIMARY_EDUCATION, Sector.CARE)
            .with(Scenario.Form.SHARED));
    all.add(GatewayScenarios.before(DUTCH, 30, s -> Operator.choose("dutch", s.dice).id()));
    all.addAll(NoMailScenarios.elsewhere(DUTCH, HosterScenarios::anyDutch, 8));
    all.addAll(BrokenScenarios.of(DUTCH, HosterScenarios::anyDutch, s -> {}, 4));
    return all;
  }

  static List<Scenario> other() {
    return List.of(
        Scenario.of("foreign-provider", OTHER, 600, s -> provider(s.web(), "other", true)),
        Scenario.of("amazon", OTHER, 120, s -> provider(s.web(), "amazon", true)),
        Scenario.of("unlisted-provider", OTHER, 180, HosterScenarios::unlisted),
        Scenario.of("amazon-and-own-host", OTHER, 40, HosterScenarios::amazonAndOwn));
  }

  private static String anyDutch(Site site) {
    return Operator.choose("dutch", site.dice).id();
  }

  private static Outcome provider(Site site, String role, boolean spf) {
    Operator operator = Operator.choose(role, site.dice);
    if (spf) {
      site.spfOf(operator);
    }
    site.mxAt(operator);
    return Outcome.seen(operator.id(), operator.id());
  }

  /** Accounts at Microsoft, mail elsewhere: the tenant says nothing about mailboxes. */
  private static Outcome withEntra(Site site) {
    new Microsoft(site).token().devices();
    return provider(site.web(), "dutch", true);
  }

  /** Every name that is not there leads to a blog at Google, which is no mail at Google. */
  private static Outcome wildcard(Site site) {
    site.cname("*", SharedHosts.BLOG);
    return provider(site.web(), "dutch", true);
  }

  /** No MX: mail is delivered to the address, if at all. */
  private static Outcome implicit(Site site) {
    site.web().spf("a");
    return Outcome.elsewhere(anyDutch(site), Expectation.IMPLICIT_MX);
  }

  private static Outcome twoProviders(Site site) {
    String first = site.web().mxAt(Operator.byId("transip"));
    site.mxAt(Operator.byId("mijndomein"));
    return new Outcome(first, first, Expectation.conflict("unknown"), false);
  }

  /** A small company that no catalogue knows. */
  private static Outcome unlisted(Site site) {
    String company = List.of("brievenbus", "postduif", "zolderserver").get(site.dice.below(3));
    site.web().mx(10, site.host("mx1." + company + ".example", 60781));
    String id = "other:" + company + ".example";
    return Outcome.seen(id, id);
  }

  private static Outcome amazonAndOwn(Site site) {
    Operator amazon = Operator.byId("aws-workmail-ses");
    site.web().mxAt(amazon);
    site.mx(10, site.ownHost("mail"));
    return new Outcome(amazon.id(), amazon.id(), Expectation.conflict("unknown"), false);
  }
}
