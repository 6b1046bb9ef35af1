package nl.wolkenkaart.web;

import java.util.List;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Exposure;
import nl.wolkenkaart.provider.Exposures;
import nl.wolkenkaart.statistics.CodeLists;

/** What exposures says of an organisation's mailboxes must be what its own row says. */
final class ExposureCheck {
  private ExposureCheck() {}

  /**
   * Compares one organisation: a row for who runs the mailboxes, and one only, where there may be
   * mail; none where there is none.
   *
   * @throws ReportException if they differ
   */
  static void check(Attribution row, List<Exposure> exposures) {
    List<String> said =
        exposures.stream()
            .filter(exposure -> exposure.getRole().equals("backend"))
            .map(exposure -> exposure.getOperator() + " under " + exposure.getJurisdiction())
            .toList();
    List<String> expected =
        Exposures.NO_MAIL.contains(row.getStatus())
            ? List.of()
            : List.of(
                row.getBackend()
                    + " under "
                    + CodeLists.law(row.getBackend(), row.getBackendJurisdiction()));
    if (!said.equals(expected)) {
      throw new ReportException(
          "the tables contradict each other: exposures of "
              + row.getOrganisationId()
              + " have the mailboxes at "
              + said
              + ", attributions at "
              + expected);
    }
  }
}
