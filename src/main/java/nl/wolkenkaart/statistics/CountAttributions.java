package nl.wolkenkaart.statistics;

import nl.wolkenkaart.provider.Attribution;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Attributions to the rows of the statistics table; no rows for no attributions.
 *
 * <p>One combine over everything, not one key per value: on the DirectRunner the cost grows with
 * the number of keys, and the counts of a country fit into a few kilobytes.
 */
public final class CountAttributions
    extends PTransform<PCollection<Attribution>, PCollection<Statistic>> {
  @Override
  public PCollection<Statistic> expand(PCollection<Attribution> attributions) {
    return attributions
        .apply("Count by sector and value", Combine.globally(new CountFn()))
        .setCoder(CountsCoder.of())
        .apply(
            "Work out the shares",
            FlatMapElements.into(TypeDescriptor.of(Statistic.class)).via(Shares::of))
        .setCoder(AvroCoder.specific(Statistic.class));
  }

  private static final class CountFn extends Combine.CombineFn<Attribution, Counts, Counts> {
    @Override
    public Counts createAccumulator() {
      return new Counts();
    }

    @Override
    public Counts addInput(Counts counts, Attribution attribution) {
      counts.add(attribution);
      return counts;
    }

    @Override
    public Counts mergeAccumulators(Iterable<Counts> parts) {
      Counts sum = new Counts();
      parts.forEach(sum::addAll);
      return sum;
    }

    @Override
    public Counts extractOutput(Counts counts) {
      return counts;
    }

    @Override
    public Coder<Counts> getAccumulatorCoder(CoderRegistry registry, Coder<Attribution> input) {
      return CountsCoder.of();
    }

    @Override
    public Coder<Counts> getDefaultOutputCoder(CoderRegistry registry, Coder<Attribution> input) {
      return CountsCoder.of();
    }
  }
}
