package nl.wolkenkaart.lookup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BudgetTest {
  private static final long MILLI = 1_000_000;

  private static Budget unlimited(int mostInFlight) {
    return new Budget(mostInFlight, 0, () -> true);
  }

  @Test
  void neverMoreInFlightThanAllowed() {
    Budget budget = unlimited(3);
    List<Integer> sent = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      int number = i;
      budget.submit(() -> sent.add(number));
    }
    assertThat(sent, contains(0, 1, 2));
    assertThat(budget.inFlight(), is(3));
    budget.ended();
    assertThat(sent, contains(0, 1, 2, 3));
    for (int i = 0; i < 9; i++) {
      budget.ended();
    }
    assertThat(sent, contains(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
    assertThat(budget.inFlight(), is(0));
  }

  /** Replies that come at once must not pile up on the stack. */
  @Test
  void hundredThousandThatEndAtOnce() {
    Budget budget = unlimited(5);
    AtomicInteger sent = new AtomicInteger();
    AtomicInteger deepest = new AtomicInteger();
    AtomicInteger depth = new AtomicInteger();
    Runnable[] question = new Runnable[1];
    question[0] =
        () -> {
          deepest.accumulateAndGet(depth.incrementAndGet(), Math::max);
          if (sent.incrementAndGet() < 100_000) {
            budget.submit(question[0]);
          }
          budget.ended();
          depth.decrementAndGet();
        };
    budget.submit(question[0]);
    assertThat(sent.get(), is(100_000));
    assertThat(deepest.get(), is(1));
    assertThat(budget.inFlight(), is(0));
  }

  @Test
  void nothingIsLostUnderContention() throws InterruptedException {
    int threads = 8;
    int each = 20_000;
    Budget budget = unlimited(7);
    AtomicInteger most = new AtomicInteger();
    AtomicInteger now = new AtomicInteger();
    CountDownLatch ended = new CountDownLatch(threads * each);
    ExecutorService replies = Executors.newFixedThreadPool(3);
    ExecutorService askers = Executors.newFixedThreadPool(threads);
    Runnable reply =
        () -> {
          now.decrementAndGet();
          budget.ended();
          ended.countDown();
        };
    for (int t = 0; t < threads; t++) {
      askers.execute(
          () -> {
            for (int i = 0; i < each; i++) {
              boolean atOnce = i % 3 == 0;
              budget.submit(
                  () -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    if (atOnce) {
                      reply.run();
                    } else {
                      replies.execute(reply);
                    }
                  });
            }
          });
    }
    assertThat(ended.await(20, TimeUnit.SECONDS), is(true));
    assertThat(most.get(), lessThanOrEqualTo(7));
    assertThat(budget.inFlight(), is(0));
    askers.shutdown();
    replies.shutdown();
  }

  /** One that throws is our fault and must not keep the others from going. */
  @Test
  void sendingThatThrowsStopsNobody() {
    Budget budget = unlimited(2);
    AtomicInteger sent = new AtomicInteger();
    budget.submit(
        () -> {
          budget.ended();
          throw new IllegalStateException("made up");
        });
    budget.submit(sent::incrementAndGet);
    assertThat(sent.get(), is(1));
    budget.submit(sent::incrementAndGet);
    assertThat(sent.get(), is(2));
  }

  @Test
  void waitsWhileClosed() {
    AtomicBoolean open = new AtomicBoolean();
    Budget budget = new Budget(10, 0, open::get);
    AtomicInteger sent = new AtomicInteger();
    budget.submit(sent::incrementAndGet);
    budget.letGo();
    assertThat(sent.get(), is(0));
    open.set(true);
    budget.letGo();
    assertThat(sent.get(), is(1));
  }

  @Test
  void lettingAllGoAsksNobody() {
    Budget budget = new Budget(1, 1, () -> false);
    Deque<Integer> sent = new ArrayDeque<>();
    for (int i = 0; i < 50; i++) {
      int number = i;
      budget.submit(() -> sent.add(number));
    }
    budget.letAllGo();
    assertThat(sent.size(), is(50));
    assertThat(sent.getLast(), is(49));
  }

  /** The clock is ours: a second of it, looked at every millisecond. */
  @Test
  void rateIsKept() {
    AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 300 * MILLI);
    Budget budget = new Budget(1_000_000, 1_000, () -> true, clock::get);
    AtomicInteger sent = new AtomicInteger();
    for (int i = 0; i < 5_000; i++) {
      budget.submit(sent::incrementAndGet);
    }
    for (int millis = 0; millis < 1_000; millis++) {
      clock.addAndGet(MILLI);
      budget.letGo();
    }
    // A second's questions, and at most a fiftieth of them that a pause has saved up.
    assertThat(sent.get(), is(both(greaterThanOrEqualTo(1_000)).and(lessThanOrEqualTo(1_021))));
  }

  @Test
  void pauseSavesUpNoMoreThanAFiftiethOfASecond() {
    AtomicLong clock = new AtomicLong();
    Budget budget = new Budget(1_000_000, 1_000, () -> true, clock::get);
    AtomicInteger sent = new AtomicInteger();
    clock.addAndGet(3_600_000 * MILLI);
    for (int i = 0; i < 500; i++) {
      budget.submit(sent::incrementAndGet);
    }
    assertThat(sent.get(), is(both(greaterThan(0)).and(lessThanOrEqualTo(21))));
  }

  /** A resolver that is down gets a probe only if it will be sent. */
  @Test
  void askingWhetherOpenIsLast() {
    AtomicLong clock = new AtomicLong();
    AtomicInteger probes = new AtomicInteger();
    AtomicInteger sent = new AtomicInteger();
    Budget budget =
        new Budget(
            1,
            1,
            () -> {
              probes.incrementAndGet();
              return true;
            },
            clock::get);
    for (int i = 0; i < 10; i++) {
      budget.submit(
          () -> {
            sent.incrementAndGet();
            budget.ended();
          });
    }
    clock.addAndGet(3_000 * MILLI);
    budget.letGo();
    assertThat(probes.get(), is(sent.get()));
  }
}
