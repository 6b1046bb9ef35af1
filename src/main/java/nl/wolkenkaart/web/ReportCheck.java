package nl.wolkenkaart.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wolkenkaart.statistics.Counts;
import nl.wolkenkaart.statistics.Statistic;

/** What the pictures count of the organisations must be what the statistics say. */
final class ReportCheck {
  private ReportCheck() {}

  /**
   * Compares.
   *
   * @param organisations rows of the attributions
   * @throws ReportException naming all that differs
   */
  static void check(Figures figures, Tally tally, long organisations) {
    List<String> faults = new ArrayList<>();
    equal(faults, "organisations", figures.organisations(Counts.ALL), organisations);
    List<String> sectors = new ArrayList<>(figures.sectors());
    for (String sector : tally.sectors().keySet()) {
      if (!sectors.contains(sector)) {
        faults.add("the statistics lack the sector " + sector);
      }
    }
    sectors.add(Counts.ALL);
    for (String sector : sectors) {
      Part part = sector.equals(Counts.ALL) ? tally.all() : tally.sector(sector);
      equal(faults, sector + ": with mail", figures.denominator(sector), part.withMail());
      share(faults, sector + ", mailboxes", figures, sector, "backend", UsShare.last(part));
      share(faults, sector + ", received", figures, sector, "receiver", UsShare.first(part));
      equal(faults, sector + ": bars", UsShare.last(part).organisations(), us(part.last()));
    }
    if (!faults.isEmpty()) {
      throw new ReportException("the tables contradict each other: " + String.join("; ", faults));
    }
  }

  private static long us(Map<Group, Long> groups) {
    return groups.entrySet().stream()
        .filter(entry -> entry.getKey().isUnderUsLaw())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static void share(
      List<String> faults,
      String what,
      Figures figures,
      String sector,
      String measure,
      UsShare counted) {
    Optional<Statistic> row = figures.row(sector, measure + "_jurisdiction", Groups.US);
    UsShare said =
        row.filter(r -> r.getShare() != null)
            .map(
                r ->
                    new UsShare(
                        r.getOrganisations(),
                        r.getDenominator(),
                        r.getShareLow(),
                        r.getShare(),
                        r.getShareHigh()))
            .orElse(new UsShare(0, counted.denominator(), 0, 0, 0));
    if (!said.equals(counted)) {
      faults.add(what + ": the statistics say " + said + ", the rows " + counted);
    }
  }

  private static void equal(List<String> faults, String what, long said, long counted) {
    if (said != counted) {
      faults.add(what + ": the statistics say " + said + ", the rows " + counted);
    }
  }
}
