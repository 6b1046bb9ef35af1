package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.wolkenkaart.directory.Buckets;
import nl.wolkenkaart.world.WorldServer;
import nl.wolkenkaart.world.ZoneFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command from end to end, on what a small survey saw. */
class ExplainCommandTest {
  private static final String ZONE =
      """
      . 3600 IN SOA ns.world.invalid. hostmaster.world.invalid. 1 3600 600 86400 300
      direct.example. IN MX 0 direct-example.mail.protection.outlook.com.
      direct.example. IN TXT "v=spf1 include:spf.protection.outlook.com -all"
      behind.example. IN MX 10 mailfilter01.ezorg.nl.
      selector1._domainkey.behind.example. IN CNAME selector1-behind-example._domainkey.behind.onmicrosoft.com.
      own.town.example. IN MX 10 mail.own.town.example.
      c1.example. IN MX 10 in1.reseller.example.
      c2.example. IN MX 10 in2.reseller.example.
      c3.example. IN MX 10 mail.c3.example.
      mail.c3.example. IN CNAME in.reseller.example.
      c4.example. IN MX 10 in.reseller.example.
      c5.example. IN MX 10 in.reseller.example.
      in.reseller.example. IN A 192.0.2.9
      selector1._domainkey.c1.example. IN CNAME selector1-c1-example._domainkey.c1.onmicrosoft.com.
      selector1._domainkey.c2.example. IN CNAME selector1-c2-example._domainkey.c2.onmicrosoft.com.
      selector1._domainkey.c3.example. IN CNAME selector1-c3-example._domainkey.c3.onmicrosoft.com.
      few.example. IN MX 10 in.hoster.example.
      mail.own.town.example. IN A 192.0.2.1
      """;

  @TempDir static Path folder;
  private static Path observations;
  private static WorldServer server;

  @BeforeAll
  static void survey() throws IOException {
    Path zone = folder.resolve("root.zone");
    Files.writeString(zone, ZONE, StandardCharsets.US_ASCII);
    server = WorldServer.start(ZoneFile.read(zone));
    Path list = folder.resolve("list.csv");
    Files.writeString(
        list,
        "id,name,domain,sector\n1,A,direct.example,t\n2,B,behind.example,t\n3,C,own.town.example,t\n"
            + "4,D,c1.example,t\n5,E,c2.example,t\n6,F,c3.example,t\n7,G,c4.example,t\n8,H,c5.example,t\n9,I,few.example,t\n");
    Ran ran =
        Ran.with(
            "measure",
            "--organisations",
            list,
            "--resolvers",
            server.address(),
            "--rate",
            "0",
            "--buckets",
            "4",
            "--run-date",
            "2026-04-28",
            "--output",
            folder.resolve("run"));
    assertThat(ran.err(), ran.exit(), is(0));
    observations = folder.resolve("run").resolve("observations");
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  private static Ran explain(Object... domains) {
    Object[] arguments = new Object[3 + domains.length];
    arguments[0] = "explain";
    arguments[1] = "--observations";
    arguments[2] = observations;
    System.arraycopy(domains, 0, arguments, 3, domains.length);
    return Ran.with(arguments);
  }

  @Test
  void domainsInTheirOrderHoweverTheyAreWritten() {
    Ran ran = explain("https://www.Behind.example/contact", "info@direct.example");
    assertThat(ran.err(), ran.exit(), is(0));
    assertThat(
        ran.out(),
        startsWith(
            """
            behind.example
              Microsoft 365, high: DKIM selector1 -> tenant behind; first hop: E-Zorg mail filter, a filter
            """));
    assertThat(
        ran.out(),
        containsString(
            """

            direct.example
              Microsoft 365, certain: MX -> Microsoft 365; SPF -> Microsoft 365
            """));
  }

  @Test
  void whatTheOtherCustomersOfAReceiverTell() throws IOException {
    Ran filter = explain("c4.example");
    assertThat(filter.err(), filter.exit(), is(0));
    assertThat(
        filter.out(),
        allOf(
            startsWith("c4.example\n  unknown: "),
            containsString(
                "  customers   reseller.example receives for 5 of 9 domains observed; 3 have their"
                    + " mailboxes elsewhere\n"),
            containsString("  rule        gateway-shared: ")));
    Ran few = explain("few.example");
    assertThat(few.out(), startsWith("few.example\n  whoever runs hoster.example, medium: "));
    assertThat(
        few.out(),
        containsString("hoster.example receives for 1 of 9 domains observed; 0 have their"));
    JsonNode json = new ObjectMapper().readTree(explain("--json", "c1.example").out()).get(0);
    assertThat(json.get("receiver_is_gateway").asBoolean(), is(true));
    assertThat(json.get("customers").get("counted").asBoolean(), is(true));
    assertThat(json.get("customers").get("domains").asInt(), is(5));
    assertThat(explain("own.town.example").out(), not(containsString("customers")));
  }

  @Test
  void straightFromDnsTheOtherCustomersAreNotKnown() {
    Ran asked = Ran.with("explain", "--resolvers", server.address(), "c4.example");
    assertThat(asked.err(), asked.exit(), is(0));
    assertThat(
        asked.out(),
        allOf(
            startsWith("c4.example\n  whoever runs reseller.example, medium: "),
            containsString(
                "  customers   not counted; whether reseller.example filters for many"
                    + " (gateway-shared) takes the observations of a survey\n")));
  }

  @Test
  void straightFromDnsItIsTheSame() throws IOException {
    Ran asked = Ran.with("explain", "--resolvers", server.address(), "--json", "behind.example");
    assertThat(asked.err(), asked.exit(), is(0));
    assertThat(
        new ObjectMapper().readTree(asked.out()).get(0).get("verdict"),
        is(
            new ObjectMapper()
                .readTree(explain("--json", "behind.example").out())
                .get(0)
                .get("verdict")));
  }

  @Test
  void aDomainThatIsNotThere() {
    Ran ran = explain("direct.example", "town.example", "nowhere.example");
    assertThat(ran.exit(), is(2));
    assertThat(ran.out(), is(""));
    assertThat(
        ran.err(),
        is(
            "wolkenkaart: town.example is not in these observations, but own.town.example is;"
                + " nowhere.example is not in these observations\n"));
    assertThat(explain("mail.direct.example").err(), containsString("but direct.example is"));
  }

  @Test
  void onlyTheFileThatHoldsItIsRead() throws IOException {
    Path copy = Files.createDirectory(folder.resolve("damaged"));
    Buckets buckets = new Buckets(4);
    String bucket = buckets.of("direct.example");
    for (int i = 0; i < 4; i++) {
      Files.writeString(copy.resolve("bucket-" + i + ".avro"), "damaged");
    }
    Path good = Path.of("bucket-" + bucket + ".avro");
    Files.delete(copy.resolve(good));
    Files.copy(observations.resolve(good), copy.resolve(good));
    Ran ran = Ran.with("explain", "--observations", copy, "direct.example");
    assertThat(ran.err(), ran.exit(), is(0));
    Ran damaged = Ran.with("explain", "--observations", copy, "nowhere.example");
    assertThat(damaged.exit(), is(2));
    assertThat(damaged.err(), containsString("is no file of observations, or a damaged one"));
  }

  @Test
  void filesOfOtherNamesAreSearched() throws IOException {
    Path copy = Files.createDirectory(folder.resolve("renamed"));
    String bucket = new Buckets(4).of("direct.example");
    Files.copy(observations.resolve("bucket-" + bucket + ".avro"), copy.resolve("all.avro"));
    Ran ran = Ran.with("explain", "--observations", copy, "direct.example");
    assertThat(ran.err(), ran.exit(), is(0));
  }

  @Test
  void whatCannotBeAsked() throws IOException {
    Ran twice = explain("no dot", "a..b");
    assertThat(twice.exit(), is(2));
    assertThat(
        twice.err(),
        allOf(
            containsString("'no dot': the domain contains white space"),
            containsString("'a..b': the domain has an empty label")));
    assertThat(Ran.with("explain", "a.example").err(), containsString("name either a folder"));
    assertThat(
        explain("--resolvers", server.address(), "a.example").err(),
        containsString("name either a folder"));
    assertThat(
        Ran.with("explain", "--observations", folder.resolve("none"), "a.example").err(),
        containsString("no such folder"));
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(
        Ran.with("explain", "--observations", empty, "a.example").err(),
        containsString("holds no observations"));
    Ran none = explain();
    assertThat(none.exit(), is(2));
    assertThat(none.err(), not(containsString("Exception")));
  }
}
