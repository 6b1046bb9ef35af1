package nl.wolkenkaart.web;

import java.util.List;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.provider.Exposure;
import nl.wolkenkaart.provider.Service;

/**
 * What a case sheet is made of.
 *
 * @param organisation its row of attributions
 * @param services its rows of services
 * @param exposures its rows of exposures
 * @param catalogue with the owners of the day that the tables were made with
 * @param runDate the date that the tables stand for; empty where it is not known
 * @param asOf the day whose owners count; empty where it is not known
 */
public record CaseFacts(
    Attribution organisation,
    List<Service> services,
    List<Exposure> exposures,
    Catalogue catalogue,
    String runDate,
    String asOf) {}
