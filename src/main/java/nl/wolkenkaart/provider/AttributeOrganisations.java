package nl.wolkenkaart.provider;

import java.util.HashMap;
import java.util.Map;
import nl.wolkenkaart.directory.Buckets;
import nl.wolkenkaart.directory.Organisation;
import nl.wolkenkaart.provider.SharedFilters.Customers;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.PInput;
import org.apache.beam.sdk.values.POutput;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Gives every organisation what was found about its domain, bucket by bucket: its row of
 * attributions, and its rows of services and tenants. Organisations that share a domain share the
 * finding; one whose domain was not observed gets a row that says so. Corrections come last.
 */
public final class AttributeOrganisations
    extends PTransform<PCollection<Organisation>, AttributeOrganisations.Result> {
  private static final long serialVersionUID = 1;
  private static final TupleTag<Organisation> ORGANISATIONS = new TupleTag<>() {};
  private static final TupleTag<DomainAttribution> DOMAINS = new TupleTag<>() {};
  private static final TupleTag<Attribution> ATTRIBUTIONS = new TupleTag<>() {};
  private static final TupleTag<Service> SERVICES = new TupleTag<>() {};
  private static final TupleTag<Tenant> TENANTS = new TupleTag<>() {};

  private final PCollection<DomainAttribution> domains;
  private final PCollectionView<Map<String, KV<Long, Long>>> customers;
  private final Buckets buckets;
  private final Corrections corrections;

  private AttributeOrganisations(
      PCollection<DomainAttribution> domains,
      PCollectionView<Map<String, KV<Long, Long>>> customers,
      Buckets buckets,
      Corrections corrections) {
    this.domains = domains;
    this.customers = customers;
    this.buckets = buckets;
    this.corrections = corrections;
  }

  /**
   * A step that joins.
   *
   * @param domains what was found, one element per domain
   * @param customers of whom receivers are that the catalogue does not have, see {@link
   *     CountCustomers}
   */
  public static AttributeOrganisations from(
      PCollection<DomainAttribution> domains,
      PCollectionView<Map<String, KV<Long, Long>>> customers,
      Buckets buckets,
      Corrections corrections) {
    return new AttributeOrganisations(domains, customers, buckets, corrections);
  }

  @Override
  public Result expand(PCollection<Organisation> organisations) {
    Buckets into = buckets;
    PCollection<KV<String, Organisation>> left =
        organisations
            .apply(
                "Put organisations in buckets",
                WithKeys.of((Organisation o) -> into.of(o.getDomain()))
                    .withKeyType(TypeDescriptors.strings()))
            .setCoder(KvCoder.of(StringUtf8Coder.of(), AvroCoder.specific(Organisation.class)));
    PCollection<KV<String, DomainAttribution>> right =
        domains
            .apply(
                "Put domains in buckets",
                WithKeys.of((DomainAttribution d) -> into.of(d.getDomain()))
                    .withKeyType(TypeDescriptors.strings()))
            .setCoder(
                KvCoder.of(StringUtf8Coder.of(), AvroCoder.specific(DomainAttribution.class)));
    PCollectionTuple rows =
        KeyedPCollectionTuple.of(ORGANISATIONS, left)
            .and(DOMAINS, right)
            .apply("Bring them together", CoGroupByKey.create())
            .apply(
                "Give each organisation its rows",
                ParDo.of(new JoinFn(customers, corrections))
                    .withSideInputs(customers)
                    .withOutputTags(ATTRIBUTIONS, TupleTagList.of(SERVICES).and(TENANTS)));
    return new Result(
        rows.get(ATTRIBUTIONS).setCoder(AvroCoder.specific(Attribution.class)),
        rows.get(SERVICES).setCoder(AvroCoder.specific(Service.class)),
        rows.get(TENANTS).setCoder(AvroCoder.specific(Tenant.class)));
  }

  /** The rows of three tables. */
  public static final class Result implements POutput {
    private final PCollection<Attribution> attributions;
    private final PCollection<Service> services;
    private final PCollection<Tenant> tenants;

    private Result(
        PCollection<Attribution> attributions,
        PCollection<Service> services,
        PCollection<Tenant> tenants) {
      this.attributions = attributions;
      this.services = services;
      this.tenants = tenants;
    }

    /** One row per organisation. */
    public PCollection<Attribution> attributions() {
      return attributions;
    }

    /** One row per organisation and service seen. */
    public PCollection<Service> services() {
      return services;
    }

    /** One row per Microsoft tenant and organisation. */
    public PCollection<Tenant> tenants() {
      return tenants;
    }

    @Override
    public Pipeline getPipeline() {
      return attributions.getPipeline();
    }

    @Override
    public Map<TupleTag<?>, PValue> expand() {
      return Map.of(ATTRIBUTIONS, attributions, SERVICES, services, TENANTS, tenants);
    }

    @Override
    public void finishSpecifyingOutput(
        String transformName, PInput input, PTransform<?, ?> transform) {}
  }

  private static final class JoinFn extends DoFn<KV<String, CoGbkResult>, Attribution> {
    private static final long serialVersionUID = 1;

    private final PCollectionView<Map<String, KV<Long, Long>>> view;
    private final Corrections corrections;
    private transient Catalogue catalogue;

    JoinFn(PCollectionView<Map<String, KV<Long, Long>>> view, Corrections corrections) {
      this.view = view;
      this.corrections = corrections;
    }

    @Setup
    public void setup() {
      catalogue = Catalogue.embedded();
    }

    @ProcessElement
    public void join(ProcessContext context, MultiOutputReceiver out) {
      CoGbkResult bucket = context.element().getValue();
      Map<String, KV<Long, Long>> customers = context.sideInput(view);
      Map<String, DomainAttribution> byDomain = new HashMap<>();
      for (DomainAttribution domain : bucket.getAll(DOMAINS)) {
        KV<Long, Long> of = customers.get(domain.getReceiver());
        byDomain.put(
            domain.getDomain(),
            of == null
                ? domain
                : SharedFilters.apply(
                    domain, new Customers(of.getKey(), of.getValue()), catalogue));
      }
      for (Organisation organisation : bucket.getAll(ORGANISATIONS)) {
        DomainAttribution found = byDomain.get(organisation.getDomain());
        if (found == null) {
          found = Attributions.notObserved(organisation.getDomain());
        }
        DomainAttribution corrected =
            corrections.applyTo(found, organisation.getOrganisationId(), catalogue);
        out.get(ATTRIBUTIONS).output(Attributions.of(organisation, corrected));
        Attributions.services(organisation, found).forEach(out.get(SERVICES)::output);
        Attributions.tenants(organisation, found).forEach(out.get(TENANTS)::output);
      }
    }
  }
}
