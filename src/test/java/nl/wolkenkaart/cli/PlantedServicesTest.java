package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.wolkenkaart.lookup.ResolverAddress;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.provider.ServiceRisks;
import nl.wolkenkaart.world.Country;
import nl.wolkenkaart.world.PlantedOrganisation;
import nl.wolkenkaart.world.WorldServer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/**
 * In the made-up country, Teams, SharePoint and OneDrive are seen exactly where their names were
 * planted, at their level, and never for a tenant or a token alone.
 */
class PlantedServicesTest {
  private static final List<String> SERVICES = List.of("teams", "sharepoint", "onedrive");

  @TempDir Path folder;

  @Test
  void seenWherePlantedAndNowhereElse() throws IOException {
    Country country = Country.of(1, 0.02);
    Path list = folder.resolve("list.csv");
    country.writeCsv(list);
    Path output = folder.resolve("run");
    int both = 0;
    int tenantAlone = 0;
    int tokenAlone = 0;
    try (WorldServer server = WorldServer.start(country.zones(), Map.of(), 0)) {
      Ran ran =
          Ran.with(
              "survey",
              "--organisations",
              list,
              "--resolvers",
              server.address(),
              "--rate",
              0,
              "--run-date",
              "2026-11-22",
              "--max-failure-share",
              "1",
              "--output",
              output);
      assertThat(ran.err(), ran.exit(), is(0));
      Map<String, Map<String, String>> seen = seen(output.resolve("tables/services.csv"));
      SimpleResolver resolver = resolver(server.address());
      for (PlantedOrganisation o : country.organisations()) {
        boolean federates = leads(resolver, "sip." + o.domain(), "sipdir.online.lync.com.");
        boolean tenant =
            anyLeads(resolver, "selector1._domainkey." + o.domain(), "onmicrosoft.com.")
                || anyLeads(resolver, "selector1._domainkey." + o.domain(), "dkim.mail.microsoft.");
        boolean token =
            answers(resolver, o.domain(), Type.TXT).stream().anyMatch(t -> t.startsWith("MS="));
        Map<String, String> levels = seen.getOrDefault(o.id(), Map.of());
        String reason = o.scenario() + ' ' + o.domain() + ' ' + levels;
        assertThat(reason, levels.get("teams"), is(federates ? "likely" : null));
        for (String service : List.of("sharepoint", "onedrive")) {
          assertThat(reason, levels.get(service), is(tenant ? "likely" : null));
        }
        if (federates && tenant && both == 0) {
          theCaseSheetHasTheRisksOfAllThree(output, o.id());
        }
        both += federates && tenant ? 1 : 0;
        tenantAlone += tenant && !federates ? 1 : 0;
        tokenAlone += token && !tenant && !federates ? 1 : 0;
      }
    }
    assertThat(both, is(greaterThan(50)));
    assertThat("tenant without Teams", tenantAlone, is(greaterThan(50)));
    assertThat("token alone", tokenAlone, is(greaterThan(2)));
  }

  private static void theCaseSheetHasTheRisksOfAllThree(Path run, String id) throws IOException {
    Ran ran = Ran.with("assess", "--tables", run, "--output", run.resolve("cases"), id);
    assertThat(ran.err(), ran.exit(), is(0));
    for (String language : List.of("nl", "en")) {
      String sheet = Files.readString(run.resolve("cases/" + id + '.' + language + ".md"));
      // The backslashes of Markdown do not change what it says.
      String plain = sheet.replaceAll("\\\\(\\p{Punct})", "$1");
      for (String service : SERVICES) {
        ServiceRisks register = Catalogue.embedded().risks(service).orElseThrow();
        assertThat(service, register.risks(), is(not(empty())));
        for (ServiceRisks.Risk risk : register.risks()) {
          assertThat(plain, containsString("| " + risk.risk().in(language) + " |"));
          assertThat(
              plain, containsString(risk.mitigation().in(language) + " (" + risk.date() + ")"));
          assertThat(plain, containsString("<" + risk.source() + ">"));
        }
        for (ServiceRisks.Assessment one : register.assessments()) {
          assertThat(plain, containsString(one.title() + ", "));
          assertThat(plain, containsString(one.source()));
        }
      }
    }
  }

  private static Map<String, Map<String, String>> seen(Path table) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();
    Map<String, Map<String, String>> seen = new HashMap<>();
    try (Reader reader = Files.newBufferedReader(table)) {
      for (CSVRecord row : format.parse(reader)) {
        if (SERVICES.contains(row.get("service"))) {
          seen.computeIfAbsent(row.get("organisation_id"), id -> new HashMap<>())
              .put(row.get("service"), row.get("level"));
        }
      }
    }
    return seen;
  }

  private static SimpleResolver resolver(String address) {
    InetSocketAddress server = ResolverAddress.parse(address);
    InetAddress host = server.getAddress();
    return new SimpleResolver(new InetSocketAddress(host, server.getPort()));
  }

  private static boolean leads(SimpleResolver resolver, String name, String target)
      throws IOException {
    return answers(resolver, name, Type.CNAME).contains(target);
  }

  private static boolean anyLeads(SimpleResolver resolver, String name, String ending)
      throws IOException {
    return answers(resolver, name, Type.CNAME).stream().anyMatch(to -> to.endsWith(ending));
  }

  private static List<String> answers(SimpleResolver resolver, String name, int type)
      throws IOException {
    Message query =
        Message.newQuery(Record.newRecord(Name.fromString(name + '.'), type, DClass.IN));
    return resolver.send(query).getSection(Section.ANSWER).stream()
        .map(Record::rdataToString)
        .toList();
  }
}
