package nl.wolkenkaart.cli;

import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import nl.wolkenkaart.lookup.LookupFigures;

/** Reads the figures of a run now and then, and says how fast they grow. One thread only. */
final class ProgressMeter {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Supplier<LookupFigures> figures;
  private final long domains;
  private final LongSupplier nanoTime;
  private final long started;
  private long lastTime;
  private long lastSent;

  /**
   * A run that begins now.
   *
   * @param domains domains there are in all
   * @param nanoTime a clock that only goes forward, nanoseconds
   */
  ProgressMeter(Supplier<LookupFigures> figures, long domains, LongSupplier nanoTime) {
    this.figures = figures;
    this.domains = domains;
    this.nanoTime = nanoTime;
    this.started = nanoTime.getAsLong();
    this.lastTime = started;
  }

  ProgressFigures read() {
    long now = nanoTime.getAsLong();
    LookupFigures done = figures.get();
    double seconds = (now - lastTime) / NANOS_PER_SECOND;
    double perSecond = seconds > 0 ? (done.sent() - lastSent) / seconds : 0;
    lastTime = now;
    lastSent = done.sent();
    return new ProgressFigures(domains, done, perSecond, secondsLeft(done.domains(), now));
  }

  private OptionalLong secondsLeft(long done, long now) {
    if (done == 0) {
      return OptionalLong.empty();
    }
    double perDomain = (now - started) / NANOS_PER_SECOND / done;
    return OptionalLong.of(Math.round(perDomain * Math.max(0, domains - done)));
  }
}
