package nl.wolkenkaart.directory;

import com.google.common.base.Preconditions;
import com.google.common.hash.Hashing;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;

/**
 * Spreads domains over a fixed number of buckets, the same in every run and on every runner.
 * Grouping costs by the number of keys, so what is grouped is keyed by bucket and never by domain;
 * what is joined later by domain is joined bucket by bucket.
 *
 * @param count number of buckets, at least 1
 */
public record Buckets(int count) implements Serializable {

  public Buckets {
    Preconditions.checkArgument(count >= 1, "number of buckets must be at least 1, is %s", count);
  }

  /**
   * The bucket of a domain: MurmurHash3 (32 bits) of its UTF-8 modulo the number of buckets, padded
   * with zeros so that names sort as numbers do.
   */
  public String of(String domain) {
    int hash = Hashing.murmur3_32_fixed().hashString(domain, StandardCharsets.UTF_8).asInt();
    String number = Integer.toString(Math.floorMod(hash, count));
    int width = Integer.toString(count - 1).length();
    return "0".repeat(width - number.length()) + number;
  }
}
