package nl.wolkenkaart.lookup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookupSettingsTest {

  @Test
  void defaultsArePatient() {
    LookupSettings settings = LookupSettings.of(List.of("192.0.2.1"), 500);
    assertThat(settings.rate(), is(500));
    assertThat(
        settings.timeoutsMillis(), is(List.of(300, 500, 700, 1_000, 1_500, 2_000, 3_000, 4_000)));
    assertThat(settings.giveUpMillis(), is(30_000));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 1, 1, 100, 100",
    "0, 0, 1, 100, 100",
    "0, 1, 0, 100, 100",
    "0, 1, 1, 0, 100",
    "0, 1, 1, 100, -1",
  })
  void refusesWhatWouldWaitForEver(int rate, int questions, int domains, int timeout, int giveUp) {
    assertThat(
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new LookupSettings(
                        List.of("192.0.2.1"), rate, questions, domains, List.of(timeout), giveUp))
            .getMessage(),
        containsString("must be positive"));
  }

  /** 100 questions per second, 1,000 in flight, 256 domains: a third of each, rounded down. */
  @Test
  void processesShareOneBudget() {
    LookupSettings all = LookupSettings.of(List.of("192.0.2.1"), 100).withDeadline(5_000);
    LookupSettings each = all.dividedAmong(3);
    assertThat(each.rate(), is(33));
    assertThat(each.questionsInFlight(), is(333));
    assertThat(each.domainsInFlight(), is(85));
    assertThat(each.deadlineMillis(), is(5_000));
    assertThat(all.dividedAmong(1), is(all));
    assertThat(LookupSettings.of(List.of("192.0.2.1"), 0).dividedAmong(7).rate(), is(0));
    assertThrows(IllegalArgumentException.class, () -> all.dividedAmong(101));
  }

  @Test
  void refusesNoResolverAndNoAttempt() {
    assertThrows(IllegalArgumentException.class, () -> LookupSettings.of(List.of(), 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new LookupSettings(List.of("192.0.2.1"), 0, 1, 1, List.of(), 1));
  }
}
