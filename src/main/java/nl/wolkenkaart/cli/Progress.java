package nl.wolkenkaart.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongFunction;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import nl.wolkenkaart.lookup.LookupCounters;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/**
 * Says how far a run is while questions are asked: a bar on a terminal, a line now and then
 * elsewhere.
 */
final class Progress {
  private final LongFunction<ProgressDisplay> display;

  /**
   * @param display gives what shows progress, for a number of domains
   */
  Progress(LongFunction<ProgressDisplay> display) {
    this.display = display;
  }

  /** Progress on standard error. */
  static Progress on(PrintStream err) {
    return isTerminal()
        ? new Progress(domains -> ProgressDisplay.bar(new ConsoleProgressBarConsumer(err), domains))
        : new Progress(domains -> ProgressDisplay.lines(err));
  }

  /**
   * Whether standard error is a terminal. Java itself only tells it of input and output together.
   */
  private static boolean isTerminal() {
    try {
      return System.getenv("TERM") != null
          && TerminalProvider.load("exec").isSystemStream(SystemStream.Error);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Begins; ends when the result is closed.
   *
   * @param domains domains there are in all
   */
  AutoCloseable watch(LookupCounters counters, long domains) {
    ProgressMeter meter = new ProgressMeter(counters::soFar, domains, System::nanoTime);
    Thread watcher = new Thread(() -> watch(meter, domains), "progress");
    watcher.setDaemon(true);
    watcher.start();
    return () -> {
      watcher.interrupt();
      watcher.join();
    };
  }

  private void watch(ProgressMeter meter, long domains) {
    try (ProgressDisplay shown = display.apply(domains)) {
      boolean running = true;
      while (running) {
        running = sleep(shown.every());
        shown.show(meter.read());
      }
    }
  }

  /** Whether it slept all the time: the end of the run interrupts it. */
  private static boolean sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
