package nl.wolkenkaart.provider;

import com.google.common.collect.ImmutableList;
import nl.wolkenkaart.directory.Organisation;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/**
 * Finds which organisation stands for a domain, where some of those that may have it had a choice:
 * all that have it now come together here. Gives each its {@link #word}.
 */
final class StandForDomainsFn
    extends DoFn<
        KV<String, Iterable<KV<Organisation, DomainAttribution>>>,
        KV<String, KV<Organisation, DomainAttribution>>> {
  private static final long serialVersionUID = 1;

  /** What {@link DomainStands#of} says; empty for null. */
  static String word(DomainStands stands, String domain, Organisation organisation) {
    String word = stands.of(domain, organisation);
    return word == null ? "" : word;
  }

  @ProcessElement
  public void stand(
      @Element KV<String, Iterable<KV<Organisation, DomainAttribution>>> bucket,
      OutputReceiver<KV<String, KV<Organisation, DomainAttribution>>> out) {
    // Kept, because not every runner gives the values twice.
    ImmutableList<KV<Organisation, DomainAttribution>> pairs =
        ImmutableList.copyOf(bucket.getValue());
    DomainStands stands = new DomainStands();
    pairs.forEach(pair -> stands.add(pair.getKey().getDomain(), pair.getKey()));
    for (KV<Organisation, DomainAttribution> pair : pairs) {
      Organisation organisation = pair.getKey();
      out.output(KV.of(word(stands, organisation.getDomain(), organisation), pair));
    }
  }
}
