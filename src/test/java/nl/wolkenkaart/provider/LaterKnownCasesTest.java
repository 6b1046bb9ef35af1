package nl.wolkenkaart.provider;

import static nl.wolkenkaart.provider.KnownCasesTest.classify;
import static nl.wolkenkaart.provider.KnownCasesTest.seen;
import static nl.wolkenkaart.provider.KnownCasesTest.verdict;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.List;
import nl.wolkenkaart.observation.ObservationBuilder;
import org.junit.jupiter.api.Test;

/** The cases from 11 on; see {@link KnownCasesTest}. */
class LaterKnownCasesTest {
  private static final String OUTLOOK = "autodiscover.outlook.com";

  @Test
  void case11TheGatewaysNetworkDecidesForAnOwnName() {
    DomainAttribution a =
        classify(
            ObservationBuilder.of("waal.example")
                .mx("10 mx1.waal.example")
                .host("mx1.waal.example", "207.54.64.18", 30238, "IRONPORT-SYSTEMS-INC, US")
                .txt("v=spf1 include:spf.waal.example.eu-a1.e1.dspf.app -all", "MS=ms1")
                .autodiscover(OUTLOOK));
    assertThat(a.getReceiver(), is("cisco-iphmx"));
    assertThat(a.getReceiverJurisdiction(), is("US"));
    assertThat(a.getHosting(), is("outsourced"));
    assertThat(a.getBackend(), is("microsoft-365"));
    assertThat(a.getBackendConfidence(), is("high"));
  }

  @Test
  void case12ASharedItBodyReceivesAndMicrosoftStandsBehind() {
    DomainAttribution a =
        classify(
            ObservationBuilder.of("beek.example")
                .mx("10 fm01.as38915.net")
                .txt("v=spf1 include:spf.beek.example.eu-s3.e1.dspf.app -all")
                .spf(
                    "spf.beek.example.eu-s3.e1.dspf.app",
                    "v=spf1 include:spf.protection.outlook.com -all")
                .autodiscover(OUTLOOK));
    assertThat(a.getReceiver(), is("solido"));
    assertThat(a.getHosting(), is("shared-public-it"));
    assertThat(a.getBackend(), is("microsoft-365"));
    assertThat(a.getBackendConfidence(), is("high"));
    assertThat(a.getRule(), is("autodiscover"));
  }

  @Test
  void case13AnOwnMachineInAzureIsNotExchangeOnline() {
    DomainAttribution a =
        classify(
            ObservationBuilder.of("wassen.example")
                .mx("10 wsn-mail.wassen.example")
                .host("wsn-mail.wassen.example", "48.160.0.246", 8075, "MICROSOFT, US")
                .microsoftDkim("wodv"));
    assertThat(a.getReceiver(), is("self"));
    assertThat(a.getHosting(), is("own-name-on-network"));
    assertThat(a.getBackend(), is("microsoft-365"));
    assertThat(a.getBackendConfidence(), is("high"));
    assertThat(seen(a), hasItem(containsString("(tenant wodv)")));
  }

  @Test
  void case14AnOwnSrvBesideMicrosoftIsHybrid() {
    DomainAttribution a =
        classify(
            ObservationBuilder.of("doet.example")
                .mx("10 doet-example.w-v1.mx.microsoft")
                .microsoftDkim("ictsamen")
                .answer(
                    "autodiscover-srv",
                    "_autodiscover._tcp.doet.example",
                    "SRV",
                    "NOERROR",
                    "0 0 443 mobile.doet.example"));
    assertThat(a.getReceiver(), is("microsoft-365"));
    assertThat(a.getBackend(), is("microsoft-365"));
    assertThat(a.getHybridPossible(), is(true));
    assertThat(a.getBackendConfidence(), is("medium"));
  }

  @Test
  void case15AnOwnNetworkWithAnOwnNameIsSelf() {
    DomainAttribution a =
        classify(
            ObservationBuilder.of("bighague.example")
                .mx("10 smtp.bighague.example")
                .host("smtp.bighague.example", "217.68.48.10", 64500, "BIGHAGUE-AS Big Hague, NL")
                .txt("MS=ms47332452")
                .autodiscover("outlook3.bighague.example"));
    assertThat(a.getStatus(), is("ok"));
    assertThat(a.getBackend(), is("self"));
    assertThat(a.getHosting(), is("self"));
    assertThat(a.getRule(), is(Rules.MX_OWN_AND_CLIENT));
    assertThat(
        a.getServices().stream().map(s -> s.getService() + " " + s.getLevel()).toList(),
        contains("entra-id hint"));
  }

  @Test
  void case16AWildcardToGoogleIsNoGoogle() {
    String blog = "blogspot.l.googleusercontent.com";
    ObservationBuilder blogger =
        ObservationBuilder.of("blog.example")
            .answer("a", "blog.example", "A", "NODATA")
            .dkim(blog, blog)
            .chain("autodiscover", "autodiscover.blog.example", "A", List.of(blog), "192.0.2.9")
            .chain("wildcard-a", "c0ntr0l.blog.example", "A", List.of(blog), "192.0.2.9")
            .answer("wildcard-dkim", "c0ntr0l._domainkey.blog.example", "CNAME", "NOERROR", blog);
    assertThat(verdict(blogger), is(List.of("no_mail_found", "none", "none", "unknown")));
  }

  @Test
  void case17ASearchTokenIsNotGoogleMail() {
    DomainAttribution a =
        classify(
            ObservationBuilder.of("a.example")
                .mx("0 a-example.mail.protection.outlook.com")
                .txt(
                    "google-site-verification=abc",
                    "v=spf1 include:spf.protection.outlook.com -all"));
    assertThat(a.getBackend(), is("microsoft-365"));
    assertThat(a.getBackendConfidence(), is("certain"));
    assertThat(
        a.getEvidence().stream().map(e -> String.valueOf(e.getProvider())).toList(),
        everyItem(is("microsoft-365")));
    assertThat(
        a.getServices().stream().map(DetectedService::getService).toList(),
        contains("exchange-online"));
  }

  @Test
  void case18AnOwnServerOnAnAccessLineIsItsOwn() {
    DomainAttribution a =
        classify(
            ObservationBuilder.of("x.example")
                .mx("10 mail.x.example")
                .host("mail.x.example", "83.80.0.13", 33915, "TNF-AS, NL"));
    assertThat(a.getReceiver(), is("self"));
    assertThat(a.getBackend(), is("self"));
    assertThat(a.getHosting(), is("own-name-on-network"));
    assertThat(seen(a), hasItem("mail.x.example in AS33915 TNF-AS, NL"));
  }

  /** Own name at a hosting company: an own server there, or the mailboxes that it sells? */
  private static DomainAttribution atAruba(long asn, String spf, String... client) {
    ObservationBuilder observation =
        ObservationBuilder.of("comune.example")
            .mx("10 mx.comune.example")
            .host("mx.comune.example", "62.149.128.151", asn, "ARUBA-ASN, IT")
            .txt(spf);
    return classify(client.length == 0 ? observation : observation.autodiscover(client));
  }

  @Test
  void case18SpfAndNetworkOfOneHosterLeaveTheBackendOpen() {
    DomainAttribution a = atAruba(31034, "v=spf1 include:_spf.aruba.it ~all");
    assertThat(a.getStatus(), is("unknown_backend"));
    assertThat(a.getReceiver(), is("self"));
    assertThat(a.getHosting(), is("own-name-on-network"));
    assertThat(a.getBackend(), is("unknown"));
    assertThat(a.getRule(), is(Rules.MX_OWN_UNDECIDED));
    assertThat(
        a.getBackendPossible(),
        contains(new PossibleOperator("aruba", "IT"), new PossibleOperator("self", null)));
  }

  @Test
  void case18OneTraceOfAHosterIsNotEnough() {
    String spf = "v=spf1 include:_spf.aruba.it ~all";
    assertThat(atAruba(64500, spf).getBackend(), is("self"));
    assertThat(atAruba(31034, "v=spf1 mx ~all").getBackend(), is("self"));
    assertThat(atAruba(31034, "v=spf1 include:_spf.transip.email ~all").getBackend(), is("self"));
    assertThat(atAruba(31034, spf, "mail.comune.example").getBackend(), is("self"));
  }

  @Test
  void case19ANetworksNameIsTheOneThatIsAnsweredNotOneThatIsRemembered() {
    DomainAttribution a =
        classify(
            ObservationBuilder.of("x.example")
                .mx("10 mail.x.example")
                .host("mail.x.example", "192.0.2.1", 25596, "CAMBRIUM-AS Antagonist B.V., NL"));
    assertThat(a.getReceiver(), is("self"));
    assertThat(
        a.getReceiverNetworks(), contains(new Network(25596L, "CAMBRIUM-AS Antagonist B.V., NL")));
    assertThat(seen(a), hasItem("mail.x.example in AS25596 CAMBRIUM-AS Antagonist B.V., NL"));
  }

  @Test
  void case20SendersInSpfProveNoMailbox() {
    DomainAttribution a =
        classify(
            ObservationBuilder.of("x.example")
                .mx("10 mailfilter01.ezorg.nl")
                .txt(
                    "v=spf1 include:amazonses.com include:servers.mcsv.net include:_spf.zivver.com -all"));
    assertThat(a.getBackend(), is("unknown"));
    assertThat(a.getEvidence().stream().map(Evidence::getPoints).toList(), everyItem(is(0)));
    assertThat(a.getSenders(), contains("amazon-ses", "mailchimp", "zivver"));
  }

  @Test
  void case21AFailureIsNeverNoMail() {
    for (String status : List.of("TIMEOUT", "SERVFAIL", "REFUSED", "NOT_ASKED", "MALFORMED")) {
      assertThat(
          verdict(ObservationBuilder.of("x.example").failed(status, "mx")),
          is(List.of("lookup_failed", "unknown", "unknown", "unknown")));
    }
  }

  @Test
  void case22AGuessedNameThatIsAbsentProvesNothing() {
    DomainAttribution a =
        classify(
            ObservationBuilder.of("a-b.example").mx("0 ab-example01e.mail.protection.outlook.com"));
    assertThat(a.getBackend(), is("microsoft-365"));
    assertThat(a.getBackendConfidence(), is("high"));
    assertThat(seen(a), not(hasItem(containsString("exists"))));
    DomainAttribution filtered =
        classify(ObservationBuilder.of("a-b.example").mx("10 mx1-eu1.ppe-hosted.com"));
    assertThat(filtered.getBackend(), is("unknown"));
    assertThat(filtered.getBackendPossible(), is(List.of()));
  }
}
