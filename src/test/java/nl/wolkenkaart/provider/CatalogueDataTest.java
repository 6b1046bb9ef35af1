package nl.wolkenkaart.provider;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.wolkenkaart.provider.CatalogueEntry.Example;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the catalogue that comes with the program says. */
class CatalogueDataTest {
  private static final Catalogue CATALOGUE = Catalogue.embedded();

  @TestFactory
  Stream<DynamicTest> everyExampleLeadsToItsEntry() {
    return CATALOGUE.examples().stream()
        .map(
            e ->
                DynamicTest.dynamicTest(
                    e.provider() + " " + e.role().word() + " " + e.name(),
                    () -> assertThat(id(e.role(), e.name()), is(e.provider()))));
  }

  @Test
  void everyRoleOfEveryEntryHasAnExample() {
    List<String> without =
        CATALOGUE.providers().stream()
            .flatMap(p -> p.suffixes().keySet().stream().map(role -> p.id() + " " + role.word()))
            .filter(
                text ->
                    CATALOGUE.examples().stream()
                        .noneMatch(e -> text.equals(e.provider() + " " + e.role().word())))
            .toList();
    assertThat(without, is(empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "MX, example-nl.mail.protection.outlook.com, microsoft-365",
    "MX, example-nl.w-v1.mx.microsoft, microsoft-365",
    "MX, outlook-com.olc.protection.outlook.com, microsoft-consumer",
    "MX, example.notmail.protection.outlook.com, ",
    "MX, outlook.com, ",
    "MX, notoutlook.com, ",
    "MX, aspmx.l.google.com, google-workspace",
    "MX, aspmx2.googlemail.com, google-workspace",
    "MX, smtp.google.com, google-workspace",
    "MX, l.google.com, ",
    "MX, blogspot.l.googleusercontent.com, ",
    "MX, abc.mx-verification.google.com, ",
    "MX, inbound-smtp.eu-west-1.amazonaws.com, aws-workmail-ses",
    "MX, ec2-192-0-2-1.eu-west-1.compute.amazonaws.com, ",
    "MX, host.inbound.amazonaws.com, ",
    "MX, mailfilter01.ezorg.nl, ezorg",
    "MX, fm01.as38915.net, solido",
    "MX, mx1.irvn.nl, irvn",
    "MX, mx01.hornetsecurity.com, hornetsecurity",
    "MX, vps-1.vps.ovh.net, ",
    "MX, static.xs4all.nl, ",
    "SPF, amazonses.com, amazon-ses",
    "SPF, _spf.google.com, google-workspace",
    "DKIM, selector1-example-nl._domainkey.example.k-v1.dkim.mail.microsoft, microsoft-365",
    "DKIM, selector2-example-nl._domainkey.example.onmicrosoft.com, microsoft-365",
    "AUTODISCOVER, autodiscover.outlook.com, microsoft-365",
    "AUTODISCOVER, autodiscover.microsoft.com, microsoft-365",
    "AUTODISCOVER, mail.outlook.com.example.nl, ",
    "NS, ns-1.awsdns-63.net, route53",
  })
  void knows(Role role, String name, String provider) {
    assertThat(id(role, name), is(provider));
  }

  @ParameterizedTest
  @CsvSource({
    "30238, cisco-iphmx",
    "16417, cisco-iphmx",
    "52129, proofpoint",
    "39588, mimecast",
    "40934, fortimail-cloud",
  })
  void aNetworkOfOneGatewayDecides(long asn, String provider) {
    assertThat(CATALOGUE.byGatewayNetwork(asn).map(Provider::id), is(Optional.of(provider)));
  }

  @ParameterizedTest
  @CsvSource({"16509", "8075", "15169", "20857", "33915", "1136", "13335", "1103", "27357", "0"})
  void aSharedNetworkDecidesNothing(long asn) {
    assertThat(CATALOGUE.byGatewayNetwork(asn), is(Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "microsoft-365, MAILBOX, US",
    "google-workspace, MAILBOX, US",
    "proton, MAILBOX, CH",
    "yandex, MAILBOX, RU",
    "aruba, ISP_HOSTING, IT",
    "transip, ISP_HOSTING, BE",
    "df-hosteurope, ISP_HOSTING, US",
    "fastweb, ISP_HOSTING, CH",
    "mijndomein, ISP_HOSTING, ",
    "ezorg, GATEWAY, NL",
    "zivver, GATEWAY, US",
    "mimecast, GATEWAY, GB",
    "vadesecure, GATEWAY, US",
    "bastion365, GATEWAY, ",
    "irvn, PUBLIC_SHARED_IT, NL",
    "solido, PUBLIC_SHARED_IT, NL",
    "ssc-ict, PUBLIC_SHARED_IT, NL",
    "csi-piemonte, PUBLIC_SHARED_IT, IT",
    "amazon-ses, BULK_SENDER, US",
    "roxit, SAAS, NO",
  })
  void saysWhatAProviderIsAndWhoseLawItStandsUnder(String id, Kind kind, String jurisdiction) {
    Provider provider = CATALOGUE.provider(id).orElseThrow();
    assertThat(provider.kind(), is(kind));
    assertThat(provider.jurisdiction(), is(jurisdiction));
  }

  @Test
  void rangesAreThoseThatSpfRecordsListInPlaceOfMicrosoft() {
    assertThat(
        CATALOGUE.provider("microsoft-365").orElseThrow().ranges(),
        hasItems("40.92.0.0/15", "40.107.0.0/16", "52.100.0.0/15", "104.47.0.0/17"));
  }

  @Test
  void searchConsoleIsNoTokenOfAMailbox() {
    assertThat(CATALOGUE.provider("google-workspace").orElseThrow().tokens(), is(empty()));
    assertThat(
        CATALOGUE.provider("microsoft-365").orElseThrow().tokens(), containsInAnyOrder("MS="));
  }

  @Test
  void onlyMailboxProvidersAndHostersKeepMailboxes() {
    assertThat(CATALOGUE.provider("proton").orElseThrow().keepsMailboxes(), is(true));
    assertThat(CATALOGUE.provider("ovh").orElseThrow().keepsMailboxes(), is(true));
    assertThat(CATALOGUE.provider("ezorg").orElseThrow().keepsMailboxes(), is(false));
    assertThat(CATALOGUE.provider("ezorg").orElseThrow().isGateway(), is(true));
    assertThat(CATALOGUE.provider("irvn").orElseThrow().keepsMailboxes(), is(false));
    assertThat(CATALOGUE.provider("irvn").orElseThrow().isGateway(), is(false));
  }

  @Test
  void isLargeSortedAndHasAHash() {
    List<String> ids = CATALOGUE.providers().stream().map(Provider::id).toList();
    assertThat(ids.size(), is(greaterThanOrEqualTo(200)));
    assertThat(ids, is(ids.stream().sorted().toList()));
    assertThat(CATALOGUE.hash(), matchesPattern("[0-9a-f]{64}"));
    assertThat(CATALOGUE.provider("no-such-provider"), is(Optional.empty()));
  }

  @Test
  void theFolderOfTheSourcesIsTheEmbeddedCatalogue() throws CatalogueException {
    Catalogue folder = Catalogue.load(Path.of("pipelines", "catalogue"));
    assertThat(folder.hash(), is(CATALOGUE.hash()));
    assertThat(folder.providers(), is(CATALOGUE.providers()));
  }

  @Test
  void anExampleNamesARoleThatItsEntryHas() {
    for (Example e : CATALOGUE.examples()) {
      Provider provider = CATALOGUE.provider(e.provider()).orElseThrow();
      assertThat(e.toString(), provider.suffixes().get(e.role()), is(notNullValue()));
    }
  }

  private static String id(Role role, String name) {
    return CATALOGUE.match(role, name).map(Provider::id).orElse(null);
  }
}
