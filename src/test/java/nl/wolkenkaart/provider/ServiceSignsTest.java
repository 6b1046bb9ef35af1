package nl.wolkenkaart.provider;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.List;
import nl.wolkenkaart.observation.ObservationBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which cloud services are seen, at which level. The records are those that Microsoft documents.
 */
class ServiceSignsTest {
  private static final String OUTLOOK = "autodiscover.outlook.com";

  private static ObservationBuilder domain() {
    return ObservationBuilder.of("a.example").mx("10 mail.a.example");
  }

  private static List<String> services(ObservationBuilder observation) {
    return KnownCasesTest.classify(observation).getServices().stream()
        .map(s -> s.getService() + " " + s.getLevel())
        .toList();
  }

  private static List<String> evidence(ObservationBuilder observation, String service) {
    return KnownCasesTest.classify(observation).getServices().stream()
        .filter(s -> s.getService().equals(service))
        .flatMap(s -> s.getEvidence().stream())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "sipfederationtls, _sipfederationtls._tcp, 100 1 5061 sipfed.online.lync.com",
    "sip-tls, _sip._tls, 100 1 443 sipdir.online.lync.com",
  })
  void teamsFollowsFromItsSrv(String question, String label, String data) {
    ObservationBuilder teams =
        domain().answer(question, label + ".a.example", "SRV", "NOERROR", data);
    assertThat(services(teams), contains("teams likely"));
  }

  @ParameterizedTest
  @CsvSource({"lyncdiscover, webdir.online.lync.com", "sip, sipdir.online.lync.com"})
  void teamsFollowsFromItsCname(String question, String target) {
    String name = question + ".a.example";
    ObservationBuilder teams = domain().chain(question, name, "A", List.of(target), "192.0.2.1");
    assertThat(services(teams), contains("teams likely"));
    assertThat(evidence(teams, "teams"), contains(name + " CNAME " + target));
  }

  /**
   * The signs are switched on, for the controls behave, and the tenant's names do not exist; a
   * token alone names no tenant, so that none is asked.
   */
  @ParameterizedTest
  @CsvSource({
    "tenant, teams", "tenant, sharepoint", "tenant, onedrive",
    "token, teams", "token, sharepoint", "token, onedrive",
  })
  void neitherATenantNorATokenAloneShowsAny(String alone, String service) {
    ObservationBuilder seen =
        alone.equals("token")
            ? domain().txt("MS=ms12345678")
            : sharePoint()
                .answer("sharepoint", "acme.sharepoint.com", "A", "NXDOMAIN")
                .answer("onedrive", "acme-my.sharepoint.com", "A", "NXDOMAIN");
    assertThat(services(seen), hasItem("entra-id " + (alone.equals("token") ? "hint" : "likely")));
    assertThat(evidence(seen, service), is(empty()));
  }

  @Test
  void skypeOnAnOwnServerIsNotTeams() {
    assertThat(
        services(
            domain().answer("lyncdiscover", "lyncdiscover.a.example", "A", "NOERROR", "192.0.2.7")),
        is(empty()));
  }

  @Test
  void neitherATenantNorATokenIsTeamsOrSharePoint() {
    assertThat(
        services(domain().microsoftDkim("acme").txt("MS=ms12345678")),
        contains("entra-id likely", "exchange-online proven"));
  }

  @Test
  void aTokenAloneIsAHintOfMicrosoft() {
    assertThat(
        services(domain().txt("MS=ms12345678").autodiscover("mail.a.example")),
        contains("entra-id hint"));
  }

  private static ObservationBuilder sharePoint() {
    return domain()
        .microsoftDkim("acme")
        .answer("sharepoint", "acme.sharepoint.com", "A", "NOERROR", "192.0.2.1")
        .answer("onedrive", "acme-my.sharepoint.com", "A", "NOERROR", "192.0.2.1")
        .answer("sharepoint-control-absent", "qzx.sharepoint.com", "A", "NXDOMAIN")
        .answer(
            "sharepoint-control-present", "microsoft.sharepoint.com", "A", "NOERROR", "192.0.2.1");
  }

  @Test
  void sharePointAndOneDriveFollowFromTheOwnTenantsNames() {
    assertThat(services(sharePoint()), hasItems("sharepoint likely", "onedrive likely"));
    assertThat(
        evidence(sharePoint(), "onedrive"),
        contains("acme-my.sharepoint.com exists, and DKIM names that tenant"));
  }

  @Test
  void aNameThatIsAbsentShowsNothing() {
    assertThat(
        services(sharePoint().answer("onedrive", "acme-my.sharepoint.com", "A", "NXDOMAIN")),
        contains("entra-id likely", "exchange-online proven", "sharepoint likely"));
  }

  @ParameterizedTest
  @CsvSource({
    "sharepoint-control-absent, qzx.sharepoint.com, NOERROR, 192.0.2.1",
    "sharepoint-control-absent, qzx.sharepoint.com, TIMEOUT, ",
    "sharepoint-control-absent, qzx.sharepoint.com, NODATA, ",
    "sharepoint-control-present, microsoft.sharepoint.com, NXDOMAIN, ",
    "sharepoint-control-present, microsoft.sharepoint.com, SERVFAIL, ",
  })
  void aControlThatMisbehavesSwitchesTheSignalOff(
      String question, String name, String status, String data) {
    String[] records = data == null ? new String[0] : new String[] {data};
    assertThat(
        services(sharePoint().answer(question, name, "A", status, records)),
        contains("entra-id likely", "exchange-online proven"));
  }

  @Test
  void withoutAControlTheSignalIsOff() {
    assertThat(
        services(sharePoint().notPlanned("sharepoint-control-absent")),
        not(hasItem("sharepoint likely")));
  }

  @Test
  void anothersTenantIsNotLookedAt() {
    ObservationBuilder wildcard =
        sharePoint()
            .dkim("dkim.b.example", "dkim.b.example")
            .answer("wildcard-dkim", "c0ntr0l._domainkey.a.example", "CNAME", "NXDOMAIN");
    assertThat(services(wildcard), is(empty()));
  }

  @Test
  void entraAndIntuneFollowFromTheNamesOfDevices() {
    ObservationBuilder devices =
        domain()
            .answer(
                "enterpriseregistration",
                "enterpriseregistration.a.example",
                "CNAME",
                "NOERROR",
                "enterpriseregistration.windows.net")
            .answer(
                "enterpriseenrollment",
                "enterpriseenrollment.a.example",
                "CNAME",
                "NOERROR",
                "enterpriseenrollment-s.manage.microsoft.com");
    assertThat(services(devices), contains("entra-id proven", "intune proven"));
  }

  @Test
  void aWildcardIsDiscarded() {
    String target = "enterpriseregistration.windows.net";
    ObservationBuilder wildcard =
        domain()
            .answer("enterpriseregistration", "registration.a.example", "CNAME", "NOERROR", target)
            .chain("wildcard-a", "c0ntr0l.a.example", "A", List.of(target), "192.0.2.1");
    assertThat(services(wildcard), is(empty()));
  }

  @Test
  void exchangeOnlineIsAsSureAsTheBackend() {
    ObservationBuilder received =
        ObservationBuilder.of("a.example").mx("0 x.mail.protection.outlook.com");
    assertThat(services(received), contains("exchange-online proven"));
    assertThat(
        services(received.autodiscover("hybrid.a.example")), contains("exchange-online likely"));
    ObservationBuilder behind = ObservationBuilder.of("a.example").mx("10 mx1-eu1.ppe-hosted.com");
    assertThat(
        services(behind.txt("v=spf1 include:spf.protection.outlook.com -all")),
        contains("exchange-online hint"));
    assertThat(
        services(ObservationBuilder.of("a.example").mx("1 aspmx.l.google.com")),
        contains("google-workspace proven"));
  }

  @ParameterizedTest
  @CsvSource({
    "ZOOM_verify_abc, zoom likely",
    "cisco-ci-domain-verification=abc, webex likely",
    "atlassian-domain-verification=abc, atlassian likely",
    "docusign=01234567, docusign likely",
    "apple-domain-verification=abc, apple-business likely",
    "adobe-idp-site-verification=abc, adobe likely",
    "D365MKTKEY=abc, dynamics likely",
    "amazonses:abc, amazon-ses likely",
    "v=spf1 include:amazonses.com -all, amazon-ses likely",
    "v=spf1 include:_spf.zivver.com -all, zivver likely",
  })
  void tokensAndSpfShowAccounts(String text, String service) {
    assertThat(services(domain().txt(text)), contains(service));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "google-site-verification=abc",
        "facebook-domain-verification=abc",
        "xMS=ms1",
        "zoom_verify"
      })
  void weakTokensShowNothing(String text) {
    assertThat(services(domain().txt(text)), is(empty()));
  }

  @Test
  void whatAVendorIncludesIsTheVendors() {
    assertThat(
        services(
            domain()
                .txt("v=spf1 include:spf.b.example -all")
                .spf("spf.b.example", "v=spf1 include:amazonses.com -all")),
        is(empty()));
  }

  @Test
  void dnsWebAndServersShowTheirCloud() {
    ObservationBuilder azure =
        domain()
            .answer(
                "ns", "a.example", "NS", "NOERROR", "ns1-01.azure-dns.com", "ns2-01.azure-dns.net")
            .chain("www-a", "www.a.example", "A", List.of("d1.cloudfront.net"), "192.0.2.8");
    assertThat(services(azure), contains("aws proven", "azure proven"));
    ObservationBuilder machine =
        domain().host("mail.a.example", "192.0.2.9", 8075, "MICROSOFT, US");
    assertThat(services(machine), contains("azure likely"));
    assertThat(
        evidence(machine, "azure"), contains("MX 10 mail.a.example in AS8075 MICROSOFT, US"));
    ObservationBuilder site =
        domain()
            .answer("www-a", "www.a.example", "A", "NOERROR", "192.0.2.10")
            .network("192.0.2.10", 16509, "AMAZON-02, US");
    assertThat(services(site), contains("aws hint"));
  }

  @Test
  void workMailFollowsFromItsClientsAndItsMailHostIsAlsoThatOfSes() {
    ObservationBuilder mail =
        ObservationBuilder.of("a.example").mx("10 inbound-smtp.eu-west-1.amazonaws.com");
    assertThat(services(mail), contains("amazon-workmail likely"));
    assertThat(
        services(mail.autodiscover("autodiscover.mail.eu-west-1.awsapps.com")),
        contains("amazon-workmail proven"));
  }

  @Test
  void servicesAreSeenWithoutMailToo() {
    ObservationBuilder silent =
        ObservationBuilder.of("a.example").mx("0 .").txt("ZOOM_verify_abc").autodiscover(OUTLOOK);
    assertThat(services(silent), contains("zoom likely"));
  }

  @Test
  void tenantsComeFromTheDomainsOwnDkim() {
    assertThat(
        KnownCasesTest.classify(domain().microsoftDkim("acme")).getTenants(), contains("acme"));
    assertThat(
        KnownCasesTest.classify(
                domain()
                    .dkim(
                        "selector1-a-example._domainkey.acme.k-v1.dkim.mail.microsoft",
                        "selector2-a-example._domainkey.older.onmicrosoft.com"))
            .getTenants(),
        contains("acme", "older"));
  }
}
