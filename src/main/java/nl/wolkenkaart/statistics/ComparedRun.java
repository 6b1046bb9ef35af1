package nl.wolkenkaart.statistics;

import com.google.common.collect.Iterators;
import com.google.common.collect.PeekingIterator;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Service;
import nl.wolkenkaart.provider.Tenant;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The tables of a run, read side by side, an organisation at a time, so that nothing but that
 * organisation is in memory.
 */
public final class ComparedRun {
  private final String name;
  private final PeekingIterator<Attribution> attributions;
  private final PeekingIterator<Service> services;
  private final PeekingIterator<Tenant> tenants;
  private @Nullable String last;

  /**
   * A run that has not been read.
   *
   * @param name for people
   * @param attributions by organisation_id
   * @param services by organisation_id, service
   * @param tenants by organisation_id, tenant
   */
  public ComparedRun(
      String name,
      Iterable<Attribution> attributions,
      Iterable<Service> services,
      Iterable<Tenant> tenants) {
    this.name = name;
    this.attributions = Iterators.peekingIterator(attributions.iterator());
    this.services = Iterators.peekingIterator(services.iterator());
    this.tenants = Iterators.peekingIterator(tenants.iterator());
  }

  /** Identifier of the next organisation; null after the last. */
  @Nullable String peek() {
    return attributions.hasNext() ? attributions.peek().getOrganisationId() : null;
  }

  /**
   * The next organisation.
   *
   * @throws IllegalStateException if a table is not in the order of organisations
   */
  ComparedOrganisation next() {
    Attribution row = attributions.next();
    String id = row.getOrganisationId();
    if (last != null && Utf8Order.UTF8_ORDER.compare(last, id) >= 0) {
      throw new IllegalStateException(
          name + ": the attributions are not in their order at " + id + " after " + last);
    }
    last = id;
    SortedMap<String, Service> ofServices = new TreeMap<>(Utf8Order.UTF8_ORDER);
    while (isOf(id, services, Service::getOrganisationId, "services")) {
      Service service = services.next();
      ofServices.put(service.getService(), service);
    }
    SortedSet<String> ofTenants = new TreeSet<>(Utf8Order.UTF8_ORDER);
    while (isOf(id, tenants, Tenant::getOrganisationId, "tenants")) {
      ofTenants.add(tenants.next().getTenant());
    }
    return new ComparedOrganisation(row, ofServices, ofTenants);
  }

  private <T> boolean isOf(
      String id, PeekingIterator<T> rows, Function<T, String> organisation, String table) {
    if (!rows.hasNext()) {
      return false;
    }
    String next = organisation.apply(rows.peek());
    if (Utf8Order.UTF8_ORDER.compare(next, id) < 0) {
      throw new IllegalStateException(
          name + ": the " + table + " have organisation " + next + ", the attributions do not");
    }
    return next.equals(id);
  }
}
