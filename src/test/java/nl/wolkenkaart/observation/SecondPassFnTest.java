package nl.wolkenkaart.observation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecondPassFnTest {

  /** A few failures are asked again whatever they are a part of; of many, a tenth at most. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, true",
    "280, 280, true",
    "1000, 1000, true",
    "1001, 1001, false",
    "1001, 10010, true",
    "64000, 640000, true",
    "64001, 640000, false"
  })
  void whatIsTooMuchToBeBadLuckIsLeftForAnotherRun(
      long failures, long questions, boolean worthwhile) {
    assertThat(SecondPassFn.isWorthwhile(failures, questions), is(worthwhile));
  }

  @Test
  void failuresAndQuestionsOfAllBuckets() {
    List<ObservedBucket> buckets =
        List.of(
            new ObservedBucket("a", 2L, 0L, Map.of("NOERROR", 50L, "NODATA", 6L), null, null),
            new ObservedBucket(
                "b", 1L, 0L, Map.of("NXDOMAIN", 20L, "TIMEOUT", 7L, "NOT_ASKED", 1L), null, null));
    assertThat(ObservedBuckets.questions(buckets), is(84L));
    assertThat(ObservedBuckets.failures(buckets), is(8L));
    assertThat(ObservedBuckets.hasFailures(buckets.get(0)), is(false));
    assertThat(ObservedBuckets.hasFailures(buckets.get(1)), is(true));
  }
}
