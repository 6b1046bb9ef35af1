package nl.wolkenkaart.world;

import static nl.wolkenkaart.world.Truth.MICROSOFT;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Filters and relays in front of somebody else's mailboxes. */
final class GatewayScenarios {
  private static final String CISCO = "cisco-iphmx";

  private GatewayScenarios() {}

  static List<Scenario> beforeMicrosoft() {
    Consumer<Site> both = s -> new Microsoft(s).oldDkim().autodiscover().spf().extras();
    Consumer<Site> dkim = s -> new Microsoft(s).newDkim().spf();
    Consumer<Site> autodiscover = s -> new Microsoft(s).autodiscover();
    Consumer<Site> spfAndToken = s -> new Microsoft(s).spf().token();
    Consumer<Site> nothing = s -> {};
    return List.of(
        shown("gateway-dkim-autodiscover", 30, s -> filter(s, "gateway"), both),
        shown("gateway-dkim", 15, s -> filter(s, "gateway"), dkim),
        shown("gateway-autodiscover", 15, s -> filter(s, "gateway"), autodiscover),
        hidden("gateway-spf-and-token", 12, s -> filter(s, "gateway"), spfAndToken),
        hidden("gateway-nothing", 8, s -> filter(s, "gateway"), nothing),
        hidden("gateway-eop-name", 2, s -> filter(s, "gateway"), s -> new Microsoft(s).oldHost()),
        shown("cisco-vanity-both", 4, GatewayScenarios::ciscoVanity, both),
        hidden("cisco-vanity-nothing", 2, GatewayScenarios::ciscoVanity, nothing),
        shown("surf-dkim", 5, s -> filter(s, "education-gateway"), dkim)
            .in(Sector.SECONDARY_EDUCATION, Sector.VOCATIONAL_EDUCATION, Sector.HIGHER_EDUCATION),
        shown("care-filter-both", 10, s -> filter(s, "care-gateway"), both).in(Sector.CARE),
        hidden("care-filter-nothing", 4, s -> filter(s, "care-gateway"), nothing).in(Sector.CARE),
        shown("shared-it-autodiscover", 3, s -> filter(s, "shared-it"), autodiscover)
            .in(Sector.MUNICIPALITY, Sector.JOINT_BODY),
        shown("own-relay-both", 12, GatewayScenarios::ownRelay, both),
        shown("own-relay-autodiscover", 5, GatewayScenarios::ownRelay, autodiscover),
        hidden("own-relay-spf-only", 4, GatewayScenarios::ownRelay, s -> new Microsoft(s).spf()),
        Scenario.of("own-relay-nothing", MICROSOFT, 4, GatewayScenarios::looksSelfRun),
        Scenario.of("backup-at-microsoft", MICROSOFT, 2, GatewayScenarios::backupAtMicrosoft),
        Scenario.of("two-gateways", MICROSOFT, 2, GatewayScenarios::twoGateways));
  }

  /** A filter in front of another truth's mailboxes, with nothing behind it. */
  static Scenario before(Truth truth, int weight, Function<Site, String> backend) {
    return Scenario.of(
        "gateway-before-" + truth.name().toLowerCase(java.util.Locale.ROOT),
        truth,
        weight,
        site -> Outcome.hidden(filter(site.web(), "gateway"), backend.apply(site)));
  }

  /** MX records at a filter of a role; returns its identifier. */
  static String filter(Site site, String role) {
    Operator operator = Operator.choose(role, site.dice);
    site.spfOf(operator);
    return site.mxAt(operator);
  }

  private static Scenario shown(
      String id, int weight, Function<Site, String> front, Consumer<Site> behind) {
    return Scenario.of(
        id,
        MICROSOFT,
        weight,
        site -> {
          String receiver = front.apply(site.web());
          behind.accept(site);
          return Outcome.seen(receiver, Microsoft.ID);
        });
  }

  private static Scenario hidden(
      String id, int weight, Function<Site, String> front, Consumer<Site> behind) {
    return Scenario.of(
        id,
        MICROSOFT,
        weight,
        site -> {
          String receiver = front.apply(site.web());
          behind.accept(site);
          return Outcome.hidden(receiver, Microsoft.ID);
        });
  }

  /** Own names on the network of a filter that is that company's alone. */
  private static String ciscoVanity(Site site) {
    long asn = Operator.byId(CISCO).asn();
    site.mx(10, site.host(site.below("ces1"), asn)).mx(10, site.host(site.below("ces2"), asn));
    return CISCO;
  }

  private static String ownRelay(Site site) {
    site.mx(10, site.ownHost("relay1")).mx(20, site.ownHost("relay2"));
    return "self";
  }

  /** An own relay, and nothing that tells where it passes the mail: measured wrong, as must be. */
  private static Outcome looksSelfRun(Site site) {
    ownRelay(site.web().spf("mx"));
    return new Outcome("self", Microsoft.ID, Expectation.ok("self", "self"), false);
  }

  /** By preference the filter receives; the less preferred host shows what stands behind it. */
  private static Outcome backupAtMicrosoft(Site site) {
    Operator filter = Operator.byId("appriver");
    String receiver = site.web().spfOf(filter).mxAt(filter);
    site.mx(30, new Microsoft(site).oldDkim().spf().oldHost());
    return Outcome.seen(receiver, Microsoft.ID);
  }

  /** Two companies at one preference; the mailboxes show all the same. */
  private static Outcome twoGateways(Site site) {
    Operator first = Operator.byId("mimecast");
    site.web().mxAt(first);
    site.mxAt(Operator.byId("cisco-iphmx"));
    new Microsoft(site).oldDkim().autodiscover().spf();
    Expectation expected = Expectation.conflict(Microsoft.ID);
    return new Outcome(first.id(), Microsoft.ID, expected, true);
  }
}
