package nl.wolkenkaart.statistics;

import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Exposure;

/**
 * The tables about law, and those that they are held against, to be checked. Each is read once, in
 * its order.
 */
public record LawTables(
    Iterable<Attribution> attributions,
    Iterable<Statistic> statistics,
    Iterable<Exposure> exposures,
    Iterable<ServerLaw> serverLaw,
    Iterable<ScenarioStatistic> scenarios,
    Iterable<Affected> affected) {}
