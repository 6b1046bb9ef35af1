package nl.wolkenkaart.lookup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PendingReplyTest {
  private static final byte[] QUERY = {
    7, 9, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 'a', 2, 'n', 'l', 0, 0, 1, 0, 1
  };

  private final List<byte[]> replies = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final PendingReply pending = new PendingReply(QUERY, 100, this::take);
  private final AtomicInteger released = new AtomicInteger();

  private void take(byte[] reply, Throwable failure) {
    if (failure == null) {
      replies.add(reply);
    } else {
      failures.add(failure);
    }
  }

  @Test
  void endsOnceAndGivesItsSlotBackOnce() {
    pending.onEnd(released::incrementAndGet);
    pending.complete(FakeServer.reply(QUERY));
    pending.complete(new byte[QUERY.length]);
    pending.fail(new IOException("late"));
    assertThat(replies, contains(FakeServer.reply(QUERY)));
    assertThat(failures, is(empty()));
    assertThat(released.get(), is(1));
    assertThat(pending.isDone(), is(true));
  }

  /** It may be overdue before it has a slot, as after a long pause of the whole process. */
  @Test
  void slotThatComesAfterTheEndIsGivenBackToo() {
    pending.fail(new IOException("overdue"));
    pending.onEnd(released::incrementAndGet);
    assertThat(released.get(), is(1));
    pending.fail(new IOException("again"));
    assertThat(released.get(), is(1));
    assertThat(failures, hasSize(1));
    assertThat(failures.get(0).getMessage(), is("overdue"));
  }

  @Test
  void overdueFromItsDeadlineOn() {
    assertThat(pending.isOverdue(99), is(false));
    assertThat(pending.isOverdue(100), is(true));
    PendingReply overflowing = new PendingReply(QUERY, Long.MIN_VALUE + 5, this::take);
    assertThat(overflowing.isOverdue(Long.MAX_VALUE), is(false));
  }

  @Test
  void shortOrForeignRepliesDoNotAnswer() {
    assertThat(pending.isAnsweredBy(FakeServer.reply(QUERY)), is(true));
    assertThat(pending.isAnsweredBy(QUERY), is(false));
    for (int length = 0; length < QUERY.length; length++) {
      byte[] cut = Arrays.copyOf(FakeServer.reply(QUERY), length);
      assertThat(pending.isAnsweredBy(cut), is(false));
    }
    for (int place = 12; place < QUERY.length; place++) {
      byte[] other = FakeServer.reply(QUERY);
      other[place] ^= 3;
      assertThat(pending.isAnsweredBy(other), is(false));
    }
  }
}
