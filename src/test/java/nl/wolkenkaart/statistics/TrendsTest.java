package nl.wolkenkaart.statistics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendsTest {
  private static Trends.Run run(String date, String rules, Statistic... rows) {
    return new Trends.Run(LocalDate.parse(date), rules, List.of(rows));
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

  @Test
  void twoRunsOfOneDateAreNoSeries() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Trends.of(List.of(run("2024-01-01", "a"), run("2024-01-01", "a"))));
    assertThat(e.getMessage(), containsString("2024-01-01"));
  }
}
