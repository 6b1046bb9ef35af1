package nl.wolkenkaart.statistics;

/**
 * What a run has counted on its way, before the tables.
 *
 * @param rowsRead rows of the lists of organisations, without their header lines
 * @param rejects rows that could not be used
 * @param organisations organisations that went into the classification
 */
public record RunFacts(long rowsRead, long rejects, long organisations) {}
