package nl.wolkenkaart.observation;

import java.util.List;
import java.util.Map;
import nl.wolkenkaart.lookup.AnswerStatus;

/** Counts what is in buckets. */
final class ObservedBuckets {
  private ObservedBuckets() {}

  static long questions(Iterable<ObservedBucket> buckets) {
    return count(buckets, false);
  }

  static long failures(Iterable<ObservedBucket> buckets) {
    return count(buckets, true);
  }

  static boolean hasFailures(ObservedBucket bucket) {
    return failures(List.of(bucket)) > 0;
  }

  private static long count(Iterable<ObservedBucket> buckets, boolean failuresOnly) {
    long count = 0;
    for (ObservedBucket bucket : buckets) {
      for (Map.Entry<String, Long> status : bucket.getQuestionsByStatus().entrySet()) {
        boolean failure = AnswerStatus.valueOf(status.getKey()).isFailure();
        count += failure || !failuresOnly ? status.getValue() : 0;
      }
    }
    return count;
  }
}
