package nl.wolkenkaart.lookup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.sameInstance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.io.DefaultIoClientFactory;

class UpstreamsTest {
  private long nanos = Long.MAX_VALUE - 5_000_000_000L;
  private final Upstream first = upstream("192.0.2.1");
  private final Upstream second = upstream("192.0.2.2");
  private final Upstreams both =
      new Upstreams(List.of(first, second), TimeUnit.SECONDS.toNanos(10));

  private Upstream upstream(String address) {
    return new Upstream(
        ResolverAddress.parse(address),
        List.of(1_000),
        (remote, query, timeout, whenDone) -> {},
        new DefaultIoClientFactory().createOrGetTcpClient(),
        () -> nanos);
  }

  private void pass(int millis) {
    nanos += TimeUnit.MILLISECONDS.toNanos(millis);
  }

  /** Leaves questions unanswered, as many in a row and for as long as it takes to be down. */
  private void goesDown(Upstream upstream) {
    for (int i = 0; i < 100; i++) {
      upstream.asked();
    }
    pass(1_001);
    for (int i = 0; i < 100; i++) {
      upstream.silent();
    }
    upstream.rootIsSilent();
    assertThat(upstream.isDown(), is(true));
  }

  @Test
  void takesTurns() {
    List<Upstream> picked = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      picked.add(both.pick(null));
    }
    assertThat(picked, contains(first, second, first, second));
  }

  @Test
  void asksAnotherThanBefore() {
    for (int i = 0; i < 5; i++) {
      assertThat(both.pick(first), is(sameInstance(second)));
    }
    Upstreams alone = new Upstreams(List.of(first), 1);
    assertThat(alone.pick(first), is(sameInstance(first)));
  }

  @Test
  void downAfterManyFailuresAndSomeTime() {
    first.rootIsSilent();
    for (int i = 0; i < 150; i++) {
      first.asked();
      first.silent();
    }
    assertThat(first.isDown(), is(false));
    pass(1_001);
    assertThat(first.isDown(), is(true));
    first.asked();
    first.replied();
    assertThat(first.isDown(), is(false));
  }

  /** Names that nobody answers for are no resolver that does not answer. */
  @Test
  void oneThatAnswersForTheRootIsNotDown() {
    for (int i = 0; i < 150; i++) {
      first.asked();
      first.silent();
    }
    pass(1_001);
    assertThat(first.isDown(), is(false));
    first.rootIsSilent();
    assertThat(first.isDown(), is(true));
    first.asked();
    first.replied();
    assertThat(first.isDown(), is(false));
  }

  @Test
  void fewFailuresAreNoReason() {
    first.rootIsSilent();
    for (int i = 0; i < 99; i++) {
      first.asked();
      first.silent();
    }
    pass(60_000);
    assertThat(first.isDown(), is(false));
  }

  /** Between two steps of a pipeline nothing is asked for minutes: that is no silence. */
  @Test
  void timeInWhichNothingIsAskedIsNoSilence() {
    Upstreams alone = new Upstreams(List.of(first), TimeUnit.SECONDS.toNanos(10));
    first.asked();
    first.replied();
    pass(600_000);
    for (int i = 0; i < 150; i++) {
      first.asked();
    }
    for (int i = 0; i < 150; i++) {
      first.silent();
    }
    first.rootIsSilent();
    assertThat(first.isDown(), is(false));
    assertThat(alone.givesUpNow(), is(false));
    pass(1_001);
    assertThat(first.isDown(), is(true));
    assertThat(alone.givesUpNow(), is(false));
    pass(9_000);
    assertThat(alone.givesUpNow(), is(true));
  }

  @Test
  void questionsOneByOneFindOutToo() {
    first.rootIsSilent();
    for (int i = 0; i < 100; i++) {
      first.asked();
      pass(50);
      first.silent();
    }
    assertThat(first.isDown(), is(false));
    for (int i = 0; i < 21; i++) {
      first.asked();
      pass(50);
      first.silent();
    }
    assertThat(first.isDown(), is(true));
  }

  @Test
  void oneThatIsDownGetsAProbeNowAndThen() {
    goesDown(first);
    List<Upstream> picked = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      picked.add(both.pick(null));
    }
    assertThat(picked.stream().filter(u -> u == first).count(), is(1L));
    pass(249);
    assertThat(both.pick(null), is(sameInstance(second)));
    assertThat(both.pick(null), is(sameInstance(second)));
    pass(1);
    picked.clear();
    for (int i = 0; i < 6; i++) {
      picked.add(both.pick(null));
    }
    assertThat(picked.stream().filter(u -> u == first).count(), is(1L));
  }

  /** While all are silent each is tried again, in turn: whichever comes back first is found. */
  @Test
  void allThatAreDownGetProbes() {
    goesDown(first);
    goesDown(second);
    assertThat(both.areAllDown(), is(true));
    int probesOfFirst = 0;
    int probesOfSecond = 0;
    for (int tick = 0; tick < 400; tick++) {
      pass(5);
      while (both.mayAsk()) {
        if (both.pick(null) == first) {
          probesOfFirst++;
        } else {
          probesOfSecond++;
        }
      }
    }
    // Two seconds, four probes a second each.
    assertThat(probesOfFirst, is(8));
    assertThat(probesOfSecond, is(8));
  }

  @Test
  void askingWhetherToAskTakesNoProbe() {
    goesDown(first);
    goesDown(second);
    pass(1_000);
    for (int i = 0; i < 10; i++) {
      assertThat(both.mayAsk(), is(true));
    }
  }

  @Test
  void givesUpOnceWhenAllHaveBeenSilentLongEnough() {
    goesDown(first);
    pass(20_000);
    assertThat(both.givesUpNow(), is(false));
    goesDown(second);
    assertThat(both.givesUpNow(), is(false));
    pass(9_000);
    assertThat(both.givesUpNow(), is(true));
    assertThat(both.givesUpNow(), is(false));
    assertThat(both.hasGivenUp(), is(true));
    assertThat(both.mayAsk(), is(true));
  }

  @Test
  void replyOfOneInTimeKeepsTheRun() {
    goesDown(first);
    goesDown(second);
    pass(9_000);
    second.asked();
    second.replied();
    pass(5_000);
    assertThat(both.givesUpNow(), is(false));
    assertThat(both.areAllDown(), is(false));
  }
}
