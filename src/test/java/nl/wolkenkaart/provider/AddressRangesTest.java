package nl.wolkenkaart.provider;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRangesTest {
  private static final AddressRanges RANGES = new AddressRanges(Catalogue.embedded());

  @ParameterizedTest
  @CsvSource({
    "40.92.0.0/15, microsoft-365",
    "40.93.255.255, microsoft-365",
    "104.47.0.0/17, microsoft-365",
    "104.47.127.0/24, microsoft-365",
    "2a00:1450:4000::/36, google-workspace",
    "104.47.128.0/24,",
    "104.47.0.0/16,",
    "40.94.0.0/16,",
    "2a00:1450:5000::/36,",
    "40.92.0.0/,",
    "40.92.0.0/1x,",
    "40.92.0/15,",
    "/,",
  })
  void holdsOnlyWhatLiesWithin(String cidr, String provider) {
    assertThat(RANGES.holding(cidr).map(Provider::id), is(Optional.ofNullable(provider)));
  }
}
