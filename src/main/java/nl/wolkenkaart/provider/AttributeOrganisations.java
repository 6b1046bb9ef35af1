package nl.wolkenkaart.provider;

import java.util.HashMap;
import java.util.Map;
import nl.wolkenkaart.directory.Buckets;
import nl.wolkenkaart.directory.Organisation;
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
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Gives every organisation what was found about its domain, bucket by bucket. Organisations that
 * share a domain share the finding; one whose domain was not observed gets a row that says so.
 * Corrections come last.
 */
public final class AttributeOrganisations
    extends PTransform<PCollection<Organisation>, PCollection<Attribution>> {
  private static final long serialVersionUID = 1;
  private static final TupleTag<Organisation> ORGANISATIONS = new TupleTag<>() {};
  private static final TupleTag<DomainAttribution> DOMAINS = new TupleTag<>() {};

  private final PCollection<DomainAttribution> domains;
  private final Buckets buckets;
  private final Corrections corrections;

  private AttributeOrganisations(
      PCollection<DomainAttribution> domains, Buckets buckets, Corrections corrections) {
    this.domains = domains;
    this.buckets = buckets;
    this.corrections = corrections;
  }

  /**
   * A step that joins.
   *
   * @param domains what was found, one element per domain
   */
  public static AttributeOrganisations from(
      PCollection<DomainAttribution> domains, Buckets buckets, Corrections corrections) {
    return new AttributeOrganisations(domains, buckets, corrections);
  }

  @Override
  public PCollection<Attribution> expand(PCollection<Organisation> organisations) {
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
    return KeyedPCollectionTuple.of(ORGANISATIONS, left)
        .and(DOMAINS, right)
        .apply("Bring them together", CoGroupByKey.create())
        .apply("Give each organisation its row", ParDo.of(new JoinFn(corrections)))
        .setCoder(AvroCoder.specific(Attribution.class));
  }

  private static final class JoinFn extends DoFn<KV<String, CoGbkResult>, Attribution> {
    private static final long serialVersionUID = 1;

    private final Corrections corrections;

    JoinFn(Corrections corrections) {
      this.corrections = corrections;
    }

    @ProcessElement
    public void join(@Element KV<String, CoGbkResult> bucket, OutputReceiver<Attribution> out) {
      Map<String, DomainAttribution> byDomain = new HashMap<>();
      for (DomainAttribution domain : bucket.getValue().getAll(DOMAINS)) {
        byDomain.put(domain.getDomain(), domain);
      }
      for (Organisation organisation : bucket.getValue().getAll(ORGANISATIONS)) {
        DomainAttribution found = byDomain.get(organisation.getDomain());
        out.output(
            Attributions.of(
                organisation,
                corrections.applyTo(
                    found == null ? Attributions.notObserved(organisation.getDomain()) : found,
                    organisation.getOrganisationId(),
                    Catalogue.embedded())));
      }
    }
  }
}
