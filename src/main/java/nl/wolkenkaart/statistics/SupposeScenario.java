package nl.wolkenkaart.statistics;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.provider.CatalogueSource;
import nl.wolkenkaart.provider.Exposures;
import nl.wolkenkaart.provider.Scenario;
import nl.wolkenkaart.provider.Scenario.Move;
import nl.wolkenkaart.provider.Supposition;
import nl.wolkenkaart.provider.Tenant;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * What one scenario would change: whom it touches, and the statistics before and after. Nothing is
 * classified again; the rows of attributions are changed as {@link Supposition} says.
 */
public final class SupposeScenario extends PTransform<PCollection<Attribution>, PCollectionTuple> {
  /** The organisations that it touches. */
  public static final TupleTag<Affected> AFFECTED = new TupleTag<>() {};

  /** The statistics that differ. */
  public static final TupleTag<ScenarioStatistic> STATISTICS = new TupleTag<>() {};

  private static final long serialVersionUID = 1;
  private static final TupleTag<Attribution> SUPPOSED = new TupleTag<>() {};
  private static final TupleTag<Statistic> BEFORE = new TupleTag<>() {};
  private static final TupleTag<Statistic> AFTER = new TupleTag<>() {};

  private final Scenario scenario;
  private final CatalogueSource source;
  private final PCollection<Tenant> tenants;

  private SupposeScenario(Scenario scenario, CatalogueSource source, PCollection<Tenant> tenants) {
    this.scenario = scenario;
    this.source = source;
    this.tenants = tenants;
  }

  /**
   * A step that supposes.
   *
   * @param source the catalogue with the owners as they are
   * @param tenants who is in which tenant
   */
  public static SupposeScenario of(
      Scenario scenario, CatalogueSource source, PCollection<Tenant> tenants) {
    return new SupposeScenario(scenario, source, tenants);
  }

  @Override
  public PCollectionTuple expand(PCollection<Attribution> attributions) {
    PCollectionView<Map<String, Iterable<String>>> members =
        tenants
            .apply("Keep the tenants that it names", ParDo.of(new NamedFn(scenario)))
            .setCoder(KvCoder.of(StringUtf8Coder.of(), StringUtf8Coder.of()))
            .apply("Tenants by organisation", View.asMultimap());
    PCollectionTuple supposed =
        attributions.apply(
            "Suppose it of each organisation",
            ParDo.of(new SupposeFn(scenario, source, members))
                .withSideInputs(members)
                .withOutputTags(SUPPOSED, TupleTagList.of(AFFECTED)));
    PCollection<Statistic> after =
        supposed
            .get(SUPPOSED)
            .setCoder(AvroCoder.specific(Attribution.class))
            .apply("Count what would be", CountAttributions.statisticsAlone());
    PCollection<Statistic> statistics =
        attributions.apply("Count what is", CountAttributions.statisticsAlone());
    String id = scenario.id();
    PCollection<ScenarioStatistic> differences =
        KeyedPCollectionTuple.of(BEFORE, keyed(statistics, "Key what is", id))
            .and(AFTER, keyed(after, "Key what would be", id))
            .apply("Lay them beside each other", CoGroupByKey.create())
            .apply(
                "Keep what differs",
                FlatMapElements.into(TypeDescriptor.of(ScenarioStatistic.class))
                    .via(SupposeScenario::differences))
            .setCoder(AvroCoder.specific(ScenarioStatistic.class));
    return PCollectionTuple.of(
            AFFECTED, supposed.get(AFFECTED).setCoder(AvroCoder.specific(Affected.class)))
        .and(STATISTICS, differences);
  }

  private static PCollection<KV<String, Statistic>> keyed(
      PCollection<Statistic> rows, String step, String scenario) {
    return rows.apply(
            step, WithKeys.<String, Statistic>of(scenario).withKeyType(TypeDescriptors.strings()))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), AvroCoder.specific(Statistic.class)));
  }

  private static Iterable<ScenarioStatistic> differences(KV<String, CoGbkResult> both) {
    CoGbkResult rows = both.getValue();
    return ScenarioRows.of(both.getKey(), rows.getAll(BEFORE), rows.getAll(AFTER));
  }

  private static final class NamedFn extends DoFn<Tenant, KV<String, String>> {
    private static final long serialVersionUID = 1;
    private final Scenario scenario;

    NamedFn(Scenario scenario) {
      this.scenario = scenario;
    }

    @ProcessElement
    public void keep(@Element Tenant tenant, OutputReceiver<KV<String, String>> out) {
      if (scenario.moves().stream().map(Move::tenant).anyMatch(tenant.getTenant()::equals)) {
        out.output(KV.of(tenant.getOrganisationId(), tenant.getTenant()));
      }
    }
  }

  private static final class SupposeFn extends DoFn<Attribution, Attribution> {
    private static final long serialVersionUID = 1;
    private final Scenario scenario;
    private final CatalogueSource source;
    private final PCollectionView<Map<String, Iterable<String>>> members;
    private transient Catalogue catalogue;
    private transient Supposition supposition;

    SupposeFn(
        Scenario scenario,
        CatalogueSource source,
        PCollectionView<Map<String, Iterable<String>>> members) {
      this.scenario = scenario;
      this.source = source;
      this.members = members;
    }

    @Setup
    public void setup() {
      catalogue = source.catalogue();
      supposition = new Supposition(scenario, catalogue);
    }

    @ProcessElement
    public void suppose(ProcessContext context, MultiOutputReceiver out) {
      Attribution row = context.element();
      Set<String> tenants = new HashSet<>();
      context
          .sideInput(members)
          .getOrDefault(row.getOrganisationId(), Collections.emptyList())
          .forEach(tenants::add);
      Attribution supposed = supposition.of(row, tenants);
      out.get(SUPPOSED).output(supposed);
      AffectedRows.of(
              scenario.id(),
              row,
              Exposures.of(row, catalogue),
              Exposures.of(supposed, supposition.catalogue()))
          .forEach(out.get(AFFECTED)::output);
    }
  }
}
