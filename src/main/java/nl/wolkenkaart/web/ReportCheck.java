package nl.wolkenkaart.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import nl.wolkenkaart.statistics.Counts;
import nl.wolkenkaart.statistics.Statistic;

/** What the pictures count of the organisations must be what the statistics say. */
final class ReportCheck {
  private static final int DECIMALS = 6;

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
      Optional<Statistic> last = figures.row(sector, "backend_jurisdiction", Groups.US);
      Optional<Statistic> first = figures.row(sector, "receiver_jurisdiction", Groups.US);
      equal(faults, sector + ": with mail", figures.denominator(sector), part.withMail());
      equal(faults, sector + ": US, mailboxes", count(last), part.underUsLaw());
      equal(faults, sector + ": US, mailboxes, bars", count(last), us(part.last()));
      equal(faults, sector + ": US, received, bars", count(first), us(part.first()));
      share(faults, sector + ": US, low", last, Statistic::getShareLow, part,
          OrganisationRow.UsLaw.PLAIN);
      share(faults, sector + ": US, high", last, Statistic::getShareHigh, part,
          OrganisationRow.UsLaw.POSSIBLE);
    }
    if (!faults.isEmpty()) {
      throw new ReportException("the tables contradict each other: " + String.join("; ", faults));
    }
  }

  private static long count(Optional<Statistic> row) {
    return row.map(Statistic::getOrganisations).orElse(0L);
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
      Optional<Statistic> row,
      Function<Statistic, Double> share,
      Part part,
      OrganisationRow.UsLaw least) {
    if (row.isPresent() && part.withMail() > 0) {
      Double said = share.apply(row.get());
      double counted =
          BigDecimal.valueOf(part.underUsLaw(least))
              .divide(BigDecimal.valueOf(part.withMail()), DECIMALS, RoundingMode.HALF_UP)
              .doubleValue();
      if (!Objects.equals(said, counted)) {
        faults.add(what + ": the statistics say " + said + ", the rows " + counted);
      }
    }
  }

  private static void equal(List<String> faults, String what, long said, long counted) {
    if (said != counted) {
      faults.add(what + ": the statistics say " + said + ", the rows " + counted);
    }
  }
}
