package nl.wolkenkaart.lookup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoundTripTest {
  private final RoundTrip roundTrip = new RoundTrip(List.of(300, 500, 700, 1_000, 2_000, 4_000));

  @Test
  void nothingMeasuredWaitsAMiddlingTime() {
    assertThat(roundTrip.timeout(0), is(2));
    assertThat(roundTrip.timeout(2), is(2));
    assertThat(roundTrip.timeout(4), is(4));
  }

  @Test
  void quickAnswersLeaveEachAttemptItsOwn() {
    roundTrip.took(20);
    for (int attempt = 0; attempt < 6; attempt++) {
      assertThat(roundTrip.timeout(attempt), is(attempt));
    }
  }

  @Test
  void slowAnswersAreWaitedFor() {
    // 400 and four times its half: 1,200.
    roundTrip.took(400);
    assertThat(roundTrip.timeout(0), is(4));
    // Deviation 200, 150, 112.5: 400 + 450 = 850.
    roundTrip.took(400);
    roundTrip.took(400);
    assertThat(roundTrip.timeout(0), is(3));
    // As it stays at 400, so does what is waited for, nearly.
    for (int i = 0; i < 20; i++) {
      roundTrip.took(400);
    }
    assertThat(roundTrip.timeout(0), is(1));
  }

  @Test
  void oneLateAnswerIsSoonForgotten() {
    for (int i = 0; i < 100; i++) {
      roundTrip.took(10);
    }
    assertThat(roundTrip.timeout(0), is(0));
    // Deviation a quarter of 1,990 at least: 10 + 249 + 4 * 497.
    roundTrip.took(2_000);
    assertThat(roundTrip.timeout(0), is(5));
    for (int i = 0; i < 30; i++) {
      roundTrip.took(10);
    }
    assertThat(roundTrip.timeout(0), is(0));
  }

  @Test
  void moreAttemptsThanTimesGetTheLast() {
    roundTrip.took(20);
    assertThat(roundTrip.timeout(17), is(5));
    roundTrip.took(60_000);
    assertThat(roundTrip.timeout(0), is(5));
    assertThat(new RoundTrip(List.of(100)).timeout(3), is(0));
  }
}
