package nl.wolkenkaart.statistics;

import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Service;
import nl.wolkenkaart.provider.Tenant;

/**
 * The tables of a run, to be checked. Each is read once, from its beginning to its end, and the
 * attributions first.
 */
public record RunTables(
    Iterable<Attribution> attributions,
    Iterable<Service> services,
    Iterable<Tenant> tenants,
    Iterable<Statistic> statistics) {}
