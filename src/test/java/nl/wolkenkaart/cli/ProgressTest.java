package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import nl.wolkenkaart.lookup.AnswerStatus;
import nl.wolkenkaart.lookup.LookupCounters;
import nl.wolkenkaart.lookup.LookupFigures;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private long nanos = 5_000_000_000L;
  private LookupFigures now = LookupFigures.none();
  private final ProgressMeter meter = new ProgressMeter(() -> now, 1_200, () -> nanos);

  private void after(long seconds, long domains, long sent, Map<AnswerStatus, Long> ended) {
    nanos += TimeUnit.SECONDS.toNanos(seconds);
    Map<AnswerStatus, Long> all = new EnumMap<>(LookupFigures.none().ended());
    all.putAll(ended);
    now = new LookupFigures(domains, sent, all);
  }

  @Test
  void nothingDoneYetGivesNoEstimate() {
    after(10, 0, 500, Map.of(AnswerStatus.NOERROR, 20L));
    assertThat(
        meter.read().line(),
        is("0 of 1,200 domains, 500 questions, 50 per second, 20 answered, 0 failed"));
  }

  @Test
  void speedIsThatOfTheLastIntervalAndTimeLeftThatOfAll() {
    after(10, 100, 3_000, Map.of(AnswerStatus.NOERROR, 2_900L));
    meter.read();
    after(
        10,
        300,
        23_500,
        Map.of(
            AnswerStatus.NOERROR, 20_000L,
            AnswerStatus.NODATA, 2_000L,
            AnswerStatus.NXDOMAIN, 1_000L,
            AnswerStatus.TIMEOUT, 7L,
            AnswerStatus.SERVFAIL, 3L));
    ProgressFigures figures = meter.read();
    // 20,500 questions in 10 s; 300 domains in 20 s, so 900 in 60 s.
    assertThat(
        figures.line(),
        is(
            "300 of 1,200 domains, 23,500 questions, 2,050 per second, 23,000 answered, "
                + "10 failed (SERVFAIL 3, TIMEOUT 7), 1:00 left"));
    assertThat(
        figures.besideBar(), is("2,050 questions/s, 1:00 left, 10 failed (SERVFAIL 3, TIMEOUT 7)"));
  }

  @Test
  void moreThanAnHourIsLeft() {
    after(10, 3, 100, Map.of());
    // 1,197 domains at 10/3 s each.
    assertThat(meter.read().line(), endsWith("0 failed, 1:06:30 left"));
  }

  @Test
  void aClockThatStandsStillGivesNoSpeed() {
    after(0, 1, 10, Map.of());
    assertThat(meter.read().perSecond(), is(0.0));
  }

  @Test
  void linesEveryTenSeconds() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        ProgressDisplay lines = ProgressDisplay.lines(out)) {
      assertThat(lines.every(), is(Duration.ofSeconds(10)));
      after(10, 1_200, 10, Map.of());
      lines.show(meter.read());
    }
    assertThat(
        said.toString(StandardCharsets.UTF_8).lines().toList(),
        is(
            List.of(
                "1,200 of 1,200 domains, 10 questions, 1 per second, 0 answered, 0 failed, 0:00 left")));
  }

  @Test
  void barShowsDomainsAndTheOtherFigures() {
    List<String> drawn = Collections.synchronizedList(new ArrayList<>());
    try (ProgressDisplay bar =
        ProgressDisplay.bar(new DelegatingProgressBarConsumer(drawn::add, 120), 1_200)) {
      after(10, 300, 1_000, Map.of(AnswerStatus.TIMEOUT, 7L));
      bar.show(meter.read());
    }
    String last = drawn.get(drawn.size() - 1);
    assertThat(
        last,
        allOf(
            startsWith("Domains  25%"),
            containsString("300/1200"),
            containsString("100 questions/s, 0:30 left, 7 failed (TIMEOUT 7)")));
  }

  @Test
  void aRunThatIsShorterThanAnIntervalEndsWithItsFigures() throws Exception {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      new Progress(domains -> ProgressDisplay.lines(out)).watch(new LookupCounters(), 3).close();
    }
    assertThat(
        said.toString(StandardCharsets.UTF_8).lines().toList(),
        hasItem(startsWith("0 of 3 domains, 0 questions")));
  }
}
