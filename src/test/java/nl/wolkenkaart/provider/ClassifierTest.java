package nl.wolkenkaart.provider;

import static nl.wolkenkaart.provider.KnownCasesTest.classify;
import static nl.wolkenkaart.provider.KnownCasesTest.seen;
import static nl.wolkenkaart.provider.KnownCasesTest.verdict;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import java.util.List;
import nl.wolkenkaart.observation.ObservationBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifierTest {
  static final String OUTLOOK = "autodiscover.outlook.com";
  static final String GATEWAY = "10 mailfilter01.ezorg.nl";

  static ObservationBuilder domain() {
    return ObservationBuilder.of("a.example");
  }

  static ObservationBuilder google() {
    return domain().mx("1 aspmx.l.google.com");
  }

  @Test
  void autodiscoverWithDirectSpfIsHighAndDkimWithItCertain() {
    ObservationBuilder behind =
        domain().mx(GATEWAY).txt("v=spf1 include:spf.protection.outlook.com -all");
    assertThat(verdict(behind.autodiscover(OUTLOOK)).get(3), is("high"));
    assertThat(classify(behind).getRule(), is("autodiscover+spf"));
    assertThat(verdict(behind.microsoftDkim("a")).get(3), is("certain"));
    assertThat(classify(behind).getRule(), is("dkim+autodiscover+spf"));
  }

  @Test
  void spfAndTokensAloneNeverDecide() {
    assertThat(
        verdict(
            domain().mx(GATEWAY).txt("v=spf1 include:spf.protection.outlook.com -all", "MS=ms1")),
        is(List.of("unknown_backend", "ezorg", "unknown", "unknown")));
    assertThat(
        classify(domain().mx("10 mx1.a.example").txt("MS=ms1")).getRule(),
        is(Rules.MX_OWN_UNDECIDED));
  }

  @Test
  void ownAutodiscoverCapsAtMedium() {
    for (ObservationBuilder own :
        List.of(
            domain().autodiscover("hybrid.a.example"),
            domain()
                .answer("autodiscover", "autodiscover.a.example", "A", "NOERROR", "192.0.2.7"))) {
      DomainAttribution a =
          classify(own.mx("0 a-example.mail.protection.outlook.com").microsoftDkim("a"));
      assertThat(a.getBackendConfidence(), is("medium"));
      assertThat(a.getHybridPossible(), is(true));
    }
  }

  @Test
  void anSrvBesideMicrosoftsCnameIsOnlyShown() {
    DomainAttribution a =
        classify(
            domain()
                .mx("0 a-example.mail.protection.outlook.com")
                .microsoftDkim("a")
                .autodiscover(OUTLOOK)
                .answer(
                    "autodiscover-srv",
                    "_autodiscover._tcp.a.example",
                    "SRV",
                    "NOERROR",
                    "0 0 443 mail.a.example"));
    assertThat(a.getBackendConfidence(), is("certain"));
    assertThat(a.getHybridPossible(), is(false));
    assertThat(seen(a), hasItem("_autodiscover._tcp SRV mail.a.example"));
  }

  @Test
  void mxAtAMailboxProviderWinsAgainstOneSignalButNotAgainstTwo() {
    assertThat(
        verdict(google().microsoftDkim("a")),
        is(List.of("ok", "google-workspace", "google-workspace", "medium")));
    DomainAttribution a = classify(google().microsoftDkim("a").autodiscover(OUTLOOK));
    assertThat(a.getStatus(), is("conflict"));
    assertThat(a.getReceiver(), is("google-workspace"));
    assertThat(a.getBackend(), is("unknown"));
    assertThat(a.getRule(), is(Rules.PROVIDERS_DISAGREE));
  }

  @Test
  void severalReceiversConflictAndTheBackendIsStillLookedFor() {
    ObservationBuilder two =
        domain().mx("10 aspmx.l.google.com", "10 a-example.mail.protection.outlook.com");
    assertThat(verdict(two), is(List.of("conflict", "unknown", "unknown", "unknown")));
    assertThat(
        verdict(two.microsoftDkim("a")),
        is(List.of("conflict", "unknown", "microsoft-365", "medium")));
  }

  @Test
  void aKeyAtGooglesSelectorCountsBehindAGateway() {
    String key = "google._domainkey.a.example";
    ObservationBuilder behind =
        domain()
            .mx(GATEWAY)
            .answer("dkim-google", key, "TXT", "NOERROR", "\"v=DKIM1; k=rsa; p=MIIB\" \"xyz\"");
    assertThat(verdict(behind), is(List.of("ok", "ezorg", "google-workspace", "medium")));
    assertThat(verdict(behind.txt("v=spf1 include:_spf.google.com -all")).get(3), is("high"));
    assertThat(
        verdict(behind.answer("dkim-google", key, "TXT", "NOERROR", "\"v=DKIM1; p=\"")).get(2),
        is("unknown"));
  }

  @Test
  void aGooglesKeyThatAnyNameHasIsAWildcards() {
    String key = "\"v=DKIM1; p=MIIB\"";
    ObservationBuilder wild =
        domain()
            .mx(GATEWAY)
            .answer("dkim-google", "google._domainkey.a.example", "TXT", "NOERROR", key)
            .answer("wildcard-dkim-txt", "c0ntr0l._domainkey.a.example", "TXT", "NOERROR", key);
    assertThat(verdict(wild).get(2), is("unknown"));
    assertThat(
        verdict(wild.failed("TIMEOUT", "wildcard-dkim-txt")),
        is(List.of("lookup_failed", "ezorg", "unknown", "unknown")));
  }

  @Test
  void aTargetThatRepeatsTheLabelNeedsNoControl() {
    assertThat(
        verdict(
                domain()
                    .mx(GATEWAY)
                    .microsoftDkim("a")
                    .autodiscover(OUTLOOK)
                    .failed("TIMEOUT", "wildcard-a", "wildcard-dkim"))
            .get(3),
        is("certain"));
  }

  @Test
  void questionsThatWereNotPlannedDidNotFail() {
    assertThat(
        verdict(domain().mx(GATEWAY).notPlanned("dkim-google", "wildcard-a", "autodiscover")),
        is(List.of("unknown_backend", "ezorg", "unknown", "unknown")));
    assertThat(verdict(domain().notPlanned("mx")).get(0), is("lookup_failed"));
  }

  @Test
  void anIspIsLookedThroughToo() {
    assertThat(
        verdict(domain().mx("10 mx1.mail.ovh.net").autodiscover(OUTLOOK)),
        is(List.of("ok", "ovh", "microsoft-365", "high")));
  }

  @Test
  void evidenceIsBoundedAndPrintable() {
    DomainAttribution a =
        classify(google().txt("MS=" + "\\007\\226\\128\\174\n".repeat(5) + "x".repeat(900)));
    String token = seen(a).stream().filter(s -> s.startsWith("TXT")).findFirst().orElseThrow();
    assertThat(token, is("TXT MS=" + "x".repeat(293)));
  }

  @ParameterizedTest
  @CsvSource({
    "fm01.b.example, true", "mx-filter2.b.example, true", "esva.b.example, true",
    "ces1.b.example, true", "mail.b.example, false", "mx.process.example, false",
  })
  void filtersAreToldByALabel(String host, boolean filter) {
    assertThat(BackendLadder.isFilter(host), is(filter));
  }
}
