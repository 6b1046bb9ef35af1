package nl.wolkenkaart.statistics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.ArrayList;
import java.util.List;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Exposure;
import nl.wolkenkaart.provider.Posture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each invariant holds for what the program writes, and fails for what it would not. */
class LawInvariantsTest {
  private List<Attribution> attributions;
  private List<Statistic> statistics;
  private List<Exposure> exposures;
  private List<ServerLaw> serverLaw;
  private List<ScenarioStatistic> scenarios;
  private List<Affected> affected;

  @BeforeEach
  void aRun() {
    attributions = Rows.town();
    attributions.get(0).setSenders(List.of("zivver"));
    attributions
        .get(1)
        .setPosture(Posture.newBuilder().setDmarcReportProcessors(List.of("self")).build());
    attributions.get(2).setServerCountry("NL");
    statistics = Shares.of(Rows.counts(attributions));
    exposures = new ArrayList<>(LawRows.exposures(attributions));
    serverLaw = new ArrayList<>(LawRows.serverLaw(attributions));
    List<Attribution> moved = Rows.town();
    moved.get(0).setBackend("soverin");
    moved.get(0).setBackendJurisdiction("NL");
    scenarios = new ArrayList<>(ScenarioRows.of("move", statistics, Shares.of(Rows.counts(moved))));
    affected =
        new ArrayList<>(
            List.of(
                new Affected(
                    "move",
                    "t01",
                    "n",
                    "town",
                    "backend",
                    "microsoft-365",
                    "US",
                    "soverin",
                    "NL")));
  }

  private InvariantReport check() {
    return LawInvariants.check(
        0, new LawTables(attributions, statistics, exposures, serverLaw, scenarios, affected));
  }

  private void breaks(String invariant) {
    InvariantReport report = check();
    assertThat(report.held(), not(hasItem(invariant)));
    assertThat(report.violated(), is(not(empty())));
  }

  @Test
  void whatTheProgramWritesHolds() {
    assertThat(check().violated(), is(empty()));
    assertThat(scenarios, is(not(empty())));
  }

  @Test
  void anExposureThatIsMissing() {
    exposures.remove(0);
    breaks(LawInvariants.EXPOSED);
  }

  @Test
  void anExposureOfNobody() {
    Exposure stray = Exposure.newBuilder(exposures.get(0)).setOrganisationId("zz").build();
    exposures.add(stray);
    breaks(LawInvariants.EXPOSED);
  }

  @Test
  void anotherLawThanTheAttributions() {
    exposures.stream()
        .filter(row -> row.getRole().equals("backend"))
        .findFirst()
        .orElseThrow()
        .setJurisdiction("DE");
    breaks(LawInvariants.EXPOSED);
  }

  @Test
  void aCellThatIsCountedWrong() {
    serverLaw.get(0).setOrganisations(serverLaw.get(0).getOrganisations() + 1);
    breaks(LawInvariants.CELLS);
    breaks(LawInvariants.ADD_UP);
  }

  @Test
  void aSectorThatIsMissing() {
    serverLaw.removeIf(row -> row.getSector().equals("town") && row.getRole().equals("backend"));
    breaks(LawInvariants.CELLS);
    breaks(LawInvariants.ADD_UP);
  }

  @Test
  void aScenarioThatBeginsElsewhere() {
    scenarios.get(0).setOrganisationsBefore(99);
    breaks(LawInvariants.BEFORE);
    breaks(LawInvariants.NOBODY_LOST);
  }

  @Test
  void aScenarioThatLosesSomebody() {
    ScenarioStatistic row = scenarios.get(0);
    row.setOrganisationsAfter(row.getOrganisationsAfter() + 1);
    breaks(LawInvariants.NOBODY_LOST);
  }

  @Test
  void anAffectedOrganisationThatIsNotExposed() {
    affected.get(0).setOperatorBefore("zoho");
    breaks(LawInvariants.AFFECTED);
  }
}
