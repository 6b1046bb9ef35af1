package nl.wolkenkaart.statistics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import nl.wolkenkaart.provider.Attribution;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.testing.CoderProperties;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;

class CountAttributionsTest {
  private static PCollection<Statistic> count(Pipeline pipeline, List<Attribution> rows) {
    return pipeline
        .apply(Create.of(rows).withCoder(AvroCoder.specific(Attribution.class)))
        .apply(CountAttributions.withCellsOf(0))
        .statistics();
  }

  @Test
  void countsLikeThePureFunctionWhateverTheOrder() {
    List<Attribution> rows = Rows.town();
    List<Statistic> expected = Shares.of(Rows.counts(rows));
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

  @Test
  void countsSurviveTheirCoder() throws Exception {
    Counts counts = Rows.counts(Rows.town());
    CoderProperties.coderDecodeEncodeEqual(CountsCoder.of(), counts);
    CoderProperties.coderDecodeEncodeEqual(CountsCoder.of(), new Counts());
    CoderProperties.coderSerializable(CountsCoder.of());
    Counts parts = Rows.counts(Rows.town().subList(0, 4));
    parts.addAll(Rows.counts(Rows.town().subList(4, 13)));
    assertThat(parts, equalTo(counts));
  }
}
