package nl.wolkenkaart.provider;

import static nl.wolkenkaart.provider.KnownCasesTest.classify;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import nl.wolkenkaart.observation.AnswerIndex;
import nl.wolkenkaart.observation.DomainObservation;
import nl.wolkenkaart.observation.ObservationBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Name servers, website, senders, networks and the security of mail. */
class AxesTest {
  private static ObservationBuilder domain() {
    return ObservationBuilder.of("acmeco.example").mx("10 mail.acmeco.example");
  }

  private static ObservationBuilder nameServers(String... hosts) {
    return domain().answer("ns", "acmeco.example", "NS", "NOERROR", hosts);
  }

  @Test
  void nameServersHaveAnOperator() {
    assertThat(classify(nameServers("ns-1.awsdns-63.net")).getDnsProvider(), is("route53"));
    assertThat(classify(nameServers("ns1.acmeco.example")).getDnsProvider(), is("self"));
    assertThat(classify(nameServers("ns0.b.example")).getDnsProvider(), is("other:b.example"));
    assertThat(classify(domain()).getDnsProvider(), is(nullValue()));
    // Two of three; of one each the first by identifier.
    assertThat(
        classify(nameServers("ns0.b.example", "ns1.c.example", "ns2.c.example")).getDnsProvider(),
        is("other:c.example"));
    assertThat(
        classify(nameServers("ns1.c.example", "ns0.b.example")).getDnsProvider(),
        is("other:b.example"));
  }

  private static String web(ObservationBuilder observation) {
    return classify(observation).getWebProvider();
  }

  private static ObservationBuilder www(List<String> chain) {
    return domain().chain("www-a", "www.acmeco.example", "A", chain, "192.0.2.8");
  }

  @Test
  void aWebsiteIsWhereItsCnameLeads() {
    assertThat(web(www(List.of("x.azurewebsites.net"))), is("azure-web"));
    assertThat(web(www(List.of("acme.b.example"))), is("other:b.example"));
    assertThat(web(www(List.of("x.azurefd.net", "y.b.example"))), is("azure-web"));
    assertThat(web(domain()), is(nullValue()));
  }

  @ParameterizedTest
  @CsvSource({
    "8075, 'MICROSOFT-CORP, US', azure-web",
    "64500, 'NET-ACMECO Acme & Co, NL', self",
    "64500, 'SOMEBODY, NL', as64500",
  })
  void withoutACnameItsNetworkTells(long number, String name, String operator) {
    assertThat(web(www(List.of()).network("192.0.2.8", number, name)), is(operator));
    assertThat(
        web(
            domain()
                .answer("a", "acmeco.example", "A", "NOERROR", "192.0.2.8")
                .network("192.0.2.8", number, name)),
        is(operator));
  }

  @Test
  void receiverNetworksAreThoseOfTheMostPreferredHosts() {
    DomainAttribution a =
        classify(
            ObservationBuilder.of("acmeco.example")
                .mx("10 mail.acmeco.example", "20 mx2.acmeco.example")
                .host("mail.acmeco.example", "192.0.2.1", 64500, "ONE, NL")
                .host("mx2.acmeco.example", "198.51.100.1", 64501, "TWO, NL"));
    assertThat(a.getReceiverNetworks(), contains(new Network(64500L, "ONE, NL")));
  }

  @Test
  void sendersAreThoseThatTheRecordItselfNames() {
    DomainAttribution a =
        classify(
            domain()
                .txt(
                    "v=spf1 a mx a:mail.acmeco.example a:out.b.example/24 include:_spf.zivver.com"
                        + " include:_spf.acmeco.example include:_s.autospf.email ip4:40.92.0.0/16 -all")
                .spf("_spf.acmeco.example", "v=spf1 include:spf.c.example -all")
                .spf("spf.c.example", "v=spf1 include:spf.d.example -all")
                .spf("_s.autospf.email", "v=spf1 include:amazonses.com -all"));
    assertThat(
        a.getSenders(),
        contains("amazon-ses", "microsoft-365", "other:b.example", "other:c.example", "zivver"));
  }

  @Test
  void aRedirectToAnUnlistedNameStandsForTheRecord() {
    DomainAttribution a =
        classify(
            domain()
                .txt("v=spf1 redirect=spf.b.example")
                .spf("spf.b.example", "v=spf1 include:amazonses.com ?all"));
    assertThat(a.getSenders(), contains("amazon-ses"));
    assertThat(a.getPosture().getSpfAll(), is(nullValue()));
  }

  private static Posture posture(ObservationBuilder observation) {
    return classify(observation).getPosture();
  }

  @ParameterizedTest
  @CsvSource({
    "v=spf1 -all, ok, 0, -",
    "v=spf1 a mx ~all, ok, 2, ~",
    "v=spf1 exists:%{i}.a.example ?all, opaque, 1, ?",
    "v=spf1 include: all, permerror, 1, +",
    "v=spf1 a a a a a a a a a a a -all, ok, 11, -",
    "v=spf10 -all, none, , ",
  })
  void spfHasAVerdict(String record, String verdict, Integer lookups, String all) {
    Posture posture = posture(domain().txt(record));
    assertThat(posture.getSpf(), is(verdict));
    assertThat(posture.getSpfLookups(), is(lookups));
    assertThat(posture.getSpfOverLimit(), is(lookups == null ? null : lookups > 10));
    assertThat(posture.getSpfAll(), is(all));
  }

  @Test
  void whatWasNotAnsweredIsNull() {
    Posture posture = posture(domain().failed("TIMEOUT", "txt", "mx"));
    assertThat(posture.getSpf(), is(nullValue()));
    assertThat(posture.getDmarc(), is(nullValue()));
    assertThat(posture.getMtaSts(), is(nullValue()));
    assertThat(posture.getTlsRpt(), is(nullValue()));
    assertThat(posture.getTlsa(), is(nullValue()));
    assertThat(posture.getDnssec(), is(nullValue()));
  }

  private static ObservationBuilder dmarc(String... data) {
    return domain()
        .answer(
            "dmarc",
            "_dmarc.acmeco.example",
            "TXT",
            data.length == 0 ? "NXDOMAIN" : "NOERROR",
            data);
  }

  @Test
  void dmarcHasAPolicyAndReaders() {
    Posture posture =
        posture(
            dmarc(
                "\"v=DMARC1; p=Reject; rua=mailto:d@acmeco.example,\" \"mailto:x@b.example!10m\"",
                "\"other\""));
    assertThat(posture.getDmarc(), is("reject"));
    assertThat(posture.getDmarcReportProcessors(), contains("other:b.example", "self"));
  }

  @ParameterizedTest
  @CsvSource({
    "v=DMARC1; p=none, none",
    "v=DMARC1; p=quarantine; sp=none, quarantine",
    "v=DMARC1; p=perhaps, invalid",
    "v=DMARC1; p=perhaps; rua=mailto:x@b.example, none",
    "v=DMARC2; p=none, missing",
  })
  void dmarcIsRead(String record, String policy) {
    assertThat(posture(dmarc('"' + record + '"')).getDmarc(), is(policy));
  }

  @Test
  void dmarcIsMissingOrThereTwice() {
    assertThat(posture(dmarc()).getDmarc(), is("missing"));
    assertThat(
        posture(dmarc("\"v=DMARC1; p=none\"", "\"v=DMARC1; p=reject\"")).getDmarc(), is("invalid"));
    assertThat(
        posture(dmarc("\"v=DMARC1; p=none; rua=x@b.example,mailto:b,mailto:a@b\""))
            .getDmarcReportProcessors(),
        is(empty()));
  }

  @Test
  void aWildcardIsNoPolicyForTls() {
    String sts = "\"v=STSv1; id=1\"";
    String rpt = "\"v=TLSRPTv1; rua=mailto:t@acmeco.example\"";
    ObservationBuilder both =
        domain()
            .answer("mta-sts", "_mta-sts.acmeco.example", "TXT", "NOERROR", sts)
            .answer("tls-rpt", "_smtp._tls.acmeco.example", "TXT", "NOERROR", rpt);
    assertThat(posture(both).getMtaSts(), is(true));
    assertThat(posture(both).getTlsRpt(), is(true));
    both.answer("wildcard-txt", "c0ntr0l.acmeco.example", "TXT", "NOERROR", sts);
    assertThat(posture(both).getMtaSts(), is(false));
    assertThat(posture(both).getTlsRpt(), is(true));
  }

  @ParameterizedTest
  @CsvSource({
    "true, true, true, true",
    "true, false, true, false",
    "false, true, true, false",
  })
  void daneNeedsValidatedAnswers(boolean mx, boolean tlsa, boolean there, boolean dane) {
    DomainObservation observation =
        domain()
            .answer("tlsa", "_25._tcp.mail.acmeco.example", "TLSA", "NOERROR", "3 1 1 abcd")
            .observation();
    observation
        .getAnswers()
        .forEach(
            answer ->
                answer.setAuthenticated(
                    answer.getQuestion().equals("tlsa")
                        ? tlsa
                        : answer.getQuestion().equals("mx") && mx));
    Posture posture =
        new Classifier(Catalogue.embedded()).classify(new AnswerIndex(observation)).getPosture();
    assertThat(posture.getTlsa(), is(there));
    assertThat(posture.getDane(), is(dane));
    assertThat(posture.getDnssec(), is(mx));
  }

  @Test
  void allMostPreferredHostsNeedTlsa() {
    ObservationBuilder two =
        ObservationBuilder.of("acmeco.example")
            .mx("10 mx1.acmeco.example", "10 mx2.acmeco.example", "20 mx3.acmeco.example")
            .answer("tlsa", "_25._tcp.mx1.acmeco.example", "TLSA", "NOERROR", "3 1 1 abcd");
    assertThat(posture(two).getTlsa(), is(nullValue()));
    two.answer("tlsa", "_25._tcp.mx2.acmeco.example", "TLSA", "NXDOMAIN");
    assertThat(posture(two).getTlsa(), is(false));
    assertThat(posture(two).getDane(), is(false));
    two.answer("tlsa", "_25._tcp.mx2.acmeco.example", "TLSA", "NOERROR", "3 1 1 ef");
    assertThat(posture(two).getTlsa(), is(true));
  }

  @Test
  void theUndecidedNamesWhoItMayBe() {
    DomainAttribution gateway =
        classify(
            ObservationBuilder.of("acmeco.example")
                .mx("10 mx1-eu1.ppe-hosted.com")
                .txt("v=spf1 include:spf.protection.outlook.com -all")
                .autodiscover("mail.acmeco.example"));
    assertThat(gateway.getBackend(), is("unknown"));
    assertThat(
        gateway.getBackendPossible(),
        contains(new PossibleOperator("microsoft-365", "US"), new PossibleOperator("self", null)));
    assertThat(gateway.getHybridPossible(), is(false));
    DomainAttribution conflict =
        classify(
            ObservationBuilder.of("acmeco.example")
                .mx("10 inbound-smtp.eu-west-1.amazonaws.com", "10 mail.acmeco.example"));
    assertThat(
        conflict.getReceiverPossible(),
        contains(
            new PossibleOperator("aws-workmail-ses", "US"), new PossibleOperator("self", null)));
  }

  @Test
  void aClientSetUpAtANeighboursServerIsHybrid() {
    DomainAttribution a =
        classify(
            ObservationBuilder.of("acmeco.example")
                .mx("0 acme-example.mail.protection.outlook.com")
                .microsoftDkim("shared")
                .answer(
                    "autodiscover-srv",
                    "_autodiscover._tcp.acmeco.example",
                    "SRV",
                    "NOERROR",
                    "0 0 443 mobile.neighbour.example"));
    assertThat(a.getBackend(), is("microsoft-365"));
    assertThat(a.getBackendConfidence(), is("medium"));
    assertThat(a.getHybridPossible(), is(true));
  }

  @Test
  void whoRunsTheMailAloneHasNoOtherServerBesideIt() {
    assertThat(
        classify(domain().autodiscover("mail.acmeco.example")).getHybridPossible(), is(false));
  }
}
