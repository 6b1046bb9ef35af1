package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.wolkenkaart.lookup.Question;
import nl.wolkenkaart.world.WorldServer;
import nl.wolkenkaart.world.ZoneData;
import nl.wolkenkaart.world.ZoneFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark against a name server of ours. */
class BenchLookupCommandTest {
  private static final int DOMAINS = 40;

  @TempDir Path folder;
  private Path list;
  private ZoneData zones;

  @BeforeEach
  void writeListAndZone() throws IOException {
    StringBuilder rows = new StringBuilder("id,name,domain,sector\n");
    StringBuilder records = new StringBuilder();
    for (int i = 0; i < DOMAINS; i++) {
      rows.append(i).append(",N,d").append(i).append(".example,x\n");
      records.append("d").append(i).append(".example. 60 IN MX 10 mail.example.\n");
    }
    list = Files.writeString(folder.resolve("list.csv"), rows);
    zones = ZoneFile.read(Files.writeString(folder.resolve("root.zone"), records));
  }

  private void refused(Ran ran, String why) {
    assertThat(ran.err(), ran.exit(), is(2));
    assertThat(ran.err(), containsString(why));
    assertThat(ran.err(), ran.err().lines().count(), is(1L));
  }

  @Test
  void oneShotAndWarmLoseNothing() throws IOException {
    try (WorldServer server = WorldServer.start(zones)) {
      Path file = folder.resolve("questions.txt");
      Ran ran =
          Ran.with(
              "bench",
              "lookup",
              "--server",
              server.address(),
              "--organisations",
              list,
              "--questions",
              file,
              "--runs",
              1,
              "--window",
              50);
      assertThat(ran.err() + ran.out(), ran.exit(), is(0));
      assertThat(ran.out(), containsString("1,120 questions, 50 in flight, 1 rounds"));
      assertThat(ran.out(), matchesPattern("(?s).*\none-shot +[0-9,]+ .*\nwarm +[0-9,]+ .*"));
      assertThat(Files.readAllLines(file).size(), is(28 * DOMAINS));
    }
  }

  @Test
  void everyQuestionEndsWhateverTheWindow() throws Exception {
    List<Question> questions =
        List.of(
            new Question("d1.example", "MX"),
            new Question("d2.example", "TXT"),
            new Question("none.example", "A"));
    try (WorldServer server = WorldServer.start(zones)) {
      for (int window : new int[] {1, 2, 33}) {
        try (BenchClient client = new BenchClient(server.address(), window)) {
          for (int i = 0; i < 3; i++) {
            BenchSample sample = client.ask(questions);
            assertThat(sample.questions(), is(3L));
            assertThat(sample.lost(), is(0L));
          }
        }
      }
    }
  }

  @Test
  void questionsThatNoServerCanBeAskedAreLost() throws Exception {
    String tooLong = "x".repeat(64) + ".example";
    try (WorldServer server = WorldServer.start(zones);
        BenchClient client = new BenchClient(server.address(), 4)) {
      BenchSample sample =
          client.ask(List.of(new Question(tooLong, "MX"), new Question("d1.example", "MX")));
      assertThat(sample.lost(), is(1L));
    }
  }

  @Test
  void noServer() throws IOException {
    int closed;
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    Path file = Files.writeString(folder.resolve("one.txt"), "d1.example MX\n");
    refused(
        Ran.with(
            "bench", "lookup", "--server", "127.0.0.1:" + closed, "--questions", file, "--warm"),
        "does not answer");
  }

  @Test
  void whatCannotBeDone() throws IOException {
    Path file = Files.writeString(folder.resolve("one.txt"), "d1.example MX\n");
    refused(Ran.with("bench", "lookup", "--server", "127.0.0.1:53"), "nothing to ask");
    refused(Ran.with("bench", "lookup", "--questions", file), "--server");
    refused(
        Ran.with("bench", "lookup", "--server", "192.0.2.1", "--questions", file),
        "is a public address");
    refused(
        Ran.with("bench", "lookup", "--server", "127.0.0.1:99999", "--questions", file),
        "not a resolver");
    refused(
        Ran.with("bench", "lookup", "--server", "127.0.0.1", "--questions", file, "--runs", 0),
        "--runs");
    refused(
        Ran.with("bench", "lookup", "--server", "127.0.0.1", "--questions", folder.resolve("no")),
        "no such list");
  }
}
