package nl.wolkenkaart.web;

import java.util.Optional;
import nl.wolkenkaart.provider.MailStatus;
import nl.wolkenkaart.statistics.Counts;
import nl.wolkenkaart.statistics.Statistic;

/**
 * The numbers that the page, its summaries and its tests have in common: all from the statistics.
 *
 * @param organisations whose mailboxes are run by a company under US jurisdiction
 * @param denominator organisations with mail whose lookup succeeded
 * @param share organisations / denominator, 0 where there are none
 * @param low the plain part of the share
 * @param high the share with all that may yet be found
 * @param withoutMail organisations without mail: declared, not found, or no such domain
 * @param failed organisations whose lookup failed
 * @param withoutDomain organisations without a domain
 */
record Headline(
    long organisations,
    long denominator,
    double share,
    double low,
    double high,
    long withoutMail,
    long failed,
    long withoutDomain) {

  static Headline of(Figures figures) {
    Optional<Statistic> us = figures.row(Counts.ALL, "backend_jurisdiction", Groups.US);
    return new Headline(
        us.map(Statistic::getOrganisations).orElse(0L),
        figures.denominator(Counts.ALL),
        us.map(Statistic::getShare).orElse(0.0),
        us.map(Statistic::getShareLow).orElse(0.0),
        us.map(Statistic::getShareHigh).orElse(0.0),
        figures.withStatus(Counts.ALL, MailStatus.NO_MAIL_DECLARED)
            + figures.withStatus(Counts.ALL, MailStatus.NO_MAIL_FOUND)
            + figures.withStatus(Counts.ALL, MailStatus.NXDOMAIN),
        figures.withStatus(Counts.ALL, MailStatus.LOOKUP_FAILED),
        figures.withStatus(Counts.ALL, MailStatus.NO_DOMAIN));
  }
}
