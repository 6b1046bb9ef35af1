package nl.wolkenkaart.lookup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

class LookupCountersTest {
  private final LookupCounters counters = new LookupCounters();

  @Test
  void figuresAddUp() {
    counters.sent();
    counters.sent();
    counters.sent();
    counters.ended(AnswerStatus.NXDOMAIN);
    counters.ended(AnswerStatus.TIMEOUT);
    counters.ended(AnswerStatus.NOT_ASKED);
    counters.domainsDone(1);
    LookupFigures figures = counters.soFar();
    assertThat(figures.sent(), is(3L));
    assertThat(figures.answered(), is(1L));
    assertThat(figures.failed(), is(2L));
    assertThat(figures.domains(), is(1L));
    assertThat(figures.ended().get(AnswerStatus.TIMEOUT), is(1L));
    assertThat(figures.ended().get(AnswerStatus.NOERROR), is(0L));
  }

  @Test
  void whatWasTakenIsNotTakenAgain() {
    counters.sent();
    counters.domainsDone(1);
    assertThat(counters.take().sent(), is(1L));
    counters.sent();
    counters.sent();
    counters.ended(AnswerStatus.NOERROR);
    LookupFigures fresh = counters.take();
    assertThat(fresh.sent(), is(2L));
    assertThat(fresh.domains(), is(0L));
    assertThat(fresh.answered(), is(1L));
    assertThat(counters.take(), is(LookupFigures.none()));
    assertThat(counters.soFar().sent(), is(3L));
  }
}
