package nl.wolkenkaart.statistics;

import java.util.SortedMap;
import java.util.SortedSet;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Service;

/**
 * All that a run says of one organisation.
 *
 * @param services by id of the service
 */
record ComparedOrganisation(
    Attribution row, SortedMap<String, Service> services, SortedSet<String> tenants) {}
