package nl.wolkenkaart.statistics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import nl.wolkenkaart.provider.Attribution;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;

/** Server country against jurisdiction, worked out by hand. */
class ServerLawsTest {
  /**
   * Of the nine with mail: t01 (US) stands in NL, t02 (US) in IE, t08 (itself) in NL, the others
   * nowhere that is certain; t10 failed, so its country counts nowhere.
   */
  private static List<Attribution> placed() {
    List<Attribution> rows = Rows.town();
    rows.get(0).setServerCountry("NL");
    rows.get(1).setServerCountry("IE");
    rows.get(7).setServerCountry("NL");
    rows.get(9).setServerCountry("FR");
    return rows;
  }

  @Test
  void rowsOfASectorAndRoleAddUp() {
    assertThat(
        LawRows.serverLaw(placed()).stream()
            .filter(row -> row.getSector().equals("town"))
            .map(
                row ->
                    String.join(
                        " ",
                        row.getRole(),
                        row.getServerCountry(),
                        row.getJurisdiction(),
                        row.getOrganisations() + "/" + row.getDenominator(),
                        String.valueOf(row.getShare())))
            .toList(),
        contains(
            "backend IE US 1/9 0.111111",
            "backend NL US 1/9 0.111111",
            "backend NL self 1/9 0.111111",
            "backend unknown US 4/9 0.444444",
            "backend unknown conflict 1/9 0.111111",
            "backend unknown unknown 1/9 0.111111",
            "receiver IE US 1/9 0.111111",
            "receiver NL US 1/9 0.111111",
            "receiver NL self 1/9 0.111111",
            "receiver unknown NL 1/9 0.111111",
            "receiver unknown US 4/9 0.444444",
            "receiver unknown conflict 1/9 0.111111"));
  }

  @Test
  void aPipelineCountsTheSameWhateverTheOrder() {
    List<ServerLaw> expected = LawRows.serverLaw(placed());
    List<Attribution> rows = placed();
    Collections.shuffle(rows, new Random(3));
    Pipeline pipeline = Pipeline.create();
    PAssert.that(count(pipeline, rows)).containsInAnyOrder(expected);
    pipeline.run().waitUntilFinish();
  }

  @Test
  void noAttributionsGiveNoRows() {
    Pipeline pipeline = Pipeline.create();
    PAssert.that(count(pipeline, List.of())).empty();
    pipeline.run().waitUntilFinish();
  }

  private static PCollection<ServerLaw> count(Pipeline pipeline, List<Attribution> rows) {
    return pipeline
        .apply(Create.of(rows).withCoder(AvroCoder.specific(Attribution.class)))
        .apply(CountServerLaw.withCellsOf(0));
  }
}
