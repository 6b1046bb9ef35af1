package nl.wolkenkaart.lookup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.sameInstance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LookupEngineTest {
  private final ExecutorService threads = Executors.newFixedThreadPool(4);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private Recorded world() {
    Recorded dns = new Recorded(threads);
    for (int i = 0; i < 300; i++) {
      String host = "mx" + i % 7 + ".example";
      dns.answer("d" + i + ".nl", "MX", "10 " + host, "20 mx.d" + i + ".nl")
          .answer("d" + i + ".nl", "TXT", "\"v=spf1 include:spf" + i % 5 + ".example -all\"")
          .answer("mx.d" + i + ".nl", "A", "192.0.2." + i % 250);
    }
    for (int i = 0; i < 7; i++) {
      dns.answer("mx" + i + ".example", "A", "198.51.100." + i);
      dns.answer(i + ".100.51.198.origin.asn.cymru.com", "TXT", "\"6449" + i + " | x\"");
    }
    return dns;
  }

  private Map<String, DomainAnswers> lookAll(DnsClient dns, int inFlight) throws Exception {
    BlockingQueue<DomainAnswers> done = new LinkedBlockingQueue<>();
    Map<String, DomainAnswers> all = new TreeMap<>();
    try (LookupEngine engine =
        new LookupEngine("run", LookupPlan.embedded(), dns, new LookupCounters(), inFlight)) {
      for (int i = 0; i < 300; i++) {
        engine.look("d" + i + ".nl", done::add);
      }
      for (int i = 0; i < 300; i++) {
        DomainAnswers answers = done.poll(10, TimeUnit.SECONDS);
        assertThat(answers, is(instanceOf(DomainAnswers.class)));
        all.put(answers.domain(), answers);
      }
    }
    return all;
  }

  @Test
  void sameAnswersHoweverManyAreInFlight() throws Exception {
    Map<String, DomainAnswers> one = lookAll(world(), 1);
    assertThat(one, is(aMapWithSize(300)));
    // 28 questions, two hosts with three each, an SPF record, two addresses, and the shared host's
    // network.
    assertThat(one.get("d8.nl").answers().size(), is(28 + 6 + 1 + 2 + 1));
    assertThat(lookAll(world(), 64), equalTo(one));
    assertThat(lookAll(world(), 1_000), equalTo(one));
  }

  @Test
  void sharedNamesAreAskedOnce() throws Exception {
    Recorded dns = world();
    lookAll(dns, 1_000);
    assertThat(dns.asked().stream().filter("mx3.example A"::equals).toList().size(), is(1));
    assertThat(dns.asked().stream().filter("spf3.example TXT"::equals).toList().size(), is(1));
  }

  /** Counts domains whose first question is under way and whose last is not in. */
  @Test
  void noMoreDomainsInFlightThanAllowed() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    BlockingQueue<DomainAnswers> done = new LinkedBlockingQueue<>();
    DnsClient dns =
        new DnsClient() {
          @Override
          public void ask(Question question, Consumer<Answer> whenDone) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            threads.execute(
                () -> {
                  now.decrementAndGet();
                  whenDone.accept(Recorded.of(question, AnswerStatus.NXDOMAIN));
                });
          }

          @Override
          public void close() {
            // Holds nothing.
          }
        };
    LookupPlan plan = LookupPlan.embedded();
    List<String> rest = new ArrayList<>();
    plan.about(Subject.DOMAIN).forEach(question -> rest.add(question.id()));
    rest.remove("mx");
    try (LookupEngine engine =
        new LookupEngine("run", plan.without(rest), dns, new LookupCounters(), 3)) {
      for (int i = 0; i < 500; i++) {
        engine.look("d" + i + ".nl", done::add);
      }
      for (int i = 0; i < 500; i++) {
        assertThat(done.poll(10, TimeUnit.SECONDS), is(instanceOf(DomainAnswers.class)));
      }
    }
    assertThat(most.get(), is(lessThanOrEqualTo(3)));
  }

  /** A domain that breaks gives its room back: with room for one, the next still gets in. */
  @Test
  void faultGivesItsRoomBack() throws Exception {
    BlockingQueue<DomainAnswers> done = new LinkedBlockingQueue<>();
    DnsClient broken =
        new DnsClient() {
          @Override
          public void ask(Question question, Consumer<Answer> whenDone) {
            throw new IllegalStateException("made up");
          }

          @Override
          public void close() {
            // Holds nothing.
          }
        };
    try (LookupEngine engine =
        new LookupEngine("run", LookupPlan.embedded(), broken, new LookupCounters(), 1)) {
      for (int i = 0; i < 3; i++) {
        engine.look("d.nl", done::add);
        assertThat(done.poll(5, TimeUnit.SECONDS).fault().getMessage(), is("made up"));
      }
    }
  }

  @Test
  void oneEngineForEqualSettingsUntilTheLastUserIsDone() {
    LookupSettings settings = LookupSettings.of(List.of("127.0.0.1:5300"), 0);
    SharedEngine mine = new SharedEngine("run", LookupPlan.embedded(), settings);
    SharedEngine equal = new SharedEngine("run", LookupPlan.embedded(), settings);
    SharedEngine other = new SharedEngine("another run", LookupPlan.embedded(), settings);
    LookupEngine engine = mine.acquire();
    assertThat(equal.acquire(), is(sameInstance(engine)));
    LookupEngine others = other.acquire();
    assertThat(others, is(not(sameInstance(engine))));
    mine.release();
    LookupEngine still = equal.acquire();
    assertThat(still, is(sameInstance(engine)));
    equal.release();
    equal.release();
    LookupEngine fresh = mine.acquire();
    assertThat(fresh, is(not(sameInstance(engine))));
    mine.release();
    other.release();
    // One release too many is nobody's.
    mine.release();
  }
}
