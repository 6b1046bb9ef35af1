package nl.wolkenkaart.web;

import nl.wolkenkaart.statistics.Shares;

/**
 * The share under US jurisdiction of a part of the list, with its range; rounded as the statistics
 * are, with which {@link ReportCheck} compares it.
 *
 * @param organisations under US jurisdiction
 * @param denominator organisations with mail whose lookup succeeded
 */
record UsShare(long organisations, long denominator, double low, double share, double high) {
  /** Of those who run the mailboxes. */
  static UsShare last(Part part) {
    return of(
        part.underUsLaw(OrganisationRow.UsLaw.PLAIN),
        part.underUsLaw(OrganisationRow.UsLaw.YES),
        part.underUsLaw(OrganisationRow.UsLaw.POSSIBLE),
        part.withMail());
  }

  /** Of those who receive first. */
  static UsShare first(Part part) {
    long found =
        part.first().entrySet().stream()
            .filter(entry -> entry.getKey().isUnderUsLaw())
            .mapToLong(entry -> entry.getValue())
            .sum();
    return of(found, found, found + part.mayBeReceivedUnderUsLaw(), part.withMail());
  }

  private static UsShare of(long low, long found, long high, long whole) {
    return new UsShare(found, whole, share(low, whole), share(found, whole), share(high, whole));
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : Shares.share(part, whole);
  }
}
