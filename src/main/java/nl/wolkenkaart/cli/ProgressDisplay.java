package nl.wolkenkaart.cli;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** Where progress is shown. */
interface ProgressDisplay extends AutoCloseable {

  /** How often it wants to be told. */
  Duration every();

  void show(ProgressFigures figures);

  @Override
  void close();

  /** A line each time. */
  static ProgressDisplay lines(PrintStream out) {
    return new ProgressDisplay() {
      @Override
      public Duration every() {
        return Duration.ofSeconds(10);
      }

      @Override
      public void show(ProgressFigures figures) {
        out.println(figures.line());
      }

      @Override
      public void close() {
        // Nothing is open.
      }
    };
  }

  /** A bar that is drawn over, for a terminal. */
  static ProgressDisplay bar(ProgressBarConsumer terminal, long domains) {
    ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName("Domains")
            .setInitialMax(domains)
            .setStyle(ProgressBarStyle.ASCII)
            .setConsumer(terminal)
            .setUpdateIntervalMillis(500)
            // Ours stands with the other figures.
            .hideEta()
            .build();
    return new ProgressDisplay() {
      @Override
      public Duration every() {
        return Duration.ofSeconds(1);
      }

      @Override
      public void show(ProgressFigures figures) {
        bar.stepTo(figures.done().domains());
        bar.setExtraMessage(figures.besideBar());
      }

      @Override
      public void close() {
        bar.close();
      }
    };
  }
}
