package nl.wolkenkaart.provider;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import nl.wolkenkaart.observation.ObservationBuilder;
import org.junit.jupiter.api.Test;

/**
 * Cases that other measurements got wrong, each with its right answer. Domains are made up. The
 * cases from 11 on are in {@link LaterKnownCasesTest}.
 */
class KnownCasesTest {
  private static final Classifier CLASSIFIER = new Classifier(Catalogue.embedded());
  private static final String OUTLOOK = "autodiscover.outlook.com";

  static DomainAttribution classify(ObservationBuilder observation) {
    return CLASSIFIER.classify(observation.index());
  }

  /** status, receiver, backend, confidence. */
  static List<String> verdict(ObservationBuilder observation) {
    DomainAttribution a = classify(observation);
    return List.of(a.getStatus(), a.getReceiver(), a.getBackend(), a.getBackendConfidence());
  }

  static List<String> seen(DomainAttribution attribution) {
    return attribution.getEvidence().stream().map(Evidence::getSeen).toList();
  }

  @Test
  void case01OwnHostsAndAnAcceptedDomainAreNoProof() {
    ObservationBuilder zurich =
        ObservationBuilder.of("city.example")
            .mx("10 mx1.city.example", "10 mx2.city.example")
            .answer(
                "eop-name",
                "city-example.mail.protection.outlook.com",
                "A",
                "NOERROR",
                "192.0.2.1");
    assertThat(verdict(zurich), is(List.of("unknown_backend", "self", "unknown", "unknown")));
    DomainAttribution a = classify(zurich);
    assertThat(seen(a), hasItem("city-example.mail.protection.outlook.com exists"));
    assertThat(a.getRule(), is(Rules.MX_OWN_UNDECIDED));
    assertThat(a.getBackendPossible(), hasItem(new PossibleOperator("microsoft-365", "US")));
  }

  @Test
  void case02LooksThroughProofpointAndIgnoresTheDnsHostsSpf() {
    DomainAttribution a =
        classify(
            ObservationBuilder.of("village.example")
                .mx("10 mx1-eu1.ppe-hosted.com")
                .txt("v=spf1 include:spf.infomaniak.ch -all")
                .microsoftDkim("village"));
    assertThat(a.getReceiver(), is("proofpoint-essentials"));
    assertThat(a.getReceiverIsGateway(), is(true));
    assertThat(a.getReceiverJurisdiction(), is("US"));
    assertThat(a.getBackend(), is("microsoft-365"));
    assertThat(a.getBackendConfidence(), is("high"));
    assertThat(a.getRule(), is("dkim"));
  }

  @Test
  void case03NothingBehindAGatewayIsUnknown() {
    DomainAttribution a =
        classify(ObservationBuilder.of("village.example").mx("10 mx1-eu1.ppe-hosted.com"));
    assertThat(a.getStatus(), is("unknown_backend"));
    assertThat(a.getBackend(), is("unknown"));
    assertThat(a.getRule(), is(Rules.GATEWAY_OPAQUE));
    assertThat(a.getReceiverJurisdiction(), is("US"));
    assertThat(a.getBackendJurisdiction(), is(nullValue()));
  }

  @Test
  void case04ATokenBesideOwnMailIsAServiceOnly() {
    assertThat(
        verdict(
            ObservationBuilder.of("town.example")
                .mx("10 mail.town.example")
                .txt("MS=ms12345678")
                .autodiscover("mail.town.example")),
        is(List.of("ok", "self", "self", "medium")));
    assertThat(
        classify(
                ObservationBuilder.of("town.example")
                    .mx("10 mail.town.example")
                    .txt("MS=ms12345678")
                    .autodiscover("mail.town.example"))
            .getServices()
            .stream()
            .map(s -> s.getService() + " " + s.getLevel())
            .toList(),
        contains("entra-id hint"));
  }

  @Test
  void case04TeamsAloneIsNoMailbox() {
    DomainAttribution a =
        classify(
            ObservationBuilder.of("town.example")
                .mx("10 mail.town.example")
                .answer(
                    "sipfederationtls",
                    "_sipfederationtls._tcp.town.example",
                    "SRV",
                    "NOERROR",
                    "100 1 5061 sipfed.online.lync.com"));
    assertThat(a.getBackend(), is("self"));
    assertThat(
        a.getServices().stream().map(s -> s.getService() + " " + s.getLevel()).toList(),
        contains("teams likely"));
  }

  @Test
  void case05ThePreferenceDecidesNotTheFirstMatch() {
    assertThat(
        verdict(
            ObservationBuilder.of("firm.example")
                .mx(
                    "30 firm-example.mail.protection.outlook.com",
                    "20 server2.inbound.arsmtp.com",
                    "10 server1.inbound.arsmtp.com")),
        is(List.of("ok", "appriver", "microsoft-365", "high")));
  }

  @Test
  void case06NullMxIsADeclaration() {
    assertThat(
        verdict(ObservationBuilder.of("nomail.example").mx("0 .").autodiscover(OUTLOOK)),
        is(List.of("no_mail_declared", "none", "none", "unknown")));
  }

  @Test
  void case07AResellersFilterIsLookedThrough() {
    assertThat(
        verdict(
            ObservationBuilder.of("comune.example")
                .mx("10 esva.reseller.example")
                .host("esva.reseller.example", "192.0.2.10", 8075, "MICROSOFT, US")
                .microsoftDkim("comune")),
        is(List.of("ok", "other:reseller.example", "microsoft-365", "high")));
  }

  @Test
  void case07WithoutAnythingBehindItIsNoBackend() {
    assertThat(
        verdict(ObservationBuilder.of("comune.example").mx("10 esva.reseller.example")),
        is(List.of("unknown_backend", "other:reseller.example", "unknown", "unknown")));
  }

  @Test
  void case08EuropeanHostersHaveTheirOwnJurisdiction() {
    DomainAttribution a = classify(ObservationBuilder.of("a.example").mx("10 mx1.mail.ovh.net"));
    assertThat(a.getBackend(), is("ovh"));
    assertThat(a.getBackendJurisdiction(), is("FR"));
    assertThat(a.getHosting(), is("outsourced"));
  }

  @Test
  void case08IonosIsGerman() {
    DomainAttribution a = classify(ObservationBuilder.of("a.example").mx("10 mx00.ionos.de"));
    assertThat(a.getBackend(), is("ionos"));
    assertThat(a.getBackendJurisdiction(), is("DE"));
  }

  @Test
  void case09AGatewayCountsForReceivingOnly() {
    DomainAttribution a =
        classify(ObservationBuilder.of("ville.example").mx("10 mx1.hc1-1.eu.iphmx.com"));
    assertThat(a.getReceiverJurisdiction(), is("US"));
    assertThat(a.getBackend(), is("unknown"));
    assertThat(a.getBackendJurisdiction() == null, is(true));
  }

  @Test
  void case10AmazonBesideAnOwnHostIsAConflict() {
    DomainAttribution a =
        classify(
            ObservationBuilder.of("comune.example")
                .mx("10 inbound-smtp.eu-west-1.amazonaws.com", "10 mail.comune.example"));
    assertThat(a.getStatus(), is("conflict"));
    assertThat(a.getReceiver(), is("unknown"));
    assertThat(a.getBackend(), is("unknown"));
    assertThat(
        seen(a),
        is(List.of("MX 10 inbound-smtp.eu-west-1.amazonaws.com", "MX 10 mail.comune.example")));
  }

  @Test
  void case10ByPreferenceAmazonReceives() {
    assertThat(
        verdict(
            ObservationBuilder.of("comune.example")
                .mx("10 inbound-smtp.eu-west-1.amazonaws.com", "20 mail.comune.example")),
        is(List.of("ok", "aws-workmail-ses", "aws-workmail-ses", "high")));
  }

  @Test
  void case10ALessPreferredHostAtAnotherMailboxProviderIsADoubt() {
    DomainAttribution a =
        classify(
            ObservationBuilder.of("comune.example")
                .mx(
                    "10 aspmx.l.google.com",
                    "20 comune-example.mail.protection.outlook.com",
                    "30 alt1.aspmx.l.google.com"));
    assertThat(a.getStatus(), is("ok"));
    assertThat(a.getBackend(), is("google-workspace"));
    assertThat(a.getBackendConfidence(), is("medium"));
    assertThat(seen(a), hasItem("evidence for other providers as well: at most medium"));
  }

  @Test
  void case10ALessPreferredHostOfTheSameCompanyIsNone() {
    assertThat(
        verdict(
            ObservationBuilder.of("comune.example")
                .mx("10 aspmx.l.google.com", "20 alt1.aspmx.l.google.com", "30 mx1.mail.ovh.net")),
        is(List.of("ok", "google-workspace", "google-workspace", "high")));
  }
}
