package nl.wolkenkaart.lookup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResolverAddressTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1:53",
    "192.0.2.1:5300, 192.0.2.1:5300",
    "' 192.0.2.1:65535 ', 192.0.2.1:65535",
    "2001:db8::53, [2001:db8::53]:53",
    "[2001:db8::53], [2001:db8::53]:53",
    "[2001:DB8:0:0:0:0:0:53]:5300, [2001:db8::53]:5300",
    "::1, [::1]:53",
  })
  void readsAndWrites(String text, String canonical) {
    String written = ResolverAddress.format(ResolverAddress.parse(text));
    assertThat(written, equalTo(canonical));
    assertThat(ResolverAddress.format(ResolverAddress.parse(written)), equalTo(canonical));
  }

  @Test
  void knowsHostsByName() {
    assertThat(ResolverAddress.parse("localhost:5300").getPort(), is(5300));
    assertThat(ResolverAddress.parse("localhost").getAddress().isLoopbackAddress(), is(true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ":53",
        "[]:53",
        "192.0.2.1:0",
        "192.0.2.1:65536",
        "192.0.2.1:-1",
        "192.0.2.1:x",
        "[2001:db8::53",
        "[2001:db8::53]x",
        "http://192.0.2.1",
        "192.0.2.1:53:53",
        "[192.0.2.1:53"
      })
  void saysInOneLineWhatIsNoResolver(String text) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> ResolverAddress.parse(text))
            .getMessage();
    assertThat(
        message,
        allOf(containsString("resolver"), containsString(text), not(containsString("\n"))));
  }

  @Test
  void saysWhichHostIsUnknown() {
    // Longer than any name, so no resolver is asked for it.
    String host = "x".repeat(300);
    assertThat(
        assertThrows(IllegalArgumentException.class, () -> ResolverAddress.parse(host))
            .getMessage(),
        is("unknown resolver: " + host));
  }
}
