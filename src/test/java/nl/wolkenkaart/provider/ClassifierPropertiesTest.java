package nl.wolkenkaart.provider;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.wolkenkaart.observation.AnswerIndex;
import nl.wolkenkaart.observation.DomainObservation;
import nl.wolkenkaart.observation.ObservationBuilder;
import nl.wolkenkaart.observation.ObservedAnswer;

class ClassifierPropertiesTest {
  private static final Catalogue CATALOGUE = Catalogue.embedded();
  private static final Classifier CLASSIFIER = new Classifier(CATALOGUE);
  private static final Set<String> BANDS = Set.of("certain", "high", "medium", "unknown");

  @Provide
  Arbitrary<ObservationBuilder> domains() {
    Arbitrary<String> mx =
        Combinators.combine(
                Arbitraries.of(0, 10, 10, 20),
                Arbitraries.of(
                    "mx1-eu1.ppe-hosted.com",
                    "aspmx.l.google.com",
                    "a-example.mail.protection.outlook.com",
                    "mx1.mail.ovh.net",
                    "mx1.a.example",
                    "mx2.a.example",
                    "fm01.as38915.net",
                    "esva.b.example",
                    "mail.c.example",
                    "localhost",
                    "."))
            .as((preference, host) -> preference + " " + host);
    Arbitrary<String> target =
        Arbitraries.of(
            "autodiscover.outlook.com",
            "selector1-a-example._domainkey.t.onmicrosoft.com",
            "blogspot.l.googleusercontent.com",
            "mail.a.example",
            "mx1-eu1.ppe-hosted.com");
    Arbitrary<String> status = Arbitraries.of("NODATA", "NXDOMAIN", "TIMEOUT", "SERVFAIL");
    Arbitrary<String> txt =
        Arbitraries.of(
            "v=spf1 include:spf.protection.outlook.com include:_spf.zivver.com -all",
            "v=spf1 ip4:40.92.0.0/15 redirect=b.example",
            "MS=ms1",
            "google-site-verification=x");
    return Combinators.combine(
            mx.list().ofMaxSize(4),
            target.list().ofMaxSize(2),
            target.list().ofMaxSize(1),
            txt.list().ofMaxSize(3),
            status.list().ofSize(3))
        .as(
            (hosts, dkim, chain, texts, failures) -> {
              ObservationBuilder domain = ObservationBuilder.of("a.example");
              if (!hosts.isEmpty()) {
                domain.mx(hosts.stream().distinct().toArray(String[]::new));
              }
              domain.failed(failures.get(0), "dkim-selector1", "dkim-selector2");
              domain.failed(failures.get(1), "autodiscover").failed(failures.get(2), "wildcard-a");
              if (dkim.size() == 2) {
                domain.dkim(dkim.get(0), dkim.get(1));
              }
              if (!chain.isEmpty()) {
                domain.autodiscover(chain.get(0));
              }
              if (!texts.isEmpty()) {
                domain.txt(texts.stream().distinct().toArray(String[]::new));
              }
              return domain
                  .host("mx1.a.example", "207.54.64.18", 30238, "IRONPORT, US")
                  .spf("b.example", "v=spf1 include:_spf.google.com -all");
            });
  }

  @Property
  void aGatewayIsNeverABackend(@ForAll("domains") ObservationBuilder domain) {
    DomainAttribution a = CLASSIFIER.classify(domain.index());
    Optional<Provider> backend = CATALOGUE.provider(a.getBackend());
    assertThat(backend.map(Provider::keepsMailboxes).orElse(true), is(true));
    assertThat(a.getBackendConfidence(), is(in(BANDS)));
    boolean decided = !Set.of("unknown", "none").contains(a.getBackend());
    assertThat(!a.getBackendConfidence().equals("unknown"), is(decided));
    if (a.getStatus().equals("ok")) {
      assertThat(decided, is(true));
    }
    assertThat(a.getRule().isEmpty(), is(false));
  }

  @Property
  void theOrderOfAnswersAndRecordsIsIrrelevant(
      @ForAll("domains") ObservationBuilder domain, @ForAll long seed) {
    DomainAttribution before = CLASSIFIER.classify(domain.index());
    DomainObservation observation = domain.observation();
    List<ObservedAnswer> answers = new ArrayList<>(observation.getAnswers());
    Random random = new Random(seed);
    Collections.shuffle(answers, random);
    answers.forEach(
        answer -> {
          answer.setRecords(new ArrayList<>(answer.getRecords()));
          Collections.shuffle(answer.getRecords(), random);
        });
    observation.setAnswers(answers);
    assertThat(CLASSIFIER.classify(new AnswerIndex(observation)), is(before));
  }

  @Property
  void aWildcardDecidesNothing(@ForAll("domains") ObservationBuilder domain) {
    String anything = "selector1-a-example._domainkey.t.onmicrosoft.com";
    String microsoft = "autodiscover.outlook.com";
    String key = "\"v=DKIM1; p=MIIB\"";
    domain
        .mx("10 mx1-eu1.ppe-hosted.com")
        .dkim(anything, anything)
        .autodiscover(microsoft)
        .answer("dkim-google", "google._domainkey.a.example", "TXT", "NOERROR", key)
        .chain("wildcard-a", "c0ntr0l.a.example", "A", List.of(microsoft))
        .answer("wildcard-dkim", "c0ntr0l._domainkey.a.example", "CNAME", "NOERROR", anything)
        .answer("wildcard-dkim-txt", "c0ntr0l._domainkey.a.example", "TXT", "NOERROR", key);
    assertThat(CLASSIFIER.classify(domain.index()).getBackend(), is("unknown"));
  }

  /** Evidence for Microsoft, each a record that may be there or not. */
  private static DomainAttribution with(String mx, boolean ownClient, Set<String> evidence) {
    ObservationBuilder domain = ObservationBuilder.of("a.example").mx(mx);
    List<String> texts = new ArrayList<>(List.of("google-site-verification=x"));
    if (evidence.contains("dkim")) {
      domain.microsoftDkim("t");
    }
    if (evidence.contains("autodiscover")) {
      domain.autodiscover("autodiscover.outlook.com");
    } else if (ownClient) {
      domain.autodiscover("mail.a.example");
    }
    if (evidence.contains("spf")) {
      texts.add("v=spf1 include:spf.protection.outlook.com -all");
    }
    if (evidence.contains("token")) {
      texts.add("MS=ms1");
    }
    if (evidence.contains("eop")) {
      String name = "a-example.mail.protection.outlook.com";
      domain.answer("eop-name", name, "A", "NOERROR", "192.0.2.1");
    }
    if (evidence.contains("backup")) {
      domain.mx(mx, "90 a-example.mail.protection.outlook.com");
    }
    return CLASSIFIER.classify(domain.txt(texts.toArray(String[]::new)).index());
  }

  private static int sureOfMicrosoft(DomainAttribution a) {
    List<String> bands = List.of("medium", "high", "certain");
    return a.getBackend().equals("microsoft-365") ? 1 + bands.indexOf(a.getBackendConfidence()) : 0;
  }

  @Property
  void moreEvidenceForOneNeverLowersIt(
      @ForAll("receivers") String mx,
      @ForAll boolean ownClient,
      @ForAll("evidence") Set<String> evidence,
      @ForAll("evidence") Set<String> more) {
    Set<String> all = new HashSet<>(evidence);
    all.addAll(more);
    assertThat(
        sureOfMicrosoft(with(mx, ownClient, all)),
        is(greaterThanOrEqualTo(sureOfMicrosoft(with(mx, ownClient, evidence)))));
  }

  @Provide
  Arbitrary<String> receivers() {
    return Arbitraries.of(
        "10 mx1-eu1.ppe-hosted.com",
        "10 aspmx.l.google.com",
        "10 a-example.mail.protection.outlook.com",
        "10 mx1.mail.ovh.net",
        "10 mail.a.example",
        "10 fm01.as38915.net",
        "10 mail.b.example");
  }

  @Provide
  Arbitrary<Set<String>> evidence() {
    return Arbitraries.of("dkim", "autodiscover", "spf", "token", "eop", "backup").set();
  }

  @Property
  void anyTextIsClassified(
      @ForAll String mx,
      @ForAll String host,
      @ForAll String txt,
      @ForAll String target,
      @ForAll String network,
      @ForAll String status) {
    DomainAttribution a =
        CLASSIFIER.classify(
            ObservationBuilder.of("a.example")
                .mx(mx, "10 " + host, "20 mx1.a.example")
                .txt(txt, "v=spf1 " + txt, "MS=" + txt)
                .dkim(target, "selector2" + target)
                .autodiscover(target)
                .answer("autodiscover-srv", "_autodiscover._tcp.a.example", "SRV", "NOERROR", txt)
                .answer("dkim-google", "google._domainkey.a.example", "TXT", status, txt)
                .answer("mail-host-a", "mx1.a.example", "A", "NOERROR", target, "192.0.2.1")
                .answer("origin", "1.2.0.192.origin.asn.cymru.com", "TXT", "NOERROR", network)
                .index());
    for (Evidence e : a.getEvidence()) {
      assertThat(e.getSeen().length(), is(lessThanOrEqualTo(300)));
      assertThat(e.getSeen().chars().anyMatch(Character::isISOControl), is(false));
    }
  }
}
