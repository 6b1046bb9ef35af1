package nl.wolkenkaart.lookup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A patient client whose answers a test waits for. */
final class Asker implements AutoCloseable {
  final LookupCounters counters = new LookupCounters();
  final BlockingQueue<Answer> done = new LinkedBlockingQueue<>();
  final PatientClient client;

  Asker(LookupSettings settings) {
    client = new PatientClient(settings, counters);
  }

  /** Asks resolvers as fast as they answer, with so many milliseconds for each attempt. */
  Asker(List<String> resolvers, Integer... timeoutsMillis) {
    this(new LookupSettings(resolvers, 0, 200, 10, List.of(timeoutsMillis), 10_000));
  }

  Answer ask(String name, String type) throws InterruptedException {
    client.ask(new Question(name, type), done::add);
    Answer answer = take(1).get(0);
    assertThat(answer.question(), is(new Question(name, type)));
    return answer;
  }

  /** Asks for the addresses of {@code n0.wild.example} and so on; does not wait. */
  void begin(int many) {
    for (int i = 0; i < many; i++) {
      client.ask(new Question("n" + i + ".wild.example", "A"), done::add);
    }
  }

  List<Answer> askMany(int many) throws InterruptedException {
    begin(many);
    return take(many);
  }

  /** Waits for so many answers, and sees that there are no more. */
  List<Answer> take(int many) throws InterruptedException {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      Answer answer = done.poll(10, TimeUnit.SECONDS);
      assertThat("question " + i + " has no end", answer != null);
      answers.add(answer);
    }
    assertThat(done, hasSize(0));
    return answers;
  }

  static long count(List<Answer> answers, AnswerStatus status) {
    return answers.stream().filter(answer -> answer.status() == status).count();
  }

  @Override
  public void close() {
    client.close();
  }
}
