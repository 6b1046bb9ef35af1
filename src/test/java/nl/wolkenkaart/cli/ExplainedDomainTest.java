package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.wolkenkaart.observation.ObservationBuilder;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.provider.Classifier;
import nl.wolkenkaart.provider.Corrections;
import nl.wolkenkaart.provider.Evidence;
import org.junit.jupiter.api.Test;

class ExplainedDomainTest {
  private static final Catalogue CATALOGUE = Catalogue.embedded();
  private static final ExplainCustomers ALONE =
      ExplainCustomers.unknown(new Classifier(CATALOGUE), CATALOGUE);
  private static final Corrections CORRECTIONS = Corrections.embedded(LocalDate.of(2026, 4, 28));
  private static final String OUTLOOK = "autodiscover.outlook.com";
  private static final String SPF = "v=spf1 include:spf.protection.outlook.com -all";
  private static final String FILTER = "10 mailfilter01.ezorg.nl";
  private static final String DIRECT = "0 city-example.mail.protection.outlook.com";

  private static ObservationBuilder city() {
    return ObservationBuilder.of("city.example");
  }

  private static ObservationBuilder ownRelay() {
    return city()
        .mx("10 mail.city.example")
        .host("mail.city.example", "192.0.2.7", 64496, "Example Carrier");
  }

  private static ExplainedDomain explain(ObservationBuilder built) {
    return ExplainedDomain.of(built.observation(), ALONE, CATALOGUE, CORRECTIONS);
  }

  private static List<String> changes(ObservationBuilder built) {
    return new ExplainChangesText(System.out, CATALOGUE).lines(explain(built));
  }

  private static String text(ObservationBuilder built) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ExplainText(new PrintStream(bytes, true, StandardCharsets.UTF_8), CATALOGUE)
        .print(explain(built));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void verdictsInOneLine() {
    assertThat(
        explain(ownRelay().microsoftDkim("gemeentecity").autodiscover(OUTLOOK)).verdict(),
        is(
            "Microsoft 365, certain: DKIM selector1 -> tenant gemeentecity;"
                + " autodiscover -> Microsoft 365; first hop: own relay in AS64496"));
    assertThat(
        explain(city().mx(DIRECT).txt(SPF)).verdict(),
        is("Microsoft 365, certain: MX -> Microsoft 365; SPF -> Microsoft 365"));
    assertThat(
        explain(city().mx(FILTER).autodiscover(OUTLOOK)).verdict(),
        is(
            "Microsoft 365, high: autodiscover -> Microsoft 365;"
                + " first hop: E-Zorg mail filter, a filter"));
    assertThat(
        explain(city().mx(DIRECT).txt(SPF).autodiscover("mail.city.example")).verdict(),
        is(
            "Microsoft 365, medium: MX -> Microsoft 365; SPF -> Microsoft 365;"
                + " an own client set-up caps it at medium"));
    assertThat(
        explain(city().mx(FILTER).txt("MS=ms1")).verdict(),
        is(
            "unknown: a filter receives, and nothing shows who stands behind it;"
                + " first hop: E-Zorg mail filter, a filter; hints: txt-token -> Microsoft 365"));
    assertThat(
        explain(ownRelay()).verdict(),
        is(
            "own server, medium: an own host receives, and nobody else shows;"
                + " first hop: the same in AS64496"));
    assertThat(
        explain(city().mx("10 mx.hoster.example")).verdict(),
        is(
            "whoever runs hoster.example, medium: a host under somebody else's name receives,"
                + " and nobody else shows; first hop: whoever runs hoster.example"));
  }

  @Test
  void verdictsWithoutMailOrAnAnswer() {
    assertThat(
        explain(city().mx("0 .")).verdict(),
        is("no mail, as declared: the only MX record is the null MX, which declares no mail"));
    assertThat(
        explain(city().failed("NXDOMAIN", "mx")).verdict(),
        is("no such domain: the domain does not exist"));
    assertThat(
        explain(city().failed("TIMEOUT", "mx")).verdict(),
        is(
            "not known, a lookup failed: the question for MX was not answered,"
                + " so nothing is said"));
    assertThat(
        explain(city().mx("10 aspmx.l.google.com", "10 mx.other.example")).verdict(),
        is(
            "unknown, in conflict: several operators share the lowest preference, and nothing"
                + " tells the backend; first hop: several operators;"
                + " hints: mx -> Google Workspace"));
  }

  @Test
  void whatCarriesAVerdictIsFoundAloneOrTogether() {
    assertThat(
        changes(city().mx(FILTER).microsoftDkim("city")),
        contains(
            "without DKIM: unknown (gateway-opaque)",
            "with autodiscover at Microsoft 365: Microsoft 365, certain (dkim+autodiscover)",
            "with MX at Microsoft 365: Microsoft 365, certain (mx-direct+dkim)",
            "with SPF at Microsoft 365: Microsoft 365, certain (dkim+spf)",
            "without any one of MX: the same"));
    assertThat(
        changes(ownRelay().microsoftDkim("city").autodiscover(OUTLOOK)),
        contains(
            "without DKIM: Microsoft 365, high (autodiscover)",
            "without autodiscover: Microsoft 365, high (dkim)",
            "without DKIM and autodiscover: own server, medium (mx-own)",
            "without any one of MX, the networks of the mail hosts: the same"));
  }

  @Test
  void theCapIsNamed() {
    ObservationBuilder hybrid = city().mx(DIRECT).txt(SPF).autodiscover("mail.city.example");
    assertThat(
        changes(hybrid),
        hasItem(
            "without autodiscover: Microsoft 365, certain,"
                + " which the own client set-up prevents"));
    assertThat(
        text(hybrid),
        containsString(
            "medium: mx 40 + spf 20 = 60 points, which is certain,"
                + " capped because the client set-up points to an own name"));
  }

  @Test
  void anUnknownSaysWhatWouldTell() {
    assertThat(
        changes(city().mx(FILTER)),
        hasItems(
            "with DKIM at Microsoft 365: Microsoft 365, high (dkim)",
            "with autodiscover at Microsoft 365: Microsoft 365, high (autodiscover)"));
    assertThat(
        changes(ownRelay().txt("MS=ms1")),
        hasItem("without verification tokens: own server, medium (mx-own)"));
  }

  @Test
  void anUnknownThatSpfHintsAtIsTriedWithThatProvider() {
    List<String> lines = changes(ownRelay().txt("v=spf1 include:_spf.google.com -all"));
    assertThat(
        lines, hasItem("with MX at Google Workspace: Google Workspace, certain (mx-direct+spf)"));
    assertThat(lines, not(hasItem(containsString("Microsoft"))));
  }

  @Test
  void aFailureSaysWhatItsAnswerWouldHaveGiven() {
    ObservationBuilder failed = ownRelay().failed("TIMEOUT", "dkim-selector1");
    assertThat(
        changes(failed),
        hasItem(
            "if what failed had been answered, and nothing was there:"
                + " own server, medium (mx-own)"));
    assertThat(
        text(failed),
        containsString("dkim-selector1: selector1._domainkey.city.example CNAME: TIMEOUT"));
  }

  @Test
  void theNetworkOfAFilterDecidesWhoReceives() {
    assertThat(
        changes(
            city()
                .mx("10 mx1.city.example")
                .host("mx1.city.example", "192.0.2.9", 30238, "Cisco")
                .microsoftDkim("city")),
        hasItem(
            "without the networks of the mail hosts: Microsoft 365, high, received by self,"
                + " hosting own-name-on-network"));
  }

  @Test
  void jurisdictionIsThatOfTheParent() {
    assertThat(text(city().mx(DIRECT)), containsString(", under US jurisdiction (parent company)"));
  }

  @Test
  void whatIsSeenNeverReachesTheTerminalRaw() {
    ObservationBuilder hostile =
        city().mx(DIRECT).txt("MS=\u001b[31mred").answer("spf", "\u001b[2J", "TXT", "TIMEOUT");
    assertThat(text(hostile).indexOf('\u001b'), is(-1));
  }

  @Test
  void everyRuleOfALineHasItsSentence() {
    List<String> without = new ArrayList<>();
    for (ObservationBuilder built :
        List.of(
            ownRelay().microsoftDkim("a").autodiscover(OUTLOOK).txt(SPF, SPF, "MS=ms1"),
            city().mx("0 localhost", "10 mail.city.example").autodiscover("mail.city.example"),
            city()
                .mx("10 mx.b.example", "20 aspmx.l.google.com")
                .txt("v=spf1 exists:%{i}.a.example"),
            city().mx(DIRECT).dkim("a.example", "b.example").autodiscover("c.example"),
            city()
                .mx("10 mx1.city.example")
                .host("mx1.city.example", "192.0.2.9", 30238, "Cisco")
                .chain("wildcard-a", "c0ntr0l.city.example", "A", List.of("w.example"))
                .autodiscover("w.example")
                .answer(
                    "dkim-google",
                    "google._domainkey.city.example",
                    "TXT",
                    "NOERROR",
                    "\"v=DKIM1; p=a\"")
                .answer(
                    "eop-name",
                    "city-example.mail.protection.outlook.com",
                    "A",
                    "NOERROR",
                    "192.0.2.1"))) {
      for (Evidence line : explain(built).row().getEvidence()) {
        if (ExplainRules.meaning(line.getRule()).isEmpty()) {
          without.add(line.toString());
        }
      }
    }
    assertThat(without, is(List.of()));
  }

  @Test
  void json() throws Exception {
    String json =
        ExplainJson.of(
            List.of(explain(city().mx(FILTER).microsoftDkim("city").failed("SERVFAIL", "txt"))));
    JsonNode d = new ObjectMapper().readTree(json).get(0);
    assertThat(d.get("domain").asText(), is("city.example"));
    assertThat(d.get("status").asText(), is("ok"));
    assertThat(d.get("receiver").asText(), is("ezorg"));
    assertThat(d.get("receiver_is_gateway").asBoolean(), is(true));
    assertThat(d.get("receiver_jurisdiction").asText(), is("NL"));
    assertThat(d.get("backend").asText(), is("microsoft-365"));
    assertThat(d.get("rule").asText(), is("dkim"));
    assertThat(d.get("points").toString(), is("{\"dkim\":25}"));
    assertThat(d.get("points_band").asText(), is("high"));
    assertThat(d.get("capped_because").isNull(), is(true));
    assertThat(d.get("evidence").get(0).get("rule_means").asText(), containsString("CNAME"));
    assertThat(d.get("not_answered").get(0).get("question").asText(), is("txt"));
    JsonNode first = d.get("would_change").get(0);
    assertThat(first.get("without").toString(), is("[\"dkim\"]"));
    assertThat(first.get("at").isNull(), is(true));
    assertThat(first.get("backend").asText(), is("unknown"));
    JsonNode with = d.get("would_change").get(1);
    assertThat(with.get("with").toString(), is("[\"autodiscover\"]"));
    assertThat(with.get("at").asText(), is("microsoft-365"));
    assertThat(with.get("backend_confidence").asText(), is("certain"));
    assertThat(d.get("would_not_change").toString(), is("[\"mx\"]"));
    assertThat(json.endsWith("]\n"), is(true));
  }
}
