package nl.wolkenkaart.provider;

import java.util.HashMap;
import java.util.Map;
import nl.wolkenkaart.provider.SharedFilters.Customers;

/**
 * What {@link CountCustomers} counts and {@link SharedFilters} needs, in plain Java: first every
 * domain of a run is added, then what they tell is applied to each.
 */
public final class ReceiverCustomers {
  private static final Customers NONE = new Customers(0, 0);

  private final Map<String, Customers> byReceiver = new HashMap<>();

  /** Whether who else has the same receiver can change what is said of a domain. */
  public static boolean matterTo(DomainAttribution domain) {
    return SharedFilters.isUnlisted(domain);
  }

  /** Counts a domain, each of a run once. */
  public void add(DomainAttribution domain) {
    if (SharedFilters.isUnlisted(domain)) {
      long elsewhere = SharedFilters.isElsewhere(domain) ? 1 : 0;
      byReceiver.merge(
          domain.getReceiver(),
          new Customers(1, elsewhere),
          (a, b) -> new Customers(a.domains() + b.domains(), a.elsewhere() + b.elsewhere()));
    }
  }

  /** How many domains that were counted have this receiver, which the catalogue does not have. */
  public long domains(String receiver) {
    return byReceiver.getOrDefault(receiver, NONE).domains();
  }

  /** How many of them have their mailboxes visibly elsewhere. */
  public long elsewhere(String receiver) {
    return byReceiver.getOrDefault(receiver, NONE).elsewhere();
  }

  /** What is said of a domain once all are counted; the same object where nothing changes. */
  public DomainAttribution applyTo(DomainAttribution domain, Catalogue catalogue) {
    Customers customers = byReceiver.get(domain.getReceiver());
    return customers == null ? domain : SharedFilters.apply(domain, customers, catalogue);
  }
}
