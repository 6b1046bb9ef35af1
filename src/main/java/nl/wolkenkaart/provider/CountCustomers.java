package nl.wolkenkaart.provider;

import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.MapCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * Counts what {@link SharedFilters} needs: for each receiver that the catalogue does not have, the
 * domains that it receives for, and those whose mailboxes are elsewhere. One combine to a map, of a
 * few thousand entries for a country.
 */
public final class CountCustomers
    extends PTransform<
        PCollection<DomainAttribution>, PCollectionView<Map<String, KV<Long, Long>>>> {
  private static final long serialVersionUID = 1;
  private static final Coder<Long> LONG = VarLongCoder.of();
  private static final Coder<Map<String, KV<Long, Long>>> CODER =
      MapCoder.of(StringUtf8Coder.of(), KvCoder.of(LONG, LONG));

  @Override
  public PCollectionView<Map<String, KV<Long, Long>>> expand(
      PCollection<DomainAttribution> domains) {
    return domains.apply("Count by receiver", Combine.globally(new CountFn()).asSingletonView());
  }

  private static final class CountFn
      extends Combine.CombineFn<
          DomainAttribution, Map<String, KV<Long, Long>>, Map<String, KV<Long, Long>>> {
    private static final long serialVersionUID = 1;

    @Override
    public Map<String, KV<Long, Long>> createAccumulator() {
      return new HashMap<>();
    }

    @Override
    public Map<String, KV<Long, Long>> addInput(
        Map<String, KV<Long, Long>> counts, DomainAttribution domain) {
      if (SharedFilters.isUnlisted(domain)) {
        long elsewhere = SharedFilters.isElsewhere(domain) ? 1 : 0;
        counts.merge(domain.getReceiver(), KV.of(1L, elsewhere), CountFn::sum);
      }
      return counts;
    }

    @Override
    public Map<String, KV<Long, Long>> mergeAccumulators(
        Iterable<Map<String, KV<Long, Long>>> parts) {
      Map<String, KV<Long, Long>> all = new HashMap<>();
      parts.forEach(part -> part.forEach((receiver, n) -> all.merge(receiver, n, CountFn::sum)));
      return all;
    }

    @Override
    public Map<String, KV<Long, Long>> extractOutput(Map<String, KV<Long, Long>> counts) {
      return counts;
    }

    @Override
    public Coder<Map<String, KV<Long, Long>>> getAccumulatorCoder(
        CoderRegistry registry, Coder<DomainAttribution> input) {
      return CODER;
    }

    @Override
    public Coder<Map<String, KV<Long, Long>>> getDefaultOutputCoder(
        CoderRegistry registry, Coder<DomainAttribution> input) {
      return CODER;
    }

    private static KV<Long, Long> sum(KV<Long, Long> a, KV<Long, Long> b) {
      return KV.of(a.getKey() + b.getKey(), a.getValue() + b.getValue());
    }
  }
}
