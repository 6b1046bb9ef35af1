package nl.wolkenkaart.lookup.faults;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nl.wolkenkaart.lookup.Answer;
import nl.wolkenkaart.lookup.AnswerStatus;
import nl.wolkenkaart.lookup.LookupCounters;
import nl.wolkenkaart.lookup.LookupSettings;
import nl.wolkenkaart.lookup.PatientClient;
import nl.wolkenkaart.lookup.Question;
import nl.wolkenkaart.lookup.ResourceRecord;
import nl.wolkenkaart.world.Fault;
import nl.wolkenkaart.world.WorldServer;
import nl.wolkenkaart.world.ZoneData;
import nl.wolkenkaart.world.ZoneFile;

/** A client and the name server that it asks. */
final class Asking implements AutoCloseable {
  /** Nobody waits longer for an answer than this: then there is none. */
  private static final int LONGEST_SECONDS = 60;

  private final WorldServer server;
  private final LookupCounters counters = new LookupCounters();
  private final PatientClient client;

  private Asking(WorldServer server, LookupSettings settings) {
    this.server = server;
    this.client = new PatientClient(settings, counters);
  }

  /** A server with faults by name, asked as patiently as by default. */
  static Asking of(String zone, Map<String, Fault> faults) throws IOException {
    WorldServer server = WorldServer.start(zone(zone), faults, 0);
    return new Asking(server, settings(List.of(server.address()), timeouts(1), 1_000));
  }

  /** A server with a fault for everything, asked with the default time-outs divided. */
  static Asking hurried(String zone, Fault everywhere, int divisor, int questionsInFlight)
      throws IOException {
    WorldServer server = WorldServer.start(zone(zone), Map.of(), everywhere, 0);
    return new Asking(
        server, settings(List.of(server.address()), timeouts(divisor), questionsInFlight));
  }

  static ZoneData zone(String text) throws IOException {
    Path file = Files.createTempFile("wolkenkaart", ".zone");
    try {
      Files.writeString(file, text, StandardCharsets.US_ASCII);
      return ZoneFile.read(file);
    } finally {
      Files.delete(file);
    }
  }

  static LookupSettings settings(
      List<String> resolvers, List<Integer> timeoutsMillis, int questionsInFlight) {
    return new LookupSettings(resolvers, 0, questionsInFlight, 256, timeoutsMillis, 30_000);
  }

  /** The default time-outs, each divided, so that a test need not wait for them. */
  static List<Integer> timeouts(int divisor) {
    return LookupSettings.of(List.of("127.0.0.1:1"), 0).timeoutsMillis().stream()
        .map(millis -> millis / divisor)
        .toList();
  }

  WorldServer server() {
    return server;
  }

  LookupCounters counters() {
    return counters;
  }

  Answer ask(String name, String type) throws InterruptedException {
    return ask(List.of(new Question(name, type))).get(0);
  }

  /** Asks all at once; answers in the order in which they came. Each question ends once. */
  List<Answer> ask(List<Question> questions) throws InterruptedException {
    return await(start(questions), questions.size());
  }

  BlockingQueue<Answer> start(List<Question> questions) {
    BlockingQueue<Answer> ended = new LinkedBlockingQueue<>();
    questions.forEach(question -> client.ask(question, ended::add));
    return ended;
  }

  static List<Answer> await(BlockingQueue<Answer> ended, int number) throws InterruptedException {
    List<Answer> answers = new ArrayList<>();
    while (answers.size() < number) {
      Answer answer = ended.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
      assertThat("question " + answers.size() + " ends", answer, is(notNullValue()));
      answers.add(answer);
    }
    assertThat("no question ends twice", ended.isEmpty(), is(true));
    return answers;
  }

  /** Asks one question and says what came of it: status, attempts, and the records' data. */
  String came(String name, String type) throws InterruptedException {
    return told(ask(name, type));
  }

  static String told(Answer answer) {
    List<String> data = answer.records().stream().map(ResourceRecord::data).toList();
    return answer.status() + " after " + answer.attempts() + " " + data;
  }

  static long failures(List<Answer> answers) {
    return answers.stream().map(Answer::status).filter(AnswerStatus::isFailure).count();
  }

  @Override
  public void close() throws IOException {
    client.close();
    server.close();
  }
}
