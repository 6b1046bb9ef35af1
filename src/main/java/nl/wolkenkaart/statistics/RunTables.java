package nl.wolkenkaart.statistics;

import nl.wolkenkaart.directory.Organisation;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Service;
import nl.wolkenkaart.provider.Tenant;

/**
 * The tables of a run, to be checked. Each is read once, from its beginning to its end, the
 * organisations and attributions first and side by side.
 */
public record RunTables(
    Iterable<Organisation> organisations,
    Iterable<Attribution> attributions,
    Iterable<Service> services,
    Iterable<Tenant> tenants,
    Iterable<Statistic> statistics,
    Iterable<Concentration> concentration,
    Iterable<NotMeasured> notMeasured) {}
