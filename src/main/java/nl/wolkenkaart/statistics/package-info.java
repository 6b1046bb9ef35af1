/**
 * Reads attributions, gives counts, shares with the range that undecided organisations leave, and
 * the invariants that a run must keep.
 */
package nl.wolkenkaart.statistics;
