package nl.wolkenkaart.observation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharesTest {
  private final Shares three = new Shares(3);

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "02, 2", "03, 0", "63, 0", "0064, 1"})
  void bucketsAreDealtOutInTurn(String bucket, int share) {
    assertThat(three.ofBucket(bucket), is(share));
    assertThat(three.ofFile("s3://here/observations/bucket-" + bucket + ".avro"), is(share));
  }

  @ParameterizedTest
  @CsvSource({"/a/all.avro", "/a/bucket-x.avro", "/a/bucket-1.avro.copy.avro", "observations.avro"})
  void fileOfAnyNameHasAShareWhereverItLies(String path) {
    assertThat(three.ofFile(path), is(allOf(greaterThanOrEqualTo(0), lessThan(3))));
    assertThat(
        three.ofFile("/elsewhere/" + path.substring(path.lastIndexOf('/') + 1)),
        is(three.ofFile(path)));
  }

  @Test
  void oneWorkerHasEverything() {
    assertThat(new Shares(1).ofBucket("17"), is(0));
    assertThat(new Shares(1).ofFile("/a/all.avro"), is(0));
  }
}
