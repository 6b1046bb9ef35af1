package nl.wolkenkaart.observation;

import com.google.common.hash.Hashing;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;

/**
 * Deals work out to workers in as few elements as there are workers. Each bundle of a runner has
 * its cost, on the DirectRunner one that grows with the number of bundles before it.
 *
 * @param workers how many work at the same time
 */
public record Shares(int workers) implements Serializable {
  /** The share of a bucket: buckets are dealt out in turn. */
  int ofBucket(String bucket) {
    return Integer.parseInt(bucket) % workers;
  }

  /** The share of any file of observations. */
  public int ofFile(String path) {
    return ObservationFiles.bucket(path)
        .map(this::ofBucket)
        .orElseGet(
            () -> {
              int hash =
                  Hashing.murmur3_32_fixed()
                      .hashString(path.substring(path.lastIndexOf('/') + 1), StandardCharsets.UTF_8)
                      .asInt();
              return Math.floorMod(hash, workers);
            });
  }
}
