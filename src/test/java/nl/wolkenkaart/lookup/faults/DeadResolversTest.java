package nl.wolkenkaart.lookup.faults;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import nl.wolkenkaart.lookup.Answer;
import nl.wolkenkaart.lookup.AnswerStatus;
import nl.wolkenkaart.lookup.LookupCounters;
import nl.wolkenkaart.lookup.LookupSettings;
import nl.wolkenkaart.lookup.PatientClient;
import nl.wolkenkaart.lookup.Question;
import nl.wolkenkaart.world.Fault;
import nl.wolkenkaart.world.StandardFault;
import nl.wolkenkaart.world.WorldServer;
import nl.wolkenkaart.world.ZoneData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Resolvers that are dead, and names that only look like it. */
class DeadResolversTest {
  private static final String ZONE =
      ". 60 IN SOA a. b. 1 1 1 1 60\n*.live.example. 60 IN A 192.0.2.1\n";

  private final LookupCounters counters = new LookupCounters();
  private ZoneData zone;

  /** A port where somebody listens and never says a word. */
  private DatagramSocket deaf;

  @BeforeEach
  void open() throws Exception {
    zone = Asking.zone(ZONE);
    deaf = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  @AfterEach
  void close() {
    deaf.close();
  }

  private String deafAddress() {
    return "127.0.0.1:" + deaf.getLocalPort();
  }

  /** A port where nobody listens, so that the host says so. */
  private static String closedAddress() throws Exception {
    try (DatagramSocket gone =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      return "127.0.0.1:" + gone.getLocalPort();
    }
  }

  private static List<Question> questions(String below, int number) {
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      questions.add(new Question("h" + i + "." + below, "A"));
    }
    return questions;
  }

  private static BlockingQueue<Answer> start(PatientClient client, List<Question> questions) {
    BlockingQueue<Answer> ended = new LinkedBlockingQueue<>();
    questions.forEach(question -> client.ask(question, ended::add));
    return ended;
  }

  private void oneOfThreeIsDead(String dead) throws Exception {
    try (WorldServer one = WorldServer.start(zone);
        WorldServer other = WorldServer.start(zone)) {
      List<String> resolvers = List.of(one.address(), dead, other.address());
      LookupSettings settings = Asking.settings(resolvers, Asking.timeouts(1), 500);
      try (PatientClient client = new PatientClient(settings, counters)) {
        List<Answer> answers =
            Asking.await(start(client, questions("live.example", 20_000)), 20_000);
        assertThat(Asking.failures(answers), is(0L));
        assertThat(answers.stream().map(Answer::resolver).toList(), everyItem(is(not(dead))));
        assertThat("work is spread", one.answered(), is(greaterThan(5_000L)));
        assertThat("work is spread", other.answered(), is(greaterThan(5_000L)));
        // By now it is known to be dead, and tried four times a second.
        Thread.sleep(1_100);
        long before = counters.sentSoFar();
        Asking.await(start(client, questions("live.example", 5_000)), 5_000);
        assertThat(counters.sentSoFar() - before, is(lessThan(5_050L)));
      }
    }
  }

  @Test
  void oneOfThreeThatSaysNothingCostsNoAnswer() throws Exception {
    oneOfThreeIsDead(deafAddress());
  }

  @Test
  void oneOfThreeThatIsClosedCostsNoAnswer() throws Exception {
    oneOfThreeIsDead(closedAddress());
  }

  private void allAreDead(List<String> dead) throws Exception {
    LookupSettings settings = new LookupSettings(dead, 1_000, 200, 256, Asking.timeouts(5), 3_000);
    long begin = System.nanoTime();
    try (PatientClient client = new PatientClient(settings, counters)) {
      List<Answer> answers = Asking.await(start(client, questions("live.example", 9_000)), 9_000);
      assertThat(Asking.failures(answers), is(9_000L));
      assertThat("those that wait are not asked", notAsked(answers), is(greaterThan(6_000L)));
      assertThat(Duration.ofNanos(System.nanoTime() - begin), is(lessThan(Duration.ofSeconds(20))));
      long sent = counters.sentSoFar();
      assertThat("the dead are not hammered", sent, is(lessThan(3_000L)));
    }
  }

  private static long notAsked(List<Answer> answers) {
    return answers.stream().filter(a -> a.status() == AnswerStatus.NOT_ASKED).count();
  }

  @Test
  void allThatSayNothingEndTheRun() throws Exception {
    allAreDead(List.of(deafAddress()));
  }

  @Test
  void allThatAreClosedEndTheRun() throws Exception {
    allAreDead(List.of(closedAddress(), deafAddress(), closedAddress()));
  }

  @Test
  void deadNamesAreNoDeadResolver() throws Exception {
    Map<String, Fault> faults = Map.of("dead.example", StandardFault.SILENT);
    try (WorldServer server = WorldServer.start(zone, faults, 0)) {
      LookupSettings settings =
          new LookupSettings(List.of(server.address()), 0, 1_000, 256, Asking.timeouts(2), 3_000);
      try (PatientClient client = new PatientClient(settings, counters)) {
        List<Answer> answers = Asking.await(start(client, questions("dead.example", 400)), 400);
        assertThat(
            answers.stream().map(Answer::status).toList(), everyItem(is(AnswerStatus.TIMEOUT)));
        assertThat(
            answers.stream().map(Answer::attempts).toList(),
            everyItem(is(both(greaterThanOrEqualTo(8)).and(lessThan(12)))));
        // The run goes on, also for those that fail at their first sending.
        List<Answer> after = Asking.await(start(client, questions("live.example", 1)), 1);
        assertThat(Asking.told(after.get(0)), is("NOERROR after 1 [192.0.2.1]"));
      }
    }
  }

  @Test
  void deadNamesDoNotHoldUpOthers() throws Exception {
    Map<String, Fault> faults = Map.of("dead.example", StandardFault.SILENT);
    try (WorldServer server = WorldServer.start(zone, faults, 0)) {
      LookupSettings settings = Asking.settings(List.of(server.address()), Asking.timeouts(3), 100);
      try (PatientClient client = new PatientClient(settings, counters)) {
        BlockingQueue<Answer> dead = start(client, questions("dead.example", 500));
        Asking.await(start(client, questions("live.example", 2_000)), 2_000);
        // Five times the room there is, for all eight attempts: they would come first.
        assertThat(dead.size(), is(lessThan(250)));
        assertThat(Asking.failures(Asking.await(dead, 500)), is(500L));
      }
    }
  }
}
