package nl.wolkenkaart.statistics;

import static nl.wolkenkaart.statistics.Rows.attribution;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import java.util.ArrayList;
import java.util.List;
import nl.wolkenkaart.provider.Attribution;
import org.junit.jupiter.api.Test;

class ConcentrationsTest {
  private static Concentration row(List<Attribution> list, String sector, String axis) {
    return Rows.published(list, 0).concentration().stream()
        .filter(row -> row.getSector().equals(sector) && row.getAxis().equals(axis))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void backends() {
    // Microsoft 5, Google 1, itself 1; unknown 1, conflict 1. S = 25 + 1 + 1 = 27.
    assertThat(
        row(Rows.town(), "town", "backend"),
        equalTo(
            new Concentration(
                "town",
                "backend",
                9L,
                7L,
                2L,
                1L,
                3L,
                0.551020, // 27/49
                0.358025, // 29/81
                0.629630, // (27 - 25 + 49)/81
                "microsoft-365",
                0.714286, // 5/7
                0.555556, // 5/9
                0.777778, // 7/9
                List.of("microsoft-365", "google-workspace", "self"),
                1.0,
                0.777778, // 7/9
                1.0)));
  }

  @Test
  void receivers() {
    // Microsoft 4; ezorg, Google, Proofpoint, itself 1 each; conflict 1. S = 16 + 4 = 20.
    assertThat(
        row(Rows.town(), "all", "receiver"),
        equalTo(
            new Concentration(
                "all",
                "receiver",
                9L,
                8L,
                1L,
                1L,
                5L,
                0.3125, // 20/64
                0.259259, // 21/81
                0.358025, // (20 - 16 + 25)/81
                "microsoft-365",
                0.5,
                0.444444, // 4/9
                0.555556, // 5/9
                List.of("microsoft-365", "ezorg", "google-workspace"),
                0.75, // 6/8
                0.666667, // 6/9
                0.777778))); // 7/9
  }

  @Test
  void jurisdictions() {
    // US 6, itself 1; unknown 1, conflict 1. S = 37; a third jurisdiction may yet be there.
    assertThat(
        row(Rows.town(), "town", "backend_jurisdiction"),
        equalTo(
            new Concentration(
                "town",
                "backend_jurisdiction",
                9L,
                7L,
                2L,
                1L,
                2L,
                0.755102, // 37/49
                0.481481, // 39/81
                0.802469, // (37 - 36 + 64)/81
                "US",
                0.857143, // 6/7
                0.666667, // 6/9
                0.888889, // 8/9
                List.of("US", "self"),
                1.0,
                0.888889, // 8/9
                1.0)));
  }

  @Test
  void eachThatRunsItsMailItselfIsAnOperatorOfItsOwn() {
    List<Attribution> list = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      list.add(attribution("i" + i, "s", "ok", "self", "self"));
    }
    Concentration backend = row(list, "s", "backend");
    assertThat(backend.getOperators(), is(4L));
    assertThat(backend.getHhi(), is(0.25)); // 4/16
    assertThat(backend.getTop1Share(), is(0.25));
    assertThat(backend.getTop3Operators(), is(List.of("self", "self", "self")));
    assertThat(backend.getTop3Share(), is(0.75));
    // All under one law, that of their country.
    assertThat(row(list, "s", "backend_jurisdiction").getOperators(), is(1L));
    assertThat(row(list, "s", "backend_jurisdiction").getHhi(), is(1.0));
    // A company with one organisation goes before one that runs its mail itself.
    list.add(attribution("i4", "s", "ok", "xs4all", "xs4all"));
    assertThat(row(list, "s", "backend").getTop1Operator(), is("xs4all"));
  }

  @Test
  void whereNothingIsDecidedThereIsARangeAndNoValue() {
    List<Attribution> list = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      list.add(attribution("i" + i, "s", "unknown_backend", "proofpoint", "unknown"));
    }
    Concentration backend = row(list, "s", "backend");
    assertThat(backend.getHhi() == null && backend.getTop1Share() == null, is(true));
    assertThat(backend.getTop1Operator() == null, is(true));
    assertThat(backend.getHhiLow(), is(0.25)); // each its own: 4/16
    assertThat(backend.getHhiHigh(), is(1.0));
    assertThat(backend.getTop1ShareLow(), is(0.25));
    assertThat(backend.getTop3ShareLow(), is(0.75));
    assertThat(backend.getTop3ShareHigh(), is(1.0));
  }

  @Test
  void whereThereIsNoMailThereIsNothing() {
    List<Attribution> list = List.of(attribution("i", "s", "nxdomain", "none", "none"));
    assertThat(
        row(list, "s", "receiver"),
        equalTo(
            new Concentration(
                "s",
                "receiver",
                0L,
                0L,
                0L,
                0L,
                0L,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null)));
    assertThat(Rows.published(List.of(), 0).concentration(), is(empty()));
  }
}
