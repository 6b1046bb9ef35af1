package nl.wolkenkaart.world;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasToString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.base.CharMatcher;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfusionTest {
  private static final Expectation MICROSOFT = Expectation.ok("microsoft-365", "microsoft-365");
  private static final Expectation SELF = Expectation.ok("self", "self");
  private static final List<PlantedOrganisation> PLANTED =
      List.of(
          planted("1", "care", Outcome.seen("microsoft-365", "microsoft-365")),
          planted("2", "care", Outcome.seen("microsoft-365", "microsoft-365")),
          planted("3", "care", Outcome.hidden("mimecast", "microsoft-365")),
          planted("4", "large-company", Outcome.noMail(Expectation.NXDOMAIN)),
          planted("5", "large-company", Outcome.seen("transip", "transip")));
  private static final Confusion CONFUSION =
      Confusion.of(
          PLANTED, Map.of("1", MICROSOFT, "2", SELF, "3", MICROSOFT, "4", Expectation.NXDOMAIN));

  @Test
  void countsWhatAgrees() {
    assertThat(
        CONFUSION.rows(),
        contains(
            new Confusion.Row("care", "microsoft-365", "microsoft-365", "microsoft-365", true, 1),
            new Confusion.Row("care", "microsoft-365", "microsoft-365", "self", true, 1),
            new Confusion.Row("care", "microsoft-365", "unknown", "microsoft-365", false, 1),
            new Confusion.Row("large-company", "none", "nxdomain", "nxdomain", true, 1),
            new Confusion.Row("large-company", "transip", "transip", "missing", true, 1)));
  }

  @Test
  void listsDifferencesWhereTheEvidenceDecides() {
    assertThat(
        CONFUSION.differences(),
        contains(
            hasToString(
                "2 d2.example (s): expected ok microsoft-365/microsoft-365, measured ok self/self"),
            hasToString(
                "5 d5.example (s): expected ok transip/transip, measured missing missing/missing")));
    assertThat(
        CONFUSION.differencesWithoutDecision(),
        contains(
            hasToString(
                "3 d3.example (s): expected unknown_backend mimecast/unknown,"
                    + " measured ok microsoft-365/microsoft-365")));
  }

  @Test
  void aWrongReceiverIsADifferenceToo() {
    List<PlantedOrganisation> one = PLANTED.subList(0, 1);
    Expectation wrong = Expectation.ok("self", "microsoft-365");
    assertThat(Confusion.of(one, Map.of("1", wrong)).differences().size(), is(1));
    assertThat(Confusion.of(one, Map.of("1", MICROSOFT)).differences(), is(empty()));
  }

  @Test
  void theTableIsPlainTextAndSaysThatItIsSynthetic() {
    String table = CONFUSION.table();
    assertThat(table, startsWith("SYNTHETIC"));
    assertThat(CharMatcher.ascii().matchesAllOf(table), is(true));
    List<String> lines = table.lines().map(l -> l.trim().replaceAll(" +", " ")).toList();
    assertThat(lines.get(5), is("care 3 2 0 0 0 0 0 1 0 0 0 0 0"));
    assertThat(lines.get(6), is("large-company 0 0 0 0 1 0 0 0 0 0 1 1 1"));
    assertThat(lines.get(7), is("public bodies 3 2 0 0 0 0 0 1 0 0 0 0 0"));
    assertThat(lines.get(8), startsWith("per cent 100.0 66.7 0.0"));
    assertThat(lines.get(9), is("all 3 2 0 0 1 0 0 1 0 0 1 1 1"));
    assertThat(table, containsString("decides (4 organisations), measured otherwise: 2"));
  }

  @Test
  void refusesWhatWasNotPlanted() {
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> Confusion.of(PLANTED, Map.of("6", SELF)));
    assertThat(e.getMessage(), is("Measured but not planted: 6"));
  }

  private static PlantedOrganisation planted(String id, String sector, Outcome outcome) {
    return new PlantedOrganisation(
        id,
        "name",
        "d" + id + ".example",
        sector,
        "region",
        "ZZ",
        "d" + id + ".example",
        "s",
        outcome.receiver(),
        outcome.backend(),
        outcome.expected(),
        outcome.decides());
  }
}
