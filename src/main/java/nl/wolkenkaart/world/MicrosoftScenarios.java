package nl.wolkenkaart.world;

import static nl.wolkenkaart.world.Truth.MICROSOFT;

import java.util.ArrayList;
import java.util.List;

/** Mailboxes at Microsoft 365. Weights are per mille of its customers, roughly. */
final class MicrosoftScenarios {
  private static final String FLATTENED =
      "ip4:40.92.0.0/15 ip4:40.107.0.0/16 ip4:52.100.0.0/15 ip4:104.47.0.0/17";

  private MicrosoftScenarios() {}

  static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    all.add(direct("microsoft-old-label", 330, s -> full(s, false)));
    all.add(direct("microsoft-new-label", 320, s -> full(s, true)));
    all.add(direct("microsoft-hyphen-label", 60, s -> full(s, false)).with(Scenario.Form.HYPHEN));
    all.add(
        direct("microsoft-shared-tenant", 6, MicrosoftScenarios::sharedTenant)
            .in(Sector.MUNICIPALITY));
    all.add(direct("microsoft-hosted-spf", 40, MicrosoftScenarios::hostedSpf));
    all.add(direct("microsoft-flattened-spf", 15, s -> bare(s).spf(FLATTENED)));
    all.add(direct("microsoft-two-spf-records", 8, MicrosoftScenarios::twoSpf));
    all.add(direct("microsoft-google-token", 40, s -> full(s, true).txt(googleToken(s))));
    all.add(direct("microsoft-own-autodiscover", 25, MicrosoftScenarios::hybrid));
    all.add(direct("microsoft-verification-mx", 8, MicrosoftScenarios::verificationMx));
    all.add(direct("microsoft-mx-only", 12, s -> noExtras(s).spf(Microsoft.SPF)));
    all.add(direct("microsoft-big-txt", 4, MicrosoftScenarios::bigTxt));
    all.add(direct("microsoft-mx-alias", 4, MicrosoftScenarios::mxAlias));
    all.add(direct("microsoft-wildcard-web", 8, MicrosoftScenarios::wildcardWeb));
    all.add(direct("microsoft-flaky", 1, s -> full(s, true).fault(StandardFault.FLAKY)).atMost(8));
    all.add(
        direct("microsoft-truncating", 1, s -> full(s, false).fault(StandardFault.TRUNCATE_UDP))
            .atMost(12));
    all.add(
        direct("microsoft-shared-domain", 20, s -> full(s, true))
            .in(Sector.PRIMARY_EDUCATION, Sector.SECONDARY_EDUCATION, Sector.CARE)
            .with(Scenario.Form.SHARED));
    all.addAll(GatewayScenarios.beforeMicrosoft());
    all.addAll(NoMailScenarios.elsewhere(MICROSOFT, s -> Microsoft.ID, 3));
    all.addAll(BrokenScenarios.of(MICROSOFT, s -> Microsoft.ID, MicrosoftScenarios::bare, 4));
    return all;
  }

  /** A scenario in which Microsoft both receives and keeps the mail. */
  private static Scenario direct(String id, int weight, java.util.function.Consumer<Site> records) {
    return Scenario.of(
        id,
        MICROSOFT,
        weight,
        site -> {
          site.web();
          records.accept(site);
          return Outcome.seen(Microsoft.ID, Microsoft.ID);
        });
  }

  private static Site full(Site site, boolean recent) {
    Microsoft microsoft = new Microsoft(site).autodiscover().extras();
    if (recent) {
      microsoft.newMx().newDkim();
    } else {
      microsoft.oldMx().oldDkim();
    }
    return site;
  }

  /** MX and DKIM, without SPF. */
  private static Site bare(Site site) {
    Microsoft microsoft = new Microsoft(site).oldDkim().autodiscover();
    return site.mx(0, microsoft.oldHost());
  }

  private static Site noExtras(Site site) {
    return site.mx(10, new Microsoft(site).oldHost());
  }

  /** Seven or so of thirty municipalities with one shared IT organisation and its tenant. */
  private static void sharedTenant(Site site) {
    String tenant = "ictsamenwerking" + site.number / 30;
    new Microsoft(site, tenant).oldMx().oldDkim().autodiscover().extras();
  }

  private static void hostedSpf(Site site) {
    bare(site);
    String name = site.stem() + "._spf.dspf.app";
    site.record(name, Rdata.TXT, Rdata.txt("v=spf1 " + FLATTENED + " ~all"));
    site.spf("include:" + name);
  }

  private static void twoSpf(Site site) {
    full(site, false);
    site.txt("v=spf1 a mx ~all");
  }

  private static String googleToken(Site site) {
    return "google-site-verification=" + Long.toUnsignedString(site.dice.next(), 36);
  }

  private static void hybrid(Site site) {
    new Microsoft(site).oldMx().oldDkim().extras();
    String server = site.ownHost("hybrid");
    if (site.dice.chance(50)) {
      site.cname("autodiscover", server);
    } else {
      site.ownHost("autodiscover");
    }
  }

  private static void verificationMx(Site site) {
    full(site, false);
    site.mx(32767, "ms" + (10_000_000 + site.dice.below(89_999_999)) + ".msv1.invalid");
  }

  private static void bigTxt(Site site) {
    full(site, true);
    for (int i = 0; i < 40; i++) {
      site.txt("adobe-idp-site-verification=" + Long.toHexString(site.dice.next()).repeat(5));
    }
  }

  private static void mxAlias(Site site) {
    Microsoft microsoft = new Microsoft(site).oldDkim().autodiscover().spf();
    site.cname("mx", microsoft.oldHost()).mx(10, site.below("mx"));
  }

  private static void wildcardWeb(Site site) {
    full(site, true);
    site.cname("*", SharedHosts.BLOG);
  }
}
