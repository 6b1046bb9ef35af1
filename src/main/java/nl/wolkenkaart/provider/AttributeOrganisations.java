package nl.wolkenkaart.provider;

import java.util.Map;
import nl.wolkenkaart.directory.Buckets;
import nl.wolkenkaart.directory.DomainChoice;
import nl.wolkenkaart.directory.Organisation;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
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
 * finding; one whose domain was not observed gets a row that says so, and so does one without a
 * domain. Where several domains may be an organisation's, the one is chosen that {@link
 * DomainChoice} finds the best by what was seen of all of them. Of the organisations of a domain
 * one stands for it ({@link DomainStands}). Corrections come last.
 */
public final class AttributeOrganisations
    extends PTransform<PCollection<Organisation>, AttributeOrganisations.Result> {
  private static final long serialVersionUID = 1;

  /** Stands for the domain of an organisation that has none. */
  static final String NO_DOMAIN = "";

  static final TupleTag<KV<String, Organisation>> ASKED = new TupleTag<>() {};
  static final TupleTag<DomainAttribution> DOMAINS = new TupleTag<>() {};
  private static final TupleTag<Attribution> ATTRIBUTIONS = new TupleTag<>() {};
  private static final TupleTag<Service> SERVICES = new TupleTag<>() {};
  private static final TupleTag<Tenant> TENANTS = new TupleTag<>() {};
  private static final TupleTag<Organisation> SETTLED = new TupleTag<>() {};
  static final TupleTag<KV<String, KV<Organisation, DomainAttribution>>> ONE = new TupleTag<>() {};
  static final TupleTag<KV<String, KV<Organisation, DomainAttribution>>> SHARED =
      new TupleTag<>() {};
  static final TupleTag<KV<String, KV<Organisation, DomainAttribution>>> SEVERAL =
      new TupleTag<>() {};
  private static final AvroCoder<DomainAttribution> FOUND =
      AvroCoder.specific(DomainAttribution.class);

  private final PCollection<DomainAttribution> domains;
  private final PCollectionView<Map<String, KV<Long, Long>>> customers;
  private final Buckets buckets;
  private final CatalogueSource source;
  private final Corrections corrections;

  private AttributeOrganisations(
      PCollection<DomainAttribution> domains,
      PCollectionView<Map<String, KV<Long, Long>>> customers,
      Buckets buckets,
      CatalogueSource source,
      Corrections corrections) {
    this.domains = domains;
    this.customers = customers;
    this.buckets = buckets;
    this.source = source;
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
      CatalogueSource source,
      Corrections corrections) {
    return new AttributeOrganisations(domains, customers, buckets, source, corrections);
  }

  @Override
  public Result expand(PCollection<Organisation> organisations) {
    PCollection<KV<String, KV<String, Organisation>>> left =
        organisations
            .apply("Put organisations in buckets", ParDo.of(new AskedFn(buckets)))
            .setCoder(
                KvCoder.of(
                    StringUtf8Coder.of(),
                    KvCoder.of(StringUtf8Coder.of(), AvroCoder.specific(Organisation.class))));
    Buckets into = buckets;
    PCollection<KV<String, DomainAttribution>> right =
        domains
            .apply(
                "Put domains in buckets",
                WithKeys.of((DomainAttribution d) -> into.of(d.getDomain()))
                    .withKeyType(TypeDescriptors.strings()))
            .setCoder(KvCoder.of(StringUtf8Coder.of(), FOUND));
    PCollectionTuple joined =
        KeyedPCollectionTuple.of(ASKED, left)
            .and(DOMAINS, right)
            .apply("Bring them together", CoGroupByKey.create())
            .apply(
                "Find what its domain says",
                ParDo.of(new FindDomainFn(customers, buckets, source))
                    .withSideInputs(customers)
                    .withOutputTags(ONE, TupleTagList.of(SHARED).and(SEVERAL)));
    KvCoder<Organisation, DomainAttribution> pair =
        KvCoder.of(AvroCoder.specific(Organisation.class), FOUND);
    KvCoder<String, KV<Organisation, DomainAttribution>> named =
        KvCoder.of(StringUtf8Coder.of(), pair);
    PCollection<KV<String, KV<Organisation, DomainAttribution>>> chosen =
        joined
            .get(SEVERAL)
            .setCoder(named)
            .apply("Bring an organisation's domains together", GroupByKey.create())
            .apply("Choose its domain", ParDo.of(new ChooseDomainFn()))
            .setCoder(pair)
            .apply(
                "Put those with a choice in buckets",
                WithKeys.of(
                        (KV<Organisation, DomainAttribution> p) -> into.of(p.getKey().getDomain()))
                    .withKeyType(TypeDescriptors.strings()))
            .setCoder(named);
    PCollection<KV<String, KV<Organisation, DomainAttribution>>> shared =
        PCollectionList.of(joined.get(SHARED).setCoder(named))
            .and(chosen)
            .apply("Add those with a choice", Flatten.pCollections())
            .setCoder(named)
            .apply("Bring those of a domain together", GroupByKey.create())
            .apply("Find who stands for it", ParDo.of(new StandForDomainsFn()))
            .setCoder(named);
    PCollectionTuple rows =
        PCollectionList.of(joined.get(ONE).setCoder(named))
            .and(shared)
            .apply("Add those of shared domains", Flatten.pCollections())
            .setCoder(named)
            .apply(
                "Give each organisation its rows",
                ParDo.of(new RowsFn(source, corrections))
                    .withOutputTags(
                        ATTRIBUTIONS, TupleTagList.of(SERVICES).and(TENANTS).and(SETTLED)));
    return new Result(
        rows.get(ATTRIBUTIONS).setCoder(AvroCoder.specific(Attribution.class)),
        rows.get(SERVICES).setCoder(AvroCoder.specific(Service.class)),
        rows.get(TENANTS).setCoder(AvroCoder.specific(Tenant.class)),
        rows.get(SETTLED).setCoder(AvroCoder.specific(Organisation.class)));
  }

  /** The rows of four tables. */
  public static final class Result implements POutput {
    private final PCollection<Attribution> attributions;
    private final PCollection<Service> services;
    private final PCollection<Tenant> tenants;
    private final PCollection<Organisation> organisations;

    private Result(
        PCollection<Attribution> attributions,
        PCollection<Service> services,
        PCollection<Tenant> tenants,
        PCollection<Organisation> organisations) {
      this.attributions = attributions;
      this.services = services;
      this.tenants = tenants;
      this.organisations = organisations;
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

    /** The organisations, each with the domain that was chosen for it. */
    public PCollection<Organisation> organisations() {
      return organisations;
    }

    @Override
    public Pipeline getPipeline() {
      return attributions.getPipeline();
    }

    @Override
    public Map<TupleTag<?>, PValue> expand() {
      return Map.of(
          ATTRIBUTIONS, attributions, SERVICES, services, TENANTS, tenants, SETTLED, organisations);
    }

    @Override
    public void finishSpecifyingOutput(
        String transformName, PInput input, PTransform<?, ?> transform) {}
  }

  /** An organisation goes to the bucket of every domain that was asked about for it. */
  private static final class AskedFn
      extends DoFn<Organisation, KV<String, KV<String, Organisation>>> {
    private static final long serialVersionUID = 1;
    private final Buckets buckets;

    AskedFn(Buckets buckets) {
      this.buckets = buckets;
    }

    @ProcessElement
    public void key(
        @Element Organisation organisation,
        OutputReceiver<KV<String, KV<String, Organisation>>> out) {
      if (organisation.getDomain() == null) {
        out.output(KV.of(buckets.of(NO_DOMAIN), KV.of(NO_DOMAIN, organisation)));
      }
      for (String domain : DomainChoice.asked(organisation)) {
        out.output(KV.of(buckets.of(domain), KV.of(domain, organisation)));
      }
    }
  }

  private static final class RowsFn
      extends DoFn<KV<String, KV<Organisation, DomainAttribution>>, Attribution> {
    private static final long serialVersionUID = 1;

    private final CatalogueSource source;
    private final Corrections corrections;
    private transient Catalogue catalogue;

    RowsFn(CatalogueSource source, Corrections corrections) {
      this.source = source;
      this.corrections = corrections;
    }

    @Setup
    public void setup() {
      catalogue = source.catalogue();
    }

    @ProcessElement
    public void rows(
        @Element KV<String, KV<Organisation, DomainAttribution>> named, MultiOutputReceiver out) {
      Organisation organisation = named.getValue().getKey();
      DomainAttribution found = named.getValue().getValue();
      DomainAttribution corrected =
          organisation.getDomain() == null
              ? found
              : corrections.applyTo(found, organisation.getOrganisationId(), catalogue);
      Attribution row = Attributions.of(organisation, corrected);
      row.setStandsForDomain(named.getKey().isEmpty() ? null : named.getKey());
      out.get(ATTRIBUTIONS).output(row);
      Attributions.services(organisation, found).forEach(out.get(SERVICES)::output);
      Attributions.tenants(organisation, found).forEach(out.get(TENANTS)::output);
      out.get(SETTLED).output(organisation);
    }
  }
}
