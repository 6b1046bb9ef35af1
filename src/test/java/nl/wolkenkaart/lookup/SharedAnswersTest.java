package nl.wolkenkaart.lookup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SharedAnswersTest {
  private static final Question QUESTION = new Question("mx.example", "A");
  private static final Answer ANSWER = Recorded.of(QUESTION, AnswerStatus.NOERROR, "192.0.2.1");

  /** Keeps what it is asked until it is told the answer. */
  private static final class Slow implements DnsClient {
    final List<Consumer<Answer>> waiting = Collections.synchronizedList(new ArrayList<>());
    boolean closed;

    @Override
    public void ask(Question question, Consumer<Answer> whenDone) {
      waiting.add(whenDone);
    }

    void answer(Answer answer) {
      waiting.remove(0).accept(answer);
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private final Slow slow = new Slow();
  private final SharedAnswers shared = new SharedAnswers(slow);

  @Test
  void asksOnceForAThousandWhoAskAtTheSameMoment() throws InterruptedException {
    List<Answer> got = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch asked = new CountDownLatch(1_000);
    CountDownLatch begin = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(16);
    for (int i = 0; i < 16; i++) {
      int many = i < 8 ? 62 : 63;
      threads.execute(
          () -> {
            awaitQuietly(begin);
            for (int n = 0; n < many; n++) {
              shared.ask(QUESTION, got::add);
              asked.countDown();
            }
          });
    }
    begin.countDown();
    assertThat(asked.await(10, TimeUnit.SECONDS), is(true));
    threads.shutdown();
    assertThat(slow.waiting, hasSize(1));
    assertThat(got, hasSize(0));
    slow.answer(ANSWER);
    assertThat(got, hasSize(1_000));
    assertThat(got, everyItem(is(ANSWER)));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void answersThoseWhoWaitInTheirOrderThenThoseWhoComeLater() {
    List<String> order = new ArrayList<>();
    shared.ask(QUESTION, answer -> order.add("first"));
    shared.ask(QUESTION, answer -> order.add("second"));
    slow.answer(ANSWER);
    shared.ask(QUESTION, answer -> order.add("late"));
    assertThat(order, contains("first", "second", "late"));
    assertThat(slow.waiting, hasSize(0));
  }

  @Test
  void negativeAnswersAreKept() {
    List<Answer> got = new ArrayList<>();
    shared.ask(QUESTION, got::add);
    slow.answer(Recorded.of(QUESTION, AnswerStatus.NXDOMAIN));
    shared.ask(QUESTION, got::add);
    assertThat(got, hasSize(2));
    assertThat(slow.waiting, hasSize(0));
  }

  @Test
  void failureGoesToThoseWhoWaitedAndIsForgotten() {
    List<AnswerStatus> got = new ArrayList<>();
    shared.ask(QUESTION, answer -> got.add(answer.status()));
    shared.ask(QUESTION, answer -> got.add(answer.status()));
    slow.answer(Recorded.of(QUESTION, AnswerStatus.TIMEOUT));
    assertThat(got, contains(AnswerStatus.TIMEOUT, AnswerStatus.TIMEOUT));
    shared.ask(QUESTION, answer -> got.add(answer.status()));
    slow.answer(ANSWER);
    assertThat(got.get(2), is(AnswerStatus.NOERROR));
  }

  @Test
  void otherTypesAndNamesAreOtherQuestions() {
    shared.ask(QUESTION, answer -> {});
    shared.ask(new Question("mx.example", "AAAA"), answer -> {});
    shared.ask(new Question("mx2.example", "A"), answer -> {});
    assertThat(slow.waiting, hasSize(3));
  }

  /** Who asks again from the callback of a failure asks anew instead of waiting for ever. */
  @Test
  void askingAgainFromTheCallback() {
    List<AnswerStatus> got = new ArrayList<>();
    shared.ask(
        QUESTION,
        answer -> {
          got.add(answer.status());
          shared.ask(QUESTION, again -> got.add(again.status()));
        });
    slow.answer(Recorded.of(QUESTION, AnswerStatus.SERVFAIL));
    slow.answer(ANSWER);
    assertThat(got, contains(AnswerStatus.SERVFAIL, AnswerStatus.NOERROR));
  }

  @Test
  void oneWhoThrowsDoesNotKeepTheAnswerFromTheOthers() {
    List<Answer> got = new ArrayList<>();
    shared.ask(QUESTION, got::add);
    shared.ask(
        QUESTION,
        answer -> {
          throw new IllegalStateException("made up");
        });
    shared.ask(QUESTION, got::add);
    slow.answer(ANSWER);
    assertThat(got, hasSize(2));
  }

  @Test
  void questionThatCouldNotBeAskedIsForgotten() {
    List<Answer> got = new ArrayList<>();
    DnsClient broken =
        new DnsClient() {
          private boolean mended;

          @Override
          public void ask(Question question, Consumer<Answer> whenDone) {
            if (!mended) {
              mended = true;
              throw new IllegalArgumentException("made up");
            }
            whenDone.accept(ANSWER);
          }

          @Override
          public void close() {
            // Holds nothing.
          }
        };
    SharedAnswers over = new SharedAnswers(broken);
    assertThrows(IllegalArgumentException.class, () -> over.ask(QUESTION, got::add));
    over.ask(QUESTION, got::add);
    assertThat(got, contains(ANSWER));
  }

  @Test
  void closesWhatItAsks() {
    shared.close();
    assertThat(slow.closed, is(true));
  }
}
