package nl.wolkenkaart.cli;

import com.google.common.math.Quantiles;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The samples of all rounds, and their medians as a table. */
final class BenchReport {
  /** Who asked. */
  enum Who {
    ONE_SHOT("one-shot"),
    WARM("warm"),
    DNSPERF("dnsperf");

    private final String shown;

    Who(String shown) {
      this.shown = shown;
    }

    String shown() {
      return shown;
    }
  }

  private final Map<Who, List<BenchSample>> samples = new EnumMap<>(Who.class);

  void add(Who who, BenchSample sample) {
    samples.computeIfAbsent(who, w -> new ArrayList<>()).add(sample);
  }

  /** Questions that our client lost, in all rounds. */
  long lost() {
    return lost(Who.ONE_SHOT) + lost(Who.WARM);
  }

  private long lost(Who who) {
    return samples.getOrDefault(who, List.of()).stream().mapToLong(BenchSample::lost).sum();
  }

  double median(Who who, ToDoubleFunction<BenchSample> figure) {
    return Quantiles.median().compute(samples.get(who).stream().mapToDouble(figure).toArray());
  }

  /** The median of what each round's figure is to that of dnsperf in the same round. */
  double toDnsperf(Who who, ToDoubleFunction<BenchSample> figure) {
    List<BenchSample> ours = samples.get(who);
    List<BenchSample> theirs = samples.get(Who.DNSPERF);
    return Quantiles.median()
        .compute(
            IntStream.range(0, ours.size())
                .mapToDouble(
                    i -> figure.applyAsDouble(ours.get(i)) / figure.applyAsDouble(theirs.get(i)))
                .toArray());
  }

  void print(PrintStream out) {
    out.printf(
        "%-9s %12s %23s %12s %6s %12s %12s%n",
        "", "questions/s", "lowest to highest", "CPU s/100k", "lost", "of dnsperf", "its CPU");
    boolean compare = samples.containsKey(Who.DNSPERF);
    samples.forEach(
        (who, all) -> {
          double[] speeds = all.stream().mapToDouble(BenchSample::perSecond).sorted().toArray();
          out.printf(
              Locale.ROOT,
              "%-9s %,12.0f %23s %12.2f %,6d %12s %12s%n",
              who.shown(),
              median(who, BenchSample::perSecond),
              String.format(Locale.ROOT, "%,.0f to %,.0f", speeds[0], speeds[speeds.length - 1]),
              median(who, BenchSample::cpu),
              lost(who),
              compare ? ratio(who, BenchSample::perSecond) : "",
              compare ? ratio(who, BenchSample::cpu) : "");
        });
  }

  private String ratio(Who who, ToDoubleFunction<BenchSample> figure) {
    return String.format(Locale.ROOT, "%.2f", toDnsperf(who, figure));
  }
}
