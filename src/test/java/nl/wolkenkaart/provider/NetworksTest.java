package nl.wolkenkaart.provider;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import nl.wolkenkaart.observation.ObservationBuilder;
import org.junit.jupiter.api.Test;

class NetworksTest {
  private static final String FOUR = "1.2.0.192.origin.asn.cymru.com";
  private static final String SIX =
      "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.origin6.asn.cymru.com";

  private static Networks origin(String name, String... texts) {
    return new Networks(
        ObservationBuilder.of("a.example").answer("origin", name, "TXT", "NOERROR", texts).index());
  }

  @Test
  void takesTheMostSpecificRangeAndAllThatAnnounceIt() {
    assertThat(
        origin(
                FOUR,
                "\"64500 | 192.0.0.0/16 | NL | ripencc | 1998-09-25\"",
                "\"64502 64501 | 192.0.2.0/24 | NL | ripencc | 1998-09-25\"")
            .numbers("192.0.2.1"),
        contains(64501L, 64502L));
  }

  @Test
  void findsVersionSixByNibbles() {
    assertThat(
        origin(SIX, "\"64500 | 2001:db8::/32 | NL | ripencc | 2001-01-01\"").numbers("2001:db8::1"),
        contains(64500L));
  }

  @Test
  void knowsNothingOfTextItCannotRead() {
    assertThat(
        origin(FOUR, "\"\"", "\"| /\"", "\"99999999999 | x/999\"").numbers("192.0.2.1"),
        is(empty()));
    assertThat(origin(FOUR).numbers("not an address"), is(empty()));
  }

  @Test
  void tellsAFailureFromSilence() {
    Networks failed =
        new Networks(
            ObservationBuilder.of("a.example").answer("origin", FOUR, "TXT", "TIMEOUT").index());
    assertThat(failed.failed("192.0.2.1"), is(true));
    assertThat(failed.failed("192.0.2.2"), is(false));
  }

  @Test
  void namesASystem() {
    Networks networks =
        new Networks(
            ObservationBuilder.of("a.example").network("192.0.2.1", 64500, "NAME - X, NL").index());
    assertThat(networks.name(64500), is("NAME - X, NL"));
    assertThat(networks.name(64501), is(""));
  }
}
