package nl.wolkenkaart.lookup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionNamesTest {
  private final QuestionNames names = new QuestionNames("2026-04-01");

  private Optional<String> name(Subject subject, String template, String value) {
    return names
        .of(new PlannedQuestion("id", template, "A"), subject, value)
        .map(
            question -> {
              assertThat(question.type(), is("A"));
              return question.name();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "DOMAIN, {domain}, example.nl, example.nl",
    "DOMAIN, _25._tcp.{domain}, xn--caf-dma.example, _25._tcp.xn--caf-dma.example",
    "DOMAIN, {eop_label}.mail.protection.outlook.com, a.b.nl, a-b-nl.mail.protection.outlook.com",
    "MAIL_HOST, _25._tcp.{mail_host}, mx.example, _25._tcp.mx.example",
    "SPF_DOMAIN, {spf_domain}, _spf.example, _spf.example",
    "TENANT, {tenant}-my.sharepoint.com, contoso, contoso-my.sharepoint.com",
    "TENANT, microsoft.sharepoint.com, contoso, microsoft.sharepoint.com",
    "IPV4, {ipv4}.origin.asn.cymru.com, 1.2.0.192, 1.2.0.192.origin.asn.cymru.com",
    "IPV6, {ipv6}.origin6.asn.cymru.com, 1.0.0.2, 1.0.0.2.origin6.asn.cymru.com",
    "AS_NUMBER, as{as_number}.asn.cymru.com, 1103, as1103.asn.cymru.com",
  })
  void fillsIn(Subject subject, String template, String value, String expected) {
    assertThat(name(subject, template, value), is(Optional.of(expected)));
  }

  /** sha256("2026-04-01/example.nl") begins with these eight bytes. */
  @Test
  void controlLabelComesFromRunAndDomain() {
    assertThat(
        name(Subject.DOMAIN, "{control}._domainkey.{domain}", "example.nl"),
        is(Optional.of("wk2e31c20c5c5df09a._domainkey.example.nl")));
  }

  @Test
  void controlLabelDiffersBetweenRunsAndDomains() {
    PlannedQuestion control = new PlannedQuestion("wildcard-a", "{control}.x", "A");
    Optional<Question> here = names.of(control, Subject.DOMAIN, "example.nl");
    assertThat(names.of(control, Subject.DOMAIN, "example.nl"), equalTo(here));
    assertThat(names.of(control, Subject.DOMAIN, "example.be"), not(equalTo(here)));
    QuestionNames later = new QuestionNames("2026-04-02");
    assertThat(later.of(control, Subject.DOMAIN, "example.nl"), not(equalTo(here)));
  }

  /** One per run, whatever the tenant: it is asked once for all of them. */
  @Test
  void tenantControlIsOneForTheRun() {
    PlannedQuestion control = new PlannedQuestion("absent", "{tenant_control}.sharepoint.com", "A");
    Optional<Question> here = names.of(control, Subject.TENANT, "contoso");
    assertThat(here.orElseThrow().name(), matchesPattern("[a-z]{20}\\.sharepoint\\.com"));
    assertThat(names.of(control, Subject.TENANT, "fabrikam"), equalTo(here));
    QuestionNames later = new QuestionNames("2026-04-02");
    assertThat(later.of(control, Subject.TENANT, "contoso"), not(equalTo(here)));
  }

  @Test
  void longestNameAndLabelAreAsked() {
    String label = "x".repeat(63);
    String longest = label + "." + label + "." + label + "." + "y".repeat(61);
    assertThat(longest.length(), is(253));
    assertThat(name(Subject.DOMAIN, "{domain}", longest), is(Optional.of(longest)));
    assertThat(name(Subject.DOMAIN, "{domain}", longest + "y"), is(Optional.empty()));
    assertThat(name(Subject.DOMAIN, "_dmarc.{domain}", longest), is(Optional.empty()));
    assertThat(name(Subject.DOMAIN, "x{domain}", label), is(Optional.empty()));
  }

  @Test
  void eopLabelOfALongDomainIsNotAsked() {
    String domain = "x".repeat(40) + "." + "y".repeat(40) + ".nl";
    assertThat(
        name(Subject.DOMAIN, "{eop_label}.mail.protection.outlook.com", domain),
        is(Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a..b", ".a", "a.", "a\\.b", "a\\032b.example"})
  void whatIsNoNameIsNotAsked(String value) {
    assertThat(name(Subject.MAIL_HOST, "{mail_host}", value), is(Optional.empty()));
  }

  /** A hostile name that looks like a placeholder is not filled in a second time. */
  @Test
  void valuesAreNotTemplates() {
    assertThat(
        name(Subject.MAIL_HOST, "{mail_host}", "{tenant_control}.example"),
        is(Optional.of("{tenant_control}.example")));
    assertThat(
        name(Subject.TENANT, "{tenant}.sharepoint.com", "x{tenant}"),
        is(Optional.of("x{tenant}.sharepoint.com")));
  }
}
