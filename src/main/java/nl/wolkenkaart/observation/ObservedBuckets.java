package nl.wolkenkaart.observation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.wolkenkaart.lookup.AnswerStatus;

/** Counts what is in buckets. */
final class ObservedBuckets {
  private ObservedBuckets() {}

  /**
   * The counts of a bucket.
   *
   * @param kept domains that were left as they were found
   */
  static ObservedBucket of(String file, Collection<DomainObservation> observations, long kept) {
    Map<String, Long> byStatus = new TreeMap<>();
    for (DomainObservation observation : observations) {
      for (ObservedAnswer answer : observation.getAnswers()) {
        byStatus.merge(answer.getStatus(), 1L, Long::sum);
      }
    }
    return new ObservedBucket(file, (long) observations.size(), kept, byStatus);
  }

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
