package nl.wolkenkaart.statistics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrendsTest {
  private static Trends.Run run(String date, String rules, Statistic... rows) {
    LocalDate day = LocalDate.parse(date);
    return new Trends.Run(day, rules, new Trends.Owners(day, null), List.of(rows));
  }

  private static Statistic backend(String value, long organisations, long of) {
    double share = (double) organisations / of;
    return Statistic.newBuilder()
        .setSector("all")
        .setMeasure("backend")
        .setValue(value)
        .setOrganisations(organisations)
        .setDenominator(of)
        .setShare(share)
        .setShareLow(share)
        .setShareHigh(share)
        .build();
  }

  @Test
  void aFigureHasARowForEveryRunInTheOrderOfDates() {
    List<Trend> trend =
        Trends.of(
            List.of(
                run("2026-01-01", "b", backend("aruba", 4, 8), backend("self", 4, 8)),
                run("2024-01-01", "a", backend("aruba", 1, 4), backend("lookup_failed", 1, 4)),
                run("2025-01-01", "a", backend("aruba", 2, 4))));
    assertThat(
        trend.stream()
            .filter(row -> row.getValue().equals("aruba"))
            .map(row -> row.getRunDate() + " " + row.getShare() + " " + row.getCatalogueChanged())
            .toList(),
        is(List.of("2024-01-01 0.25 null", "2025-01-01 0.5 false", "2026-01-01 0.5 true")));
    Trend none =
        trend.stream()
            .filter(r -> r.getValue().equals("self") && r.getRunDate().equals("2025-01-01"))
            .findFirst()
            .orElseThrow();
    assertThat(none.getOrganisations(), is(0L));
    assertThat(none.getDenominator(), is(4L));
    assertThat(none.getShareHigh(), is(0.0));
    Trend failed =
        trend.stream()
            .filter(r -> r.getValue().equals("lookup_failed") && r.getRunDate().startsWith("2025"))
            .findFirst()
            .orElseThrow();
    assertThat(failed.getShare(), is(nullValue()));
    assertThat(trend.size(), is(9));
  }

  /** 8 organisations, 6 domains and 1,000 inhabitants, of which the list tells of all. */
  private static Statistic law(String value, long organisations, long domains, long population) {
    boolean counts = !value.equals("lookup_failed");
    return Statistic.newBuilder(backend(value, organisations, 8))
        .setMeasure("receiver_jurisdiction")
        .setShare(counts ? organisations / 8.0 : null)
        .setShareLow(counts ? 0.0 : null)
        .setShareHigh(counts ? 1.0 : null)
        .setDomains(domains)
        .setDomainsDenominator(6L)
        .setDomainsShare(counts ? domains / 6.0 : null)
        .setPopulation(population)
        .setPopulationDenominator(1000L)
        .setPopulationShare(counts ? population / 1000.0 : null)
        .build();
  }

  private static String weights(Trend row) {
    return String.join(
        " ",
        row.getRunDate(),
        row.getValue(),
        row.getDomains() + "/" + row.getDomainsDenominator() + "=" + row.getDomainsShare(),
        row.getPopulation() + "/" + row.getPopulationDenominator() + "=" + row.getPopulationShare(),
        row.getOwnersAsOf(),
        "" + row.getOwnerChanged());
  }

  @Test
  void aFigureHasItsWeightsAndASaleIsMarkedOnTheLawsAlone() {
    Trends.Run before = run("2024-01-01", "a", law("NL", 6, 3, 750), law("US", 2, 3, 250));
    Trends.Run after =
        new Trends.Run(
            LocalDate.parse("2025-01-01"),
            "a",
            new Trends.Owners(LocalDate.parse("2024-12-31"), true),
            List.of(law("US", 8, 6, 1000), law("lookup_failed", 1, 1, 9), backend("self", 8, 8)));
    List<Trend> trend = Trends.of(List.of(after, before));
    assertThat(
        trend.stream().map(TrendsTest::weights).toList(),
        is(
            List.of(
                "2024-01-01 NL 3/6=0.5 750/1000=0.75 2024-01-01 null",
                "2024-01-01 US 3/6=0.5 250/1000=0.25 2024-01-01 null",
                "2024-01-01 lookup_failed 0/6=null 0/1000=null 2024-01-01 null",
                "2025-01-01 self null/null=null null/null=null 2024-12-31 null",
                "2025-01-01 NL 0/6=0.0 0/1000=0.0 2024-12-31 true",
                "2025-01-01 US 6/6=1.0 1000/1000=1.0 2024-12-31 true",
                "2025-01-01 lookup_failed 1/6=null 9/1000=null 2024-12-31 true")));
    assertThat(TrendInvariants.check(trend, List.of(before, after)).violated(), is(empty()));
  }

  /** Each invariant fails for what the program would not write. */
  @ParameterizedTest
  @ValueSource(strings = {"organisations", "domains", "share", "mark", "first", "figure", "more"})
  void aSeriesThatDoesNotHoldIsTold(String fault) {
    List<Trends.Run> runs =
        List.of(
            run("2024-01-01", "a", law("NL", 6, 3, 750), law("US", 2, 3, 250)),
            run("2025-01-01", "a", law("NL", 4, 3, 500), law("US", 4, 3, 500)));
    List<Trend> trend = new ArrayList<>(Trends.of(runs));
    Trend row = trend.get(2);
    String told =
        switch (fault) {
          case "organisations" -> {
            row.setOrganisations(5);
            row.setShare(0.625);
            yield "The organisations of sector all, receiver_jurisdiction NL in the run of"
                + " 2025-01-01 and the values beside it add up to 9, their denominator is 8";
          }
          case "domains" -> {
            row.setDomains(2L);
            row.setDomainsShare(0.333333);
            yield "The domains of sector all, receiver_jurisdiction NL in the run of 2025-01-01 and"
                + " the values beside it add up to 5, their denominator is 6";
          }
          case "share" -> {
            row.setPopulationShare(0.51);
            yield "A share of sector all, receiver_jurisdiction NL in the run of 2025-01-01 is not";
          }
          case "mark" -> {
            row.setCatalogueChanged(true);
            yield "The run of 2025-01-01 is marked [true, 2025-01-01] and [false, 2025-01-01]";
          }
          case "first" -> {
            trend.get(2).setCatalogueChanged(null);
            trend.get(3).setCatalogueChanged(null);
            yield "The run of 2025-01-01 does not say whether its catalogue is another";
          }
          case "figure" -> {
            row.setShareHigh(0.9);
            yield "The run of 2025-01-01 has ";
          }
          default -> {
            trend.add(Trend.newBuilder(row).setValue("FR").setMeasure("service").build());
            yield "No run has sector all, service FR in the run of 2025-01-01";
          }
        };
    assertThat(fault, TrendInvariants.check(trend, runs).violated(), hasItem(containsString(told)));
  }

  @Test
  void twoRunsOfOneDateAreNoSeries() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Trends.of(List.of(run("2024-01-01", "a"), run("2024-01-01", "a"))));
    assertThat(e.getMessage(), containsString("2024-01-01"));
  }
}
