package nl.wolkenkaart.observation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds the observation of one domain for tests. Every question that is asked once per domain is
 * answered NXDOMAIN (NODATA at the domain itself) unless told otherwise; questions about followed
 * names are only there when told.
 */
public final class ObservationBuilder {
  private static final Instant SEEN = Instant.parse("2026-04-28T12:00:00Z");

  private final String domain;
  private final Map<String, ObservedAnswer> answers = new LinkedHashMap<>();

  private ObservationBuilder(String domain) {
    this.domain = domain;
    for (String type : List.of("MX", "TXT", "A", "AAAA")) {
      put(type.toLowerCase(java.util.Locale.ROOT), domain, type, "NODATA", List.of());
    }
    absent("autodiscover", "autodiscover." + domain, "A");
    absent("autodiscover-srv", "_autodiscover._tcp." + domain, "SRV");
    absent("dkim-selector1", "selector1._domainkey." + domain, "CNAME");
    absent("dkim-selector2", "selector2._domainkey." + domain, "CNAME");
    absent("dkim-google", "google._domainkey." + domain, "TXT");
    absent("eop-name", label() + ".mail.protection.outlook.com", "A");
    absent("wildcard-a", "c0ntr0l." + domain, "A");
    absent("wildcard-dkim", "c0ntr0l._domainkey." + domain, "CNAME");
    absent("wildcard-dkim-txt", "c0ntr0l._domainkey." + domain, "TXT");
  }

  public static ObservationBuilder of(String domain) {
    return new ObservationBuilder(domain);
  }

  /** MX records such as {@code 10 mail.example.nl}. */
  public ObservationBuilder mx(String... records) {
    return put("mx", domain, "MX", "NOERROR", List.of(), records);
  }

  /** TXT records at the domain, each as plain text. */
  public ObservationBuilder txt(String... texts) {
    return put("txt", domain, "TXT", "NOERROR", List.of(), quoted(texts));
  }

  /** The SPF record of a name that another one includes. */
  public ObservationBuilder spf(String name, String... texts) {
    return put("spf", name, "TXT", "NOERROR", List.of(), quoted(texts));
  }

  /** A mail host's address, and the autonomous system that announces it. */
  public ObservationBuilder host(String name, String ipv4, long asn, String asName) {
    put("mail-host-a", name, "A", "NOERROR", List.of(), ipv4);
    return network(ipv4, asn, asName);
  }

  /** A mail host that is a CNAME. */
  public ObservationBuilder hostAlias(String name, String... chain) {
    return put("mail-host-a", name, "A", "NOERROR", List.of(chain), "192.0.2.250");
  }

  public ObservationBuilder network(String ipv4, long asn, String asName) {
    List<String> octets = Arrays.asList(ipv4.split("\\."));
    java.util.Collections.reverse(octets);
    String origin = String.join(".", octets) + ".origin.asn.cymru.com";
    String text = asn + " | " + ipv4 + "/24 | NL | ripencc | 2000-01-01";
    put("origin", origin, "TXT", "NOERROR", List.of(), quoted(text));
    String name = asn + " | NL | ripencc | 2000-01-01 | " + asName;
    return put("as-name", "as" + asn + ".asn.cymru.com", "TXT", "NOERROR", List.of(), quoted(name));
  }

  /** CNAME targets of the two selectors. */
  public ObservationBuilder dkim(String target1, String target2) {
    put("dkim-selector1", "selector1._domainkey." + domain, "CNAME", "NOERROR", List.of(), target1);
    return put(
        "dkim-selector2", "selector2._domainkey." + domain, "CNAME", "NOERROR", List.of(), target2);
  }

  /** DKIM at Microsoft with this tenant. */
  public ObservationBuilder microsoftDkim(String tenant) {
    String rest = "-" + label() + "._domainkey." + tenant + ".onmicrosoft.com";
    return dkim("selector1" + rest, "selector2" + rest);
  }

  /** The CNAME chain of autodiscover, whose end does not matter. */
  public ObservationBuilder autodiscover(String... chain) {
    return put("autodiscover", "autodiscover." + domain, "A", "NXDOMAIN", List.of(chain));
  }

  /** The answer to one question: status, and data of its records. */
  public ObservationBuilder answer(
      String question, String name, String type, String status, String... data) {
    return put(question, name, type, status, List.of(), data);
  }

  /** As the other, with a CNAME chain. */
  public ObservationBuilder chain(
      String question, String name, String type, List<String> chain, String... data) {
    return put(question, name, type, data.length == 0 ? "NXDOMAIN" : "NOERROR", chain, data);
  }

  /** No answer to questions asked once per domain. */
  public ObservationBuilder failed(String status, String... questions) {
    for (String question : questions) {
      answers.values().stream()
          .filter(a -> a.getQuestion().equals(question))
          .toList()
          .forEach(a -> put(question, a.getName(), a.getType(), status, List.of()));
    }
    return this;
  }

  /** Questions that the plan does not have. */
  public ObservationBuilder notPlanned(String... questions) {
    answers.values().removeIf(a -> List.of(questions).contains(a.getQuestion()));
    return this;
  }

  public DomainObservation observation() {
    return DomainObservation.newBuilder()
        .setDomain(domain)
        .setPlan("test")
        .setAnswers(new ArrayList<>(answers.values()))
        .build();
  }

  public AnswerIndex index() {
    return new AnswerIndex(observation());
  }

  private String label() {
    return domain.replace('.', '-');
  }

  private void absent(String question, String name, String type) {
    put(question, name, type, "NXDOMAIN", List.of());
  }

  private ObservationBuilder put(
      String question,
      String name,
      String type,
      String status,
      List<String> chain,
      String... data) {
    List<ObservedRecord> records = new ArrayList<>();
    for (String d : data) {
      records.add(new ObservedRecord(name, type, 3600L, d));
    }
    answers.put(
        question + ' ' + name + ' ' + type,
        ObservedAnswer.newBuilder()
            .setQuestion(question)
            .setName(name)
            .setType(type)
            .setStatus(status)
            .setRecords(records)
            .setChain(chain)
            .setAttempts(1)
            .setObservedAt(SEEN)
            .setRoundTripMs(1)
            .build());
    return this;
  }

  private static String[] quoted(String... texts) {
    return Arrays.stream(texts).map(t -> '"' + t + '"').toArray(String[]::new);
  }
}
