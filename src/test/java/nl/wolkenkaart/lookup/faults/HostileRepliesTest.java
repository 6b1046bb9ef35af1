package nl.wolkenkaart.lookup.faults;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import nl.wolkenkaart.lookup.Answer;
import nl.wolkenkaart.lookup.DomainAnswers;
import nl.wolkenkaart.lookup.LookupCounters;
import nl.wolkenkaart.lookup.LookupEngine;
import nl.wolkenkaart.lookup.LookupPlan;
import nl.wolkenkaart.lookup.LookupSettings;
import nl.wolkenkaart.lookup.PatientClient;
import nl.wolkenkaart.lookup.Question;
import nl.wolkenkaart.world.Country;
import nl.wolkenkaart.world.Exchange;
import nl.wolkenkaart.world.WorldServer;

/**
 * A name server that changes bytes of its replies behind id and question, over UDP and TCP: every
 * question ends once, nothing breaks, hangs or grows.
 */
class HostileRepliesTest {
  private static final int QUESTIONS = 50;
  private static final List<String> TYPES = List.of("A", "MX", "TXT", "NS", "SRV", "AAAA");

  /** What is done to replies: pairs of a place behind the question and a byte. */
  private static volatile List<Integer> changes = List.of();

  private static Country country;
  private static List<String> domains;
  private static WorldServer server;
  private static LookupSettings settings;

  @BeforeContainer
  static void start() throws IOException {
    country = Country.of(5, 0.004);
    domains = country.organisations().stream().map(o -> o.domain()).distinct().toList();
    server = WorldServer.start(country.zones(), Map.of(), HostileRepliesTest::change, 0);
    settings = new LookupSettings(List.of(server.address()), 0, 1_000, 256, List.of(1_000), 30_000);
  }

  @AfterContainer
  static void stop() throws IOException {
    server.close();
  }

  /** Each reply is changed at other places, as the number of its question says. */
  private static void change(Exchange exchange) {
    byte[] message = exchange.answer();
    int from = exchange.endOfQuestion();
    if (from >= message.length) {
      exchange.send(message);
      return;
    }
    List<Integer> now = changes;
    for (int i = 0; i + 1 < now.size(); i += 2) {
      int at = (int) ((now.get(i) + exchange.number() * (i + 1)) % (message.length - from + 6));
      // The flags' second byte and the counts of records too, never id or question.
      int place = at < 1 ? 3 : at < 6 ? 6 + at : from + at - 6;
      message[Math.min(place, message.length - 1)] = now.get(i + 1).byteValue();
      if (!exchange.tcp() && now.get(i) % 16 == 1) {
        message[2] |= 2; // Truncated: then TCP brings the same changes.
      }
    }
    int cut = now.size() % 2 == 1 ? (int) (exchange.number() % (message.length - from)) : 0;
    exchange.send(Arrays.copyOf(message, message.length - cut));
  }

  @Provide
  Arbitrary<List<Integer>> changes() {
    return Arbitraries.integers().between(0, 100_000).list().ofMaxSize(13);
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void everyQuestionEndsOnce(@ForAll("changes") List<Integer> made) throws Exception {
    changes = made;
    LookupCounters counters = new LookupCounters();
    try (PatientClient client = new PatientClient(settings, counters)) {
      BlockingQueue<Answer> ended = new LinkedBlockingQueue<>();
      List<Question> questions = new ArrayList<>();
      for (int i = 0; i < QUESTIONS; i++) {
        String domain = domains.get(i % domains.size());
        questions.add(new Question(domain, TYPES.get(i % TYPES.size())));
      }
      questions.forEach(question -> client.ask(question, ended::add));
      List<Answer> answers = Asking.await(ended, QUESTIONS);
      assertThat(
          answers.stream().map(Answer::question).sorted(BY_NAME).toList(),
          is(questions.stream().sorted(BY_NAME).toList()));
      assertThat(counters.endedSoFar(), is((long) QUESTIONS));
      answers.forEach(HostileRepliesTest::isBounded);
    }
  }

  private static final java.util.Comparator<Question> BY_NAME =
      java.util.Comparator.comparing(Question::name).thenComparing(Question::type);

  private static void isBounded(Answer answer) {
    Statistics.collect(answer.status());
    int text = answer.records().stream().mapToInt(record -> record.data().length()).sum();
    assertThat(text, is(lessThanOrEqualTo(65_536)));
    assertThat(answer.chain().size(), is(lessThanOrEqualTo(8)));
  }

  /** What hostile answers name is asked too: the lookup of a domain ends all the same. */
  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void everyDomainEndsOnce(@ForAll("changes") List<Integer> made) throws Exception {
    changes = made;
    try (LookupEngine engine = LookupEngine.open("2024-03-18", LookupPlan.embedded(), settings)) {
      BlockingQueue<DomainAnswers> ended = new LinkedBlockingQueue<>();
      List<String> few = domains.subList(0, 20);
      for (String domain : few) {
        engine.look(domain, ended::add);
      }
      List<DomainAnswers> all = new ArrayList<>();
      while (all.size() < few.size()) {
        DomainAnswers answers = ended.poll(1, TimeUnit.MINUTES);
        assertThat("a lookup ends", answers != null);
        assertThat(answers.fault(), is(nullValue()));
        // 28 of its own, and what at most 20 + 40 + 4 + 24 + 24 + 24 names lead to.
        assertThat(answers.answers().size(), is(lessThan(28 + 3 * 20 + 40 + 4 * 4 + 24 * 3 + 1)));
        all.add(answers);
      }
      assertThat(ended, hasSize(0));
    }
  }

  /** Unchanged, so that the tests above are known to begin with right answers. */
  @Property(tries = 1)
  void withoutChangesAllIsAnswered() throws Exception {
    changes = List.of();
    try (PatientClient client = new PatientClient(settings, new LookupCounters())) {
      BlockingQueue<Answer> ended = new LinkedBlockingQueue<>();
      domains.forEach(domain -> client.ask(new Question(domain, "NS"), ended::add));
      assertThat(Asking.failures(Asking.await(ended, domains.size())), is(0L));
    }
  }
}
