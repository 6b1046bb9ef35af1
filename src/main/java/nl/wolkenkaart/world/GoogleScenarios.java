package nl.wolkenkaart.world;

import static nl.wolkenkaart.world.Truth.GOOGLE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Mailboxes at Google Workspace. */
final class GoogleScenarios {
  private static final String ID = "google-workspace";
  private static final long ASN = 15169;

  private GoogleScenarios() {}

  static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    all.add(direct("google-aspmx", 700, s -> key(spf(aspmx(s)))));
    all.add(
        direct("google-single-host", 90, s -> key(spf(s)).mx(1, s.host("smtp.google.com", ASN))));
    all.add(direct("google-without-key", 60, s -> spf(aspmx(s))));
    all.add(
        direct(
            "google-with-microsoft-account", 60, s -> key(spf(aspmx(s))).txt("MS=ms7" + s.number)));
    all.add(
        direct("google-shared-domain", 40, s -> key(spf(aspmx(s))))
            .in(Sector.PRIMARY_EDUCATION)
            .with(Scenario.Form.SHARED));
    all.add(GatewayScenarios.before(GOOGLE, 25, s -> ID));
    all.add(
        Scenario.of(
            "gateway-google-key",
            GOOGLE,
            15,
            s -> {
              String receiver = GatewayScenarios.filter(s.web(), "gateway");
              key(spf(s));
              return Outcome.seen(receiver, ID);
            }));
    all.addAll(NoMailScenarios.elsewhere(GOOGLE, s -> ID, 5));
    return all;
  }

  private static Scenario direct(String id, int weight, Consumer<Site> records) {
    return Scenario.of(
        id,
        GOOGLE,
        weight,
        site -> {
          records.accept(site.web());
          return Outcome.seen(ID, ID);
        });
  }

  private static Site aspmx(Site site) {
    site.mx(1, site.host("aspmx.l.google.com", ASN));
    for (int i = 1; i <= 4; i++) {
      site.mx(i < 3 ? 5 : 10, site.host("alt" + i + ".aspmx.l.google.com", ASN));
    }
    return site;
  }

  private static Site spf(Site site) {
    return site.spf("include:_spf.google.com");
  }

  private static Site key(Site site) {
    site.txt("google-site-verification=" + Long.toUnsignedString(site.dice.next(), 36));
    String key = "v=DKIM1; k=rsa; p=" + Long.toHexString(site.dice.next()).repeat(24);
    return site.record(site.below("google._domainkey"), Rdata.TXT, Rdata.txt(key));
  }
}
