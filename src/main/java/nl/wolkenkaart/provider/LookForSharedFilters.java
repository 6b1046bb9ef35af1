package nl.wolkenkaart.provider;

import java.util.HashMap;
import java.util.Map;
import nl.wolkenkaart.provider.SharedFilters.Customers;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.MapCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Finds filters that the catalogue does not have ({@link SharedFilters}) and says so of the domains
 * behind them. One combine to a map with an entry for each unlisted receiver: a few thousand for a
 * country.
 */
public final class LookForSharedFilters
    extends PTransform<PCollection<DomainAttribution>, PCollection<DomainAttribution>> {
  private static final long serialVersionUID = 1;
  private static final Coder<Long> LONG = VarLongCoder.of();
  private static final Coder<Map<String, KV<Long, Long>>> CODER =
      MapCoder.of(StringUtf8Coder.of(), KvCoder.of(LONG, LONG));

  @Override
  public PCollection<DomainAttribution> expand(PCollection<DomainAttribution> domains) {
    PCollectionView<Map<String, KV<Long, Long>>> customers =
        domains
            .apply("Take unlisted receivers", Filter.by(SharedFilters::isUnlisted))
            .apply(
                "Take receiver and backend",
                MapElements.into(
                        TypeDescriptors.kvs(TypeDescriptors.strings(), TypeDescriptors.booleans()))
                    .via(d -> KV.of(d.getReceiver(), SharedFilters.isElsewhere(d))))
            .apply("Count customers", Combine.globally(new CountFn()).asSingletonView());
    return domains
        .apply(
            "Mark those behind shared filters",
            ParDo.of(new MarkFn(customers)).withSideInputs(customers))
        .setCoder(AvroCoder.specific(DomainAttribution.class));
  }

  private static final class CountFn
      extends Combine.CombineFn<
          KV<String, Boolean>, Map<String, KV<Long, Long>>, Map<String, KV<Long, Long>>> {
    private static final long serialVersionUID = 1;

    @Override
    public Map<String, KV<Long, Long>> createAccumulator() {
      return new HashMap<>();
    }

    @Override
    public Map<String, KV<Long, Long>> addInput(
        Map<String, KV<Long, Long>> counts, KV<String, Boolean> domain) {
      counts.merge(domain.getKey(), KV.of(1L, domain.getValue() ? 1L : 0L), CountFn::sum);
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
        CoderRegistry registry, Coder<KV<String, Boolean>> input) {
      return CODER;
    }

    @Override
    public Coder<Map<String, KV<Long, Long>>> getDefaultOutputCoder(
        CoderRegistry registry, Coder<KV<String, Boolean>> input) {
      return CODER;
    }

    private static KV<Long, Long> sum(KV<Long, Long> a, KV<Long, Long> b) {
      return KV.of(a.getKey() + b.getKey(), a.getValue() + b.getValue());
    }
  }

  private static final class MarkFn extends DoFn<DomainAttribution, DomainAttribution> {
    private static final long serialVersionUID = 1;

    private final PCollectionView<Map<String, KV<Long, Long>>> view;

    private transient Catalogue catalogue;

    MarkFn(PCollectionView<Map<String, KV<Long, Long>>> view) {
      this.view = view;
    }

    @Setup
    public void setup() {
      catalogue = Catalogue.embedded();
    }

    @ProcessElement
    public void mark(ProcessContext context) {
      DomainAttribution domain = context.element();
      KV<Long, Long> customers =
          SharedFilters.isUnlisted(domain)
              ? context.sideInput(view).get(domain.getReceiver())
              : null;
      context.output(
          customers == null
              ? domain
              : SharedFilters.apply(
                  domain, new Customers(customers.getKey(), customers.getValue()), catalogue));
    }
  }
}
