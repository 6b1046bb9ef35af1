package nl.wolkenkaart.lookup;

import static nl.wolkenkaart.lookup.DomainDeadlineTest.only;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nl.wolkenkaart.world.Fault;
import nl.wolkenkaart.world.StandardFault;
import nl.wolkenkaart.world.WorldServer;
import nl.wolkenkaart.world.ZoneFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadDomainsTest {
  private static final long MILLI = 1_000_000;

  @TempDir Path folder;

  /** Ten dead domains at the end of a list: 280 silences in a row, and the resolver is there. */
  @Test
  void deadDomainsDoNotMakeTheResolverLookDead() throws Exception {
    Path zone = folder.resolve("root.zone");
    Files.writeString(
        zone,
        ". IN SOA ns.world.invalid. hostmaster.world.invalid. 1 3600 600 86400 300\n"
            + "alive.nl. IN MX 10 mx.alive.nl.\n",
        StandardCharsets.US_ASCII);
    Map<String, Fault> silent = new TreeMap<>();
    for (int i = 0; i < 10; i++) {
      silent.put("dead" + i + ".nl", StandardFault.SILENT);
    }
    try (WorldServer server = WorldServer.start(ZoneFile.read(zone), silent, 0)) {
      LookupSettings settings =
          new LookupSettings(
              List.of(server.address()), 0, 1_000, 20, List.of(1_200, 1_200, 1_200), 4_000);
      BlockingQueue<DomainAnswers> done = new LinkedBlockingQueue<>();
      long started = System.nanoTime();
      try (LookupEngine engine =
          LookupEngine.open(
              "run",
              only(
                  "mx",
                  "txt",
                  "ns",
                  "a",
                  "aaaa",
                  "dmarc",
                  "mta-sts",
                  "tls-rpt",
                  "sip",
                  "msoid",
                  "www-a",
                  "www-aaaa"),
              settings)) {
        engine.look("alive.nl", done::add);
        assertThat(done.poll(10, TimeUnit.SECONDS), is(notNullValue()));
        for (String domain : silent.keySet()) {
          engine.look(domain, done::add);
        }
        for (int i = 0; i < 10; i++) {
          DomainAnswers answers = done.poll(20, TimeUnit.SECONDS);
          assertThat(answers, is(notNullValue()));
          assertThat(
              answers.answers().stream().map(a -> a.answer().status()).toList(),
              everyItem(is(AnswerStatus.TIMEOUT)));
          assertThat(
              answers.answers().stream().map(a -> a.answer().attempts()).toList(),
              everyItem(is(3)));
        }
      }
      assertThat((System.nanoTime() - started) / MILLI, is(lessThan(9_000L)));
    }
  }
}
