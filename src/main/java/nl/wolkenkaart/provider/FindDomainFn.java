package nl.wolkenkaart.provider;

import static nl.wolkenkaart.provider.AttributeOrganisations.ASKED;
import static nl.wolkenkaart.provider.AttributeOrganisations.DOMAINS;
import static nl.wolkenkaart.provider.AttributeOrganisations.NO_DOMAIN;
import static nl.wolkenkaart.provider.AttributeOrganisations.ONE;
import static nl.wolkenkaart.provider.AttributeOrganisations.SEVERAL;
import static nl.wolkenkaart.provider.AttributeOrganisations.SHARED;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.Map;
import nl.wolkenkaart.directory.Buckets;
import nl.wolkenkaart.directory.DomainChoice;
import nl.wolkenkaart.directory.Organisation;
import nl.wolkenkaart.provider.SharedFilters.Customers;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * Finds what the domains of a bucket's organisations say: of those with one domain the answer, with
 * its word on whom the organisation stands for; of those with a choice one pair for each domain.
 */
final class FindDomainFn
    extends DoFn<KV<String, CoGbkResult>, KV<String, KV<Organisation, DomainAttribution>>> {
  private static final long serialVersionUID = 1;

  private final PCollectionView<Map<String, KV<Long, Long>>> view;
  private final Buckets buckets;
  private final CatalogueSource source;
  private transient Catalogue catalogue;

  FindDomainFn(
      PCollectionView<Map<String, KV<Long, Long>>> view, Buckets buckets, CatalogueSource source) {
    this.view = view;
    this.buckets = buckets;
    this.source = source;
  }

  @Setup
  public void setup() {
    catalogue = source.catalogue();
  }

  @ProcessElement
  public void join(ProcessContext context, MultiOutputReceiver out) {
    CoGbkResult bucket = context.element().getValue();
    Map<String, KV<Long, Long>> customers = context.sideInput(view);
    Map<String, DomainAttribution> byDomain = new HashMap<>();
    byDomain.put(NO_DOMAIN, Attributions.noDomain());
    for (DomainAttribution domain : bucket.getAll(DOMAINS)) {
      KV<Long, Long> of = customers.get(domain.getReceiver());
      byDomain.put(
          domain.getDomain(),
          of == null
              ? domain
              : SharedFilters.apply(domain, new Customers(of.getKey(), of.getValue()), catalogue));
    }
    // Kept, because not every runner gives the values twice.
    ImmutableList<KV<String, Organisation>> organisations =
        ImmutableList.copyOf(bucket.getAll(ASKED));
    DomainStands stands = new DomainStands();
    for (KV<String, Organisation> asked : organisations) {
      if (DomainChoice.isOpen(asked.getValue())) {
        stands.leaveOpen(asked.getKey());
      } else if (asked.getValue().getDomain() != null) {
        stands.add(asked.getKey(), asked.getValue());
      }
    }
    for (KV<String, Organisation> asked : organisations) {
      Organisation organisation = asked.getValue();
      DomainAttribution found = byDomain.get(asked.getKey());
      if (found == null) {
        found = Attributions.notObserved(asked.getKey());
      }
      KV<Organisation, DomainAttribution> pair = KV.of(organisation, found);
      if (DomainChoice.isOpen(organisation)) {
        out.get(SEVERAL).output(KV.of(buckets.of(organisation.getOrganisationId()), pair));
      } else if (stands.isOpen(asked.getKey())) {
        out.get(SHARED).output(KV.of(buckets.of(asked.getKey()), pair));
      } else {
        String word = StandForDomainsFn.word(stands, asked.getKey(), organisation);
        out.get(ONE).output(KV.of(word, pair));
      }
    }
  }
}
