package nl.wolkenkaart.lookup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookupPlanTest {
  private static final String SMALL =
      """
      version: 7
      domain:
        - {id: mx, name: "{domain}", type: MX}
        - {id: txt, name: "{domain}", type: TXT}
      mail_host:
        - {id: mail-host-a, name: "{mail_host}", type: A}
      bounds: {mail_host: 5}
      """;

  private static LookupPlan read(String yaml) throws IOException {
    return LookupPlan.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }

  private static String fault(String yaml) {
    return assertThrows(IllegalArgumentException.class, () -> read(yaml)).getMessage();
  }

  @Test
  void embeddedPlanLoads() {
    LookupPlan plan = LookupPlan.embedded();
    assertThat(plan.about(Subject.DOMAIN).size(), is(28));
    assertThat(plan.about(Subject.DOMAIN).get(0), is(new PlannedQuestion("mx", "{domain}", "MX")));
    assertThat(
        plan.about(Subject.SPF_DOMAIN),
        contains(new PlannedQuestion("spf", "{spf_domain}", "TXT")));
    assertThat(plan.bound(Subject.DOMAIN), is(1));
    assertThat(plan.bound(Subject.MAIL_HOST), is(20));
    assertThat(plan.bound(Subject.SPF_DOMAIN), is(40));
    assertThat(plan.bound(Subject.TENANT), is(4));
    assertThat(plan.bound(Subject.IPV4), is(24));
    assertThat(plan.bound(Subject.IPV6), is(24));
    assertThat(plan.bound(Subject.AS_NUMBER), is(24));
  }

  @Test
  void readsQuestionsBoundsAndVersion() throws IOException {
    LookupPlan plan = read(SMALL);
    assertThat(plan.version(), is(7));
    assertThat(plan.about(Subject.DOMAIN).size(), is(2));
    assertThat(plan.about(Subject.TENANT), is(empty()));
    assertThat(plan.bound(Subject.MAIL_HOST), is(5));
    assertThat(plan.bound(Subject.TENANT), is(1));
  }

  @Test
  void saysAllFaultsAtOnce() {
    String message =
        fault(
            """
            version: 1
            domain:
              - {id: mx, name: "{domain}", type: MX}
              - {id: mx, name: "{domain}", type: TXT}
              - {id: odd, name: "{domain}", type: MAILBOXES}
              - {id: nameless, type: A}
              - {name: "{domain}", type: A}
              - {id: typo, name: "{domian}", type: A}
            mailhost:
              - {id: mail-host-a, name: "{mail_host}", type: A}
            bounds: {mail_host: -1, tennant: 4, ipv4: many}
            """);
    assertThat(
        message,
        allOf(
            containsString("'mx'"),
            containsString("'odd'"),
            containsString("'nameless'"),
            containsString("question without an id"),
            containsString("{domian}"),
            containsString("'mailhost'")));
    assertThat(
        message,
        allOf(
            containsString("'mail_host'"),
            containsString("'tennant'"),
            containsString("'ipv4'"),
            not(containsString("\n"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | version",
        "domain: [] | version",
        "version: x | version",
        "[1, 2] | version",
        "{version: 1, domain: mx} | 'domain'",
        "{version: 1, domain: [mx]} | without an id",
        "{version: 1, domain: [{id: a, name: '{mail_host}', type: A}]} | {mail_host}",
        "{version: 1, domain: [{id: a, name: '{domain}', type: a}]} | 'a'",
        "{version: 1, domain: [{id: a, name: '{domain}', type: ANY}]} | 'a'",
        "{version: 1, domain: [{id: a, name: '{domain}', type: AXFR}]} | 'a'",
        "{version: 1, | cannot be read",
      })
  void refusesWhatIsNoPlan(String yaml, String part) {
    assertThat(fault(yaml), allOf(containsString(part), not(containsString("\n"))));
  }

  @Test
  void withoutLeavesOut() {
    LookupPlan plan = LookupPlan.embedded();
    LookupPlan less = plan.without(List.of("mx", "tlsa"));
    assertThat(less.about(Subject.DOMAIN).size(), is(27));
    assertThat(
        less.about(Subject.MAIL_HOST).stream().map(PlannedQuestion::id).toList(),
        contains("mail-host-a", "mail-host-aaaa"));
    assertThat(less.bound(Subject.MAIL_HOST), is(20));
    assertThat(plan.about(Subject.DOMAIN).size(), is(28));
    assertThat(plan.without(List.of()), equalTo(plan));
  }

  @Test
  void withoutSaysAllThatItDoesNotKnow() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> LookupPlan.embedded().without(List.of("mx", "smtp", "pop")))
            .getMessage();
    assertThat(message, is("the plan has no such questions: smtp, pop"));
  }

  @Test
  void idIsStableAndChangesWithThePlan() throws IOException {
    String id = read(SMALL).id();
    assertThat(id, matchesPattern("7-[0-9a-f]{12}"));
    assertThat(read("# a note\n" + SMALL).id(), is(id));
    assertThat(read(SMALL.replace("version: 7", "version: 8")).id(), not(is(id)));
    assertThat(read(SMALL.replace("type: TXT", "type: A")).id(), not(is(id)));
    assertThat(read(SMALL.replace("id: txt", "id: text")).id(), not(is(id)));
    assertThat(
        read(SMALL.replace("name: \"{domain}\", type: T", "name: x, type: T")).id(), not(is(id)));
    assertThat(read(SMALL.replace("{mail_host: 5}", "{mail_host: 6}")).id(), not(is(id)));
    assertThat(read(SMALL).without(List.of("txt")).id(), not(is(id)));
    assertThat(
        read(SMALL).without(List.of("txt", "mx")).id(),
        is(read(SMALL).without(List.of("mx", "txt")).id()));
  }

  /** What travels to a worker is the same plan with the same identifier. */
  @Test
  void travels() throws Exception {
    LookupPlan plan = LookupPlan.embedded().without(List.of("sip"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(plan);
    }
    Object there =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    assertThat(there, equalTo(plan));
    assertThat(((LookupPlan) there).id(), is(plan.id()));
  }
}
