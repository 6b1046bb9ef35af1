package nl.wolkenkaart.observation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/**
 * A bucket of which some domains are being asked. Holds observations as the bytes of their file:
 * they may wait for the slowest domain of the bucket, and as objects they would take a multiple.
 */
final class BucketUnderWay {
  private final String file;
  private final int before;
  private final Map<String, ByteBuffer> observations = new TreeMap<>();
  private final Map<String, Long> byStatus = new TreeMap<>();
  private int kept;
  private int missing;
  private long bytes;

  /**
   * @param file where its observations go
   * @param before how many an earlier run left there
   */
  BucketUnderWay(String file, int before) {
    this.file = file;
    this.before = before;
  }

  /** An observation that an earlier run has made. */
  void keep(DomainObservation observation) {
    add(observation);
    kept++;
  }

  /** One of its domains is being asked. */
  void asked() {
    missing++;
  }

  /** A domain that was asked is done. */
  void done(DomainObservation observation) {
    add(observation);
    missing--;
  }

  private void add(DomainObservation observation) {
    ByteBuffer encoded = ObservationFiles.encode(observation);
    if (observations.put(observation.getDomain(), encoded) != null) {
      return;
    }
    bytes += encoded.remaining();
    for (ObservedAnswer answer : observation.getAnswers()) {
      byStatus.merge(answer.getStatus(), 1L, Long::sum);
    }
  }

  boolean isWhole() {
    return missing == 0;
  }

  /** Domains that were there before and are left as they were. */
  int kept() {
    return kept;
  }

  /** Bytes of observations that wait here to be written. */
  long bytes() {
    return bytes;
  }

  /**
   * Writes the file, unless it is as it was found; one without domains is written too.
   *
   * @param buckets over how many buckets the domains are spread
   */
  ObservedBucket write(int buckets) throws IOException {
    boolean asItWas = kept == observations.size() && kept == before && kept > 0;
    if (!asItWas) {
      ObservationFiles.writeEncoded(file, buckets, observations.values());
    }
    return new ObservedBucket(file, (long) observations.size(), (long) kept, byStatus, null, null);
  }
}
