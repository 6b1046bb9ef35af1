package nl.wolkenkaart.directory;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BucketsTest {

  /** Written down once: a change would send domains to other buckets than earlier runs did. */
  @Test
  void staysTheSame() {
    assertThat(new Buckets(64).of("delft.example"), equalTo("48"));
    assertThat(new Buckets(1000).of("delft.example"), equalTo("800"));
    assertThat(new Buckets(1000).of("xn--strae-oqa.example"), equalTo("079"));
    assertThat(new Buckets(64).of(""), equalTo("00"));
  }

  @Test
  void oneBucketTakesAll() {
    assertThat(new Buckets(1).of("delft.example"), equalTo("0"));
  }

  @Test
  void fillsAllBuckets() {
    Buckets buckets = new Buckets(64);
    Set<String> used =
        IntStream.range(0, 2000)
            .mapToObj(i -> buckets.of("organisation-" + i + ".example"))
            .collect(Collectors.toSet());
    assertThat(used.size(), equalTo(64));
  }

  @Property
  void isANumberBelowTheCount(@ForAll String domain, @ForAll @IntRange(min = 1) int count) {
    String bucket = new Buckets(count).of(domain);
    assertThat(Integer.parseInt(bucket), lessThan(count));
    assertThat(bucket.length(), equalTo(Integer.toString(count - 1).length()));
  }

  @Test
  void refusesNoBuckets() {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> new Buckets(0));
    assertThat(e.getMessage(), equalTo("number of buckets must be at least 1, is 0"));
  }
}
