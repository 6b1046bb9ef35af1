package nl.wolkenkaart.provider;

import static nl.wolkenkaart.provider.KnownCasesTest.classify;
import static nl.wolkenkaart.provider.KnownCasesTest.seen;
import static nl.wolkenkaart.provider.KnownCasesTest.verdict;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import nl.wolkenkaart.observation.ObservationBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which hosts receive, where they are said to stand, and whose they are. */
class MailHostsTest {
  @ParameterizedTest
  @CsvSource({
    "NODATA, NODATA, no_mail_found",
    "NXDOMAIN, NXDOMAIN, no_mail_found",
    "TIMEOUT, NODATA, lookup_failed",
    "NODATA, SERVFAIL, lookup_failed",
    "NOT_ASKED, NOT_ASKED, lookup_failed",
  })
  void withoutMxTheAddressDecides(String a, String aaaa, String status) {
    assertThat(
        verdict(ClassifierTest.domain().failed(a, "a").failed(aaaa, "aaaa")).get(0), is(status));
  }

  @Test
  void anAddressWithoutMxIsImplicitAndNobodysOwn() {
    ObservationBuilder web =
        ClassifierTest.domain().answer("aaaa", "a.example", "AAAA", "NOERROR", "2001:db8::1");
    assertThat(
        verdict(web.failed("TIMEOUT", "a")),
        is(List.of("implicit_mx", "unknown", "unknown", "unknown")));
    assertThat(classify(web).getHosting(), is("none"));
    assertThat(
        verdict(web.microsoftDkim("a").autodiscover(ClassifierTest.OUTLOOK)),
        is(List.of("implicit_mx", "unknown", "microsoft-365", "medium")));
  }

  @Test
  void aDomainThatDoesNotExistHasNoMail() {
    assertThat(
        verdict(ClassifierTest.domain().failed("NXDOMAIN", "mx")),
        is(List.of("nxdomain", "none", "none", "unknown")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10 localhost",
        "0 ms123.msv1.invalid",
        "10 192.0.2.1",
        "10 [192.0.2.1]",
        "10 2001:db8::1",
        "10 abc.mx-verification.google.com",
        "10 mail",
        "rubbish",
        "99999 mail.a.example",
        "10 a@b.example",
        "10 "
      })
  void hostsThatNoMailReachesAreDroppedAndSaid(String record) {
    DomainAttribution a = classify(ClassifierTest.domain().mx(record));
    assertThat(a.getStatus(), is("no_mail_found"));
    assertThat(a.getRule(), is(Rules.BOGUS_MX));
    assertThat(seen(a).get(0).startsWith("MX " + record.strip()), is(true));
  }

  @Test
  void aBogusHostDoesNotHideAGoodOne() {
    assertThat(
        verdict(ClassifierTest.domain().mx("0 localhost", "10 aspmx.l.google.com")),
        is(List.of("ok", "google-workspace", "google-workspace", "high")));
  }

  @Test
  void aMailHostsCnameNamesItsOperator() {
    assertThat(
        verdict(
            ClassifierTest.domain()
                .mx("10 mail.a.example")
                .hostAlias("mail.a.example", "x.aspmx.l.google.com")),
        is(List.of("ok", "google-workspace", "google-workspace", "high")));
    assertThat(
        verdict(
            ClassifierTest.domain()
                .mx("10 mail.a.example")
                .hostAlias("mail.a.example", "box.b.example")),
        is(List.of("ok", "other:b.example", "other:b.example", "medium")));
  }

  @Test
  void aHostOfAnotherDepartmentIsOwn() {
    assertThat(
        verdict(ObservationBuilder.of("law.uni.example").mx("10 mail.uni.example")).get(1),
        is("self"));
    assertThat(
        verdict(ObservationBuilder.of("gov.uk").mx("10 mail.digital.gov.uk")).get(1), is("self"));
    assertThat(
        verdict(ObservationBuilder.of("a.gov.uk").mx("10 mail.b.gov.uk")).get(1),
        is("other:b.gov.uk"));
  }

  @Test
  void anUnknownBehindAFailureIsAFailure() {
    for (String question : List.of("dkim-selector1", "dkim-selector2", "autodiscover")) {
      assertThat(
          verdict(ClassifierTest.domain().mx(ClassifierTest.GATEWAY).failed("TIMEOUT", question)),
          is(List.of("lookup_failed", "ezorg", "unknown", "unknown")));
      assertThat(
          verdict(ClassifierTest.domain().mx("10 mail.a.example").failed("SERVFAIL", question)),
          is(List.of("lookup_failed", "self", "unknown", "unknown")));
    }
    assertThat(
        verdict(
            ClassifierTest.domain()
                .mx(ClassifierTest.GATEWAY)
                .failed("TIMEOUT", "dkim-selector1")
                .autodiscover(ClassifierTest.OUTLOOK)),
        is(List.of("ok", "ezorg", "microsoft-365", "high")));
  }

  @Test
  void anOwnHostWhoseAddressFailedMayBeAGateways() {
    ObservationBuilder own = ClassifierTest.domain().mx("10 mx1.a.example");
    assertThat(
        verdict(own.answer("mail-host-a", "mx1.a.example", "A", "TIMEOUT")),
        is(List.of("lookup_failed", "self", "unknown", "unknown")));
  }

  @Test
  void aHostWithoutANetworkGoesWithItsSister() {
    assertThat(
        verdict(
                ClassifierTest.domain()
                    .mx("10 mx1.a.example", "10 mx2.a.example")
                    .host("mx1.a.example", "207.54.64.18", 30238, "IRONPORT, US")
                    .answer("mail-host-a", "mx2.a.example", "A", "TIMEOUT"))
            .get(1),
        is("cisco-iphmx"));
  }

  @Test
  void theNetworkOfAMailHostUnderAnothersNameDecidesNothing() {
    assertThat(
        verdict(
                ClassifierTest.domain()
                    .mx("10 mx.b.example")
                    .host("mx.b.example", "207.54.64.18", 30238, "IRONPORT, US"))
            .get(1),
        is("other:b.example"));
  }
}
