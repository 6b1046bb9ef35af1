package nl.wolkenkaart.provider;

import static nl.wolkenkaart.provider.KnownCasesTest.classify;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.Map;
import nl.wolkenkaart.observation.ObservationBuilder;
import org.junit.jupiter.api.Test;

class BackendScoreTest {
  private static final String OUTLOOK = "autodiscover.outlook.com";
  private static final String SPF = "v=spf1 include:spf.protection.outlook.com -all";

  private static ObservationBuilder city() {
    return ObservationBuilder.of("city.example");
  }

  @Test
  void oneFamilyCountsOnce() {
    DomainAttribution row =
        classify(city().mx("10 mx1.mimecast.example.net").microsoftDkim("city").txt(SPF, "MS=ms1"));
    BackendScore score = BackendScore.of(row);
    assertThat(score.byFamily(), is(Map.of("dkim", 25, "spf", 20, "token", 10)));
    assertThat(score.points(), is(55));
    assertThat(score.band(), is("certain"));
  }

  @Test
  void theBandIsThatOfTheRowWhereNothingCapsIt() {
    String mx = "0 city-example.mail.protection.outlook.com";
    for (ObservationBuilder uncapped :
        List.of(
            city().mx(mx),
            city().mx(mx).txt(SPF),
            city().mx(mx).answer("eop-name", mx.substring(2), "A", "NOERROR", "192.0.2.1"),
            city().mx("10 mailfilter01.ezorg.nl").autodiscover(OUTLOOK).txt(SPF, "MS=ms1"),
            city().mx("10 mailfilter01.ezorg.nl").microsoftDkim("city"),
            city().mx("10 mailfilter01.ezorg.nl"),
            city().mx("10 mail.city.example"))) {
      DomainAttribution row = classify(uncapped);
      assertThat(row.toString(), BackendScore.of(row).band(), is(row.getBackendConfidence()));
    }
  }

  @Test
  void theCapIsNotInIt() {
    DomainAttribution row =
        classify(
            city()
                .mx("0 city-example.mail.protection.outlook.com")
                .txt(SPF)
                .autodiscover("mail.city.example"));
    assertThat(row.getBackendConfidence(), is("medium"));
    assertThat(BackendScore.of(row).band(), is("certain"));
    assertThat(BackendScore.of(row).points(), is(60));
  }

  @Test
  void withoutABackendThereIsNothingToScore() {
    BackendScore score = BackendScore.of(classify(city().txt("MS=ms1")));
    assertThat(score, is(new BackendScore(Map.of(), 0, "unknown")));
  }
}
