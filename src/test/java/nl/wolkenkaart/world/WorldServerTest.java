package nl.wolkenkaart.world;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

class WorldServerTest {
  private static final String ZONE =
      """
      . 3600 IN SOA ns.world.invalid. hostmaster.world.invalid. 1 3600 600 86400 300
      plain.example. 3600 IN MX 10 mx.plain.example.
      plain.example. 3600 IN MX 20 MX2.Plain.example.
      plain.example. 60 IN TXT "v=spf1 -all"
      mx.plain.example. IN A 192.0.2.1
      a.b.c.plain.example. IN A 192.0.2.2
      one.plain.example. IN CNAME two.plain.example.
      two.plain.example. IN CNAME mx.plain.example.
      dangling.plain.example. IN CNAME nowhere.plain.example.
      noaddress.plain.example. IN CNAME plain.example.
      loop.plain.example. IN CNAME pool.plain.example.
      pool.plain.example. IN CNAME loop.plain.example.
      *.wild.example. IN A 192.0.2.3
      host.wild.example. IN TXT "explicit"
      *.sub.wild.example. IN CNAME mx.plain.example.
      self.example. IN CNAME x.cycle.example.
      *.cycle.example. IN CNAME y.cycle.example.
      """;

  @TempDir static Path folder;
  private static WorldServer server;

  @BeforeAll
  static void start() throws IOException {
    Path file = folder.resolve("root.zone");
    StringBuilder zone = new StringBuilder(ZONE);
    for (int i = 0; i < 40; i++) {
      zone.append("big.example. IN TXT \"").append("x".repeat(110)).append(i).append("\"\n");
      zone.append("mid.example. IN A 192.0.2.").append(i + 1).append('\n');
    }
    Files.writeString(file, zone, StandardCharsets.US_ASCII);
    Map<String, Fault> faults = new TreeMap<>();
    faults.put("silent.example", StandardFault.SILENT);
    faults.put("servfail.example", StandardFault.SERVFAIL);
    faults.put("refused.example", StandardFault.REFUSED);
    faults.put("mx.plain.example", StandardFault.TRUNCATE_UDP);
    faults.put("flaky.example", StandardFault.FLAKY);
    faults.put("fine.servfail.example", exchange -> exchange.send(exchange.answer()));
    server = WorldServer.start(ZoneFile.read(file), faults, 0);
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @Test
  void answersWithAuthorityAndTheQuestionAsAsked() throws IOException {
    Message reply = ask("PLAIN.example", Type.MX);
    assertThat(reply.getRcode(), is(Rcode.NOERROR));
    assertThat(reply.getHeader().getFlag(Flags.AA), is(true));
    assertThat(reply.getHeader().getFlag(Flags.QR), is(true));
    assertThat(reply.getHeader().getFlag(Flags.RD), is(true));
    assertThat(reply.getQuestion().getName().toString(), equalTo("PLAIN.example."));
    assertThat(
        answers(reply),
        containsInAnyOrder(
            "PLAIN.example. 3600 MX 10 mx.plain.example.",
            "PLAIN.example. 3600 MX 20 mx2.plain.example."));
    assertThat(reply.getSection(Section.AUTHORITY), is(empty()));
  }

  @Test
  void keepsTimesToLive() throws IOException {
    assertThat(
        answers(ask("plain.example", Type.TXT)), contains("plain.example. 60 TXT \"v=spf1 -all\""));
  }

  @Test
  void tellsNoSuchTypeFromNoSuchName() throws IOException {
    Message nodata = ask("plain.example", Type.AAAA);
    assertThat(nodata.getRcode(), is(Rcode.NOERROR));
    assertThat(answers(nodata), is(empty()));
    assertThat(nodata.getSection(Section.AUTHORITY).get(0).getType(), is(Type.SOA));
    assertThat(nodata.getSection(Section.AUTHORITY).get(0).getTTL(), is(300L));
    Message absent = ask("absent.plain.example", Type.A);
    assertThat(absent.getRcode(), is(Rcode.NXDOMAIN));
    assertThat(absent.getSection(Section.AUTHORITY).get(0).getType(), is(Type.SOA));
  }

  @Test
  void knowsEmptyNonTerminals() throws IOException {
    assertThat(ask("b.c.plain.example", Type.A).getRcode(), is(Rcode.NOERROR));
    assertThat(ask("x.b.c.plain.example", Type.A).getRcode(), is(Rcode.NXDOMAIN));
    assertThat(ask(".", Type.A).getRcode(), is(Rcode.NOERROR));
  }

  @Test
  void followsAliases() throws IOException {
    assertThat(
        answers(ask("one.plain.example", Type.TXT)),
        contains(
            "one.plain.example. 3600 CNAME two.plain.example.",
            "two.plain.example. 3600 CNAME mx.plain.example."));
    assertThat(
        answers(ask("one.plain.example", Type.A)),
        contains(
            "one.plain.example. 3600 CNAME two.plain.example.",
            "two.plain.example. 3600 CNAME mx.plain.example.",
            "mx.plain.example. 3600 A 192.0.2.1"));
    assertThat(
        answers(ask("one.plain.example", Type.CNAME)),
        contains("one.plain.example. 3600 CNAME two.plain.example."));
  }

  @Test
  void theLastNameOfAChainDecidesTheCode() throws IOException {
    Message dangling = ask("dangling.plain.example", Type.A);
    assertThat(dangling.getRcode(), is(Rcode.NXDOMAIN));
    assertThat(answers(dangling), hasSize(1));
    Message noAddress = ask("noaddress.plain.example", Type.A);
    assertThat(noAddress.getRcode(), is(Rcode.NOERROR));
    assertThat(answers(noAddress), hasSize(1));
  }

  @Test
  void aliasesInACircleEnd() throws IOException {
    assertThat(answers(ask("loop.plain.example", Type.A)), hasSize(2));
    assertThat(answers(ask("self.example", Type.A)), hasSize(2));
  }

  @Test
  void wildcardsAnswerForWhatIsNotThere() throws IOException {
    assertThat(
        answers(ask("x.y.wild.example", Type.A)), contains("x.y.wild.example. 3600 A 192.0.2.3"));
    assertThat(ask("x.wild.example", Type.MX).getRcode(), is(Rcode.NOERROR));
    assertThat(
        answers(ask("x.sub.wild.example", Type.A)),
        contains(
            "x.sub.wild.example. 3600 CNAME mx.plain.example.",
            "mx.plain.example. 3600 A 192.0.2.1"));
  }

  @Test
  void wildcardsDoNotReachWhatIsThereNorBelowIt() throws IOException {
    assertThat(ask("host.wild.example", Type.A).getRcode(), is(Rcode.NOERROR));
    assertThat(answers(ask("host.wild.example", Type.A)), is(empty()));
    assertThat(ask("x.host.wild.example", Type.A).getRcode(), is(Rcode.NXDOMAIN));
    assertThat(ask("sub.wild.example", Type.A).getRcode(), is(Rcode.NOERROR));
    assertThat(answers(ask("sub.wild.example", Type.A)), is(empty()));
  }

  @Test
  void truncatesOverUdpAndTellsAllOverTcp() throws IOException {
    // 40 addresses: 17 bytes of header and question, 16 each = 657 + 15 bytes, more than 512.
    Message small = resolver(-1, true).send(query("mid.example", Type.A));
    assertThat(small.getHeader().getFlag(Flags.TC), is(true));
    assertThat(answers(small), is(empty()));
    assertThat(small.getOPT() == null, is(true));
    Message whole = resolver(1232, true).send(query("mid.example", Type.A));
    assertThat(answers(whole), hasSize(40));
    Message big = resolver(1232, true).send(query("big.example", Type.TXT));
    assertThat(big.getHeader().getFlag(Flags.TC), is(true));
    assertThat(big.getOPT().getPayloadSize(), is(1232));
    assertThat(answers(ask("big.example", Type.TXT)), hasSize(40));
  }

  @Test
  void saysItsOwnSizeWhenAskedWithEdns() throws IOException {
    assertThat(ask("plain.example", Type.MX).getOPT().getPayloadSize(), is(1232));
    assertThat(ask("plain.example", Type.MX).getOPT().getVersion(), is(0));
  }

  @Test
  void faultsHoldForANameAndAllBelow() throws IOException {
    assertThat(ask("servfail.example", Type.MX).getRcode(), is(Rcode.SERVFAIL));
    assertThat(ask("www.servfail.example", Type.A).getRcode(), is(Rcode.SERVFAIL));
    assertThat(ask("x.fine.servfail.example", Type.A).getRcode(), is(Rcode.NXDOMAIN));
    assertThat(ask("refused.example", Type.MX).getRcode(), is(Rcode.REFUSED));
    assertThrows(IOException.class, () -> ask("silent.example", Type.MX));
    Message cut = resolver(1232, true).send(query("mx.plain.example", Type.A));
    assertThat(cut.getHeader().getFlag(Flags.TC), is(true));
    assertThat(answers(ask("mx.plain.example", Type.A)), hasSize(1));
  }

  @Test
  void flakyNamesAnswerEverySecondTime() throws IOException {
    assertThrows(IOException.class, () -> ask("flaky.example", Type.MX));
    assertThat(ask("flaky.example", Type.MX).getRcode(), is(Rcode.NXDOMAIN));
    assertThrows(IOException.class, () -> ask("flaky.example", Type.TXT));
    SimpleResolver tcp = resolver(1232, false);
    tcp.setTCP(true);
    assertThat(tcp.send(query("flaky.example", Type.A)).getRcode(), is(Rcode.NXDOMAIN));
  }

  @Test
  void closesAtOnce() throws IOException {
    long begin = System.nanoTime();
    WorldServer next = null;
    // Another program may take a port at the very moment it is free, hardly five times in a row.
    for (int i = 0; i < 5 && next == null; i++) {
      WorldServer other = WorldServer.start(new ZoneData.Builder().build());
      int port = other.port();
      other.close();
      next = onPort(port);
    }
    assertThat("the port is free again", next, is(notNullValue()));
    int taken = next.port();
    assertThrows(
        IOException.class,
        () -> WorldServer.start(new ZoneData.Builder().build(), Map.of(), taken).close());
    next.close();
    assertThat(Duration.ofNanos(System.nanoTime() - begin), lessThan(Duration.ofSeconds(5)));
  }

  /** A server on this very port; null when it is in use. */
  private static WorldServer onPort(int port) {
    try {
      return WorldServer.start(new ZoneData.Builder().build(), Map.of(), port);
    } catch (IOException inUse) {
      return null;
    }
  }

  private static Message ask(String name, int type) throws IOException {
    return resolver(1232, false).send(query(name, type));
  }

  private static Message query(String name, int type) throws IOException {
    Name absolute = Name.fromString(name, Name.root);
    return Message.newQuery(Record.newRecord(absolute, type, DClass.IN));
  }

  private static SimpleResolver resolver(int ednsSize, boolean ignoreTruncation)
      throws IOException {
    SimpleResolver resolver = new SimpleResolver("127.0.0.1");
    resolver.setPort(server.port());
    resolver.setTimeout(Duration.ofMillis(300));
    resolver.setEDNS(ednsSize < 0 ? -1 : 0, Math.max(ednsSize, 0), 0, List.of());
    resolver.setIgnoreTruncation(ignoreTruncation);
    return resolver;
  }

  private static List<String> answers(Message reply) {
    return reply.getSection(Section.ANSWER).stream()
        .map(
            r ->
                r.getName()
                    + " "
                    + r.getTTL()
                    + " "
                    + Type.string(r.getType())
                    + " "
                    + r.rdataToString())
        .toList();
  }
}
