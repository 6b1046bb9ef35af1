package nl.wolkenkaart.world;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.google.common.base.Splitter;
import com.google.common.collect.Lists;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** The planted records, asked for as the measurement does. */
class CountryAnswersTest {
  private static final Country COUNTRY = Country.of(3, 0.2);
  private static final Answerer ANSWERER =
      new Answerer(COUNTRY.zones(), new Faults(COUNTRY.faults()));

  @Test
  void mailExchangersFitWhatIsExpected() throws IOException {
    for (PlantedOrganisation o : COUNTRY.organisations()) {
      Message reply = ask(o.domain(), "MX");
      List<String> mx = data(reply);
      boolean address = !data(ask(o.domain(), "A")).isEmpty();
      boolean fails = lost(o.domain());
      String reason = o.scenario() + " " + o.domain() + " " + mx;
      assertThat(reason, fails, is(o.expected().status().equals("lookup_failed")));
      switch (o.expected().status()) {
        case "nxdomain" -> assertThat(reason, reply.getRcode(), is(Rcode.NXDOMAIN));
        case "no_mail_declared" -> assertThat(reason, mx, contains("0 ."));
        case "implicit_mx" -> assertThat(reason, mx.isEmpty() && address, is(true));
        case "no_mail_found" ->
            assertThat(
                reason,
                mx.isEmpty() ? !address : mx.stream().allMatch(r -> r.endsWith(".invalid.")),
                is(true));
        case "lookup_failed" -> assertThat(reason, o.decides(), is(false));
        default -> assertThat(reason, mx, is(not(empty())));
      }
    }
  }

  @Test
  void mailExchangersHaveAddressesInNetworksThatAreAnnounced() throws IOException {
    int hosts = 0;
    for (PlantedOrganisation o : COUNTRY.organisations().subList(0, 1000)) {
      for (String mx : data(ask(o.domain(), "MX"))) {
        String host = mx.substring(mx.indexOf(' ') + 1);
        if (host.equals(".") || host.endsWith(".invalid.")) {
          continue;
        }
        List<String> addresses = data(ask(host, "A"));
        assertThat(host, addresses, hasSize(1));
        List<String> parts = Lists.reverse(Splitter.on('.').splitToList(addresses.get(0)));
        String name = String.join(".", parts) + ".origin.asn.cymru.com";
        assertThat(
            data(ask(name, "TXT")).get(0),
            matchesPattern(
                "\"\\d+( \\d+)? \\| 198\\.1[89]\\.\\d+\\.0/24 \\| [A-Z]{2} \\| (arin|ripencc) \\|"
                    + " \\d{4}-\\d\\d-\\d\\d\"|\"20857 \\| 192\\.0\\.2\\.0/24 .*\""));
        hosts++;
      }
    }
    assertThat(hosts, greaterThan(1000));
  }

  @Test
  void networksAnswerAsTheServiceDoes() throws IOException {
    assertThat(
        data(ask("AS8075.asn.cymru.com", "TXT")),
        contains("\"8075 | US | arin | 1997-03-31 | MICROSOFT-CORP-MSN-AS-BLOCK, US\""));
    // TransIP is the first in the list: the first block of each kind is its.
    String nibbles = "1.0.0.0." + "0.0.0.0.".repeat(4) + "1.0.0.0.8.b.d.0.1.0.0.2";
    String name = "0.0.0.0." + nibbles + ".origin6.asn.cymru.com";
    assertThat(
        data(ask(name, "TXT")),
        contains("\"20857 | 2001:db8:1::/48 | NL | ripencc | 2001-09-18\""));
    assertThat(ask("1.0.0.10.origin.asn.cymru.com", "TXT").getRcode(), is(Rcode.NXDOMAIN));
  }

  @Test
  void tenantsAreThereAndInventedOnesAreNot() throws IOException {
    assertThat(data(ask("microsoft.sharepoint.com", "A")), hasSize(1));
    assertThat(ask("qzjxkvwpqzjxkvwpqzjx.sharepoint.com", "A").getRcode(), is(Rcode.NXDOMAIN));
    PlantedOrganisation o = first("microsoft-new-label");
    String target = data(ask("selector1._domainkey." + o.domain(), "CNAME")).get(0);
    assertThat(
        target,
        matchesPattern(
            "selector1-[a-z0-9-]+\\._domainkey\\.[a-z0-9]+\\.[a-y]-v1\\.dkim\\.mail\\.microsoft\\."));
    String tenant = Splitter.on('.').splitToList(target).get(2);
    assertThat(data(ask(tenant + ".sharepoint.com", "A")), hasSize(1));
    assertThat(data(ask(tenant + "-my.sharepoint.com", "A")), hasSize(1));
    assertThat(
        data(ask(o.domain(), "MX")).get(0),
        matchesPattern("(0|10) .*\\.[a-y]-v1\\.mx\\.microsoft\\."));
  }

  @Test
  void hyphenatedDomainsLoseTheirHyphenInMicrosoftsLabel() throws IOException {
    PlantedOrganisation o = first("microsoft-hyphen-label");
    String label = o.domain().replace("-", "").replace(".", "-");
    assertThat(
        data(ask(o.domain(), "MX")).get(0),
        matchesPattern("(0|10) " + label + "\\d\\d[a-f]\\.mail\\.protection\\.outlook\\.com\\."));
    String rebuilt = o.domain().replace('.', '-') + ".mail.protection.outlook.com";
    assertThat(ask(rebuilt, "A").getRcode(), is(Rcode.NXDOMAIN));
  }

  @Test
  void odditiesAreThere() throws IOException {
    String macro = String.join("", data(ask(first("self-spf-macro").domain(), "TXT")));
    assertThat(macro, startsWith("\"v=spf1 exists:%{i}._i.%{h}._h.%{o}._o._spf."));
    List<String> two = data(ask(first("microsoft-two-spf-records").domain(), "TXT"));
    assertThat(two.stream().filter(t -> t.startsWith("\"v=spf1")).toList(), hasSize(2));
    int bytes =
        data(ask(first("microsoft-big-txt").domain(), "TXT")).stream()
            .mapToInt(String::length)
            .sum();
    assertThat(bytes, greaterThan(4096));
    assertThat(
        data(ask(first("microsoft-verification-mx").domain(), "MX")),
        hasItem(matchesPattern("32767 ms\\d{8}\\.msv1\\.invalid\\.")));
    String blog = first("wildcard-no-mail").domain();
    assertThat(
        ask("whatever." + blog, "A").getSection(Section.ANSWER).get(0).rdataToString(),
        is("blogspot.l.googleusercontent.com."));
  }

  private static PlantedOrganisation first(String scenario) {
    Predicate<PlantedOrganisation> wanted = o -> o.scenario().equals(scenario);
    return COUNTRY.organisations().stream().filter(wanted).findFirst().orElseThrow();
  }

  /** Whether neither the first try nor the second is answered. */
  private static boolean lost(String domain) {
    Fault fault = COUNTRY.faults().get(domain);
    return fault != null && fault != StandardFault.FLAKY && fault != StandardFault.TRUNCATE_UDP;
  }

  private static Message ask(String name, String type) throws IOException {
    Name absolute = Name.fromString(name, Name.root);
    byte[] query =
        Message.newQuery(Record.newRecord(absolute, Type.value(type), DClass.IN)).toWire();
    int length = ANSWERER.answer(query, query.length, true);
    return new Message(java.util.Arrays.copyOf(ANSWERER.message(), length));
  }

  /** RDATA of the records of the asked type. */
  private static List<String> data(Message reply) {
    return reply.getSection(Section.ANSWER).stream()
        .filter(r -> r.getType() == reply.getQuestion().getType())
        .map(Record::rdataToString)
        .toList();
  }
}
