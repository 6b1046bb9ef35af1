package nl.wolkenkaart.world;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs what is delayed, on a daemon thread that starts with the first of it. */
final class Later implements AutoCloseable {
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            Thread thread = new Thread(task, "world-later");
            thread.setDaemon(true);
            return thread;
          });

  /** Runs something so many milliseconds from now, unless this is closed by then. */
  void run(int millis, Runnable task) {
    try {
      Future<?> unused = timer.schedule(task, millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // Closed: nobody waits for it any more.
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
