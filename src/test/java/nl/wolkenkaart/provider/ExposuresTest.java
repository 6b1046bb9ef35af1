package nl.wolkenkaart.provider;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.wolkenkaart.statistics.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The axes stay apart: law of the operator, place of the servers, who else sees the mail. */
class ExposuresTest {
  private static final Catalogue CATALOGUE = Catalogue.embedded();

  private static List<String> texts(Attribution row, Catalogue catalogue) {
    return Exposures.of(row, catalogue).stream()
        .map(e -> String.join(" ", e.getRole(), e.getOperator(), e.getJurisdiction()))
        .toList();
  }

  private static Attribution behindAFilter() {
    Attribution row = Rows.attribution("i", "town", "ok", "ezorg", "microsoft-365");
    row.setReceiverIsGateway(true);
    row.setServerCountry("NL");
    row.setSenders(List.of("other:mailer.example", "zivver"));
    row.setPosture(
        Posture.newBuilder().setDmarcReportProcessors(List.of("mimecast", "self")).build());
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(new Evidence("mx", "MX 10 mx.ezorg.example", "ezorg", "receiver", 0, "mx-suffix"));
    evidence.add(new Evidence("dkim", "selector1", "microsoft-365", "backend", 25, "dkim-cname"));
    evidence.add(
        new Evidence("mx", "MX 20 solvinity", "solvinity", "note", 0, "mx-less-preferred"));
    evidence.add(new Evidence("spf", "SPF include:zivver", "zivver", "sender", 0, "spf-direct"));
    row.setEvidence(evidence);
    return row;
  }

  @Test
  void eachRoleHasItsJurisdictionAndItsEvidence() {
    assertThat(
        texts(behindAFilter(), CATALOGUE),
        contains(
            "backend microsoft-365 US",
            "backup solvinity GB",
            "dmarc-reports mimecast GB",
            "dmarc-reports self self",
            "gateway ezorg NL",
            "sender other:mailer.example unknown",
            "sender zivver US",
            "server ezorg NL"));
    Exposure zivver = Exposures.of(behindAFilter(), CATALOGUE).get(6);
    assertThat(zivver.getEvidence(), contains("SPF include:zivver"));
    assertThat(zivver.getParent(), is("kiteworks"));
    assertThat(zivver.getConfidence(), is("documented"));
  }

  @Test
  void theOwnersOfADayDecide() {
    Catalogue before = CATALOGUE.asOf(LocalDate.of(2025, 1, 1));
    List<String> changed = new ArrayList<>(texts(behindAFilter(), before));
    changed.removeAll(texts(behindAFilter(), CATALOGUE));
    assertThat(changed, contains("sender zivver NL"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no_mail_declared", "no_mail_found", "nxdomain", "no_domain"})
  void withoutMailNobodyReceivesIt(String status) {
    Attribution row = Rows.attribution("i", "town", status, "none", "none");
    assertThat(texts(row, CATALOGUE), is(empty()));
    row.setSenders(List.of("zivver"));
    assertThat(texts(row, CATALOGUE), contains("sender zivver US"));
  }

  @Test
  void aFailedLookupIsSaidAndNotLeftOut() {
    Attribution row = Rows.attribution("i", "town", "lookup_failed", "unknown", "unknown");
    assertThat(
        texts(row, CATALOGUE),
        contains("backend unknown unknown", "receiver unknown unknown", "server unknown unknown"));
  }

  @Test
  void ofSeveralReceiversEachIsThere() {
    assertThat(
        texts(Rows.town().get(8), CATALOGUE),
        containsInAnyOrder(
            "backend microsoft-365 US",
            "receiver microsoft-365 US",
            "receiver self self",
            "server unknown unknown"));
  }
}
