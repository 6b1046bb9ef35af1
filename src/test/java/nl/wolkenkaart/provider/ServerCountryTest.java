package nl.wolkenkaart.provider;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.wolkenkaart.observation.ObservationBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The country of the servers comes from a table of addresses, or it is uncertain. */
class ServerCountryTest {
  @TempDir static Path folder;
  private static Path file;

  @BeforeAll
  static void writeTable() throws IOException {
    file =
        new MmdbFile()
            .put("192.0.2.0/25", Map.of("country", Map.of("iso_code", "NL")))
            .put("192.0.2.128/25", Map.of("country", "DE"))
            .put("198.51.100.0/25", Map.of("country_code", "nl"))
            .put("198.51.100.128/26", Map.of("registered_country", Map.of("iso_code", "NL")))
            .put(
                "198.51.100.192/26",
                Map.of("country", Map.of("iso_code", "US"), "traits", Map.of("is_anycast", true)))
            .put("203.0.113.0/25", Map.of("country", Map.of("iso_code", "XX")))
            .put("2001:db8::/33", Map.of("country", Map.of("iso_code", "NL")))
            .write(folder.resolve("countries.mmdb"));
  }

  private static DomainAttribution classify(ObservationBuilder builder) throws IOException {
    try (AddressTable table = AddressTable.open(file)) {
      return new Classifier(Catalogue.embedded(), table).classify(builder.index());
    }
  }

  private static List<String> lines(DomainAttribution row) {
    return row.getEvidence().stream()
        .filter(line -> line.getRule().equals("server-country"))
        .map(Evidence::getSeen)
        .toList();
  }

  private static ObservationBuilder at(String... addresses) {
    String[] records = new String[addresses.length];
    ObservationBuilder builder = ObservationBuilder.of("city.example");
    for (int i = 0; i < addresses.length; i++) {
      String host = "mx" + i + ".city.example";
      records[i] = "10 " + host;
      builder.host(host, addresses[i], 64500 + i, "NET" + i);
    }
    return builder.mx(records);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.127, NL",
    "192.0.2.128, DE",
    "198.51.100.1, NL",
    "198.51.100.129, ",
    "198.51.100.193, ",
    "203.0.113.1, ",
    "203.0.113.200, ",
  })
  void itIsThatOfTheAddress(String address, String country) throws IOException {
    assertThat(classify(at(address)).getServerCountry(), is(country));
  }

  @Test
  void theRegistersCountryIsNeverUsed() {
    // The builder's networks are all registered in NL.
    DomainAttribution row = new Classifier(Catalogue.embedded()).classify(at("192.0.2.1").index());
    assertThat(row.getServerCountry(), is(nullValue()));
    assertThat(lines(row), is(empty()));
  }

  @Test
  void serversOfOneCountryAreThere() throws IOException {
    DomainAttribution row = classify(at("192.0.2.1", "198.51.100.2"));
    assertThat(row.getServerCountry(), is("NL"));
    assertThat(
        lines(row), contains("NL: mx0.city.example 192.0.2.1, mx1.city.example 198.51.100.2"));
  }

  @Test
  void serversInSeveralCountriesAreUncertainAndNamed() throws IOException {
    DomainAttribution row = classify(at("192.0.2.1", "192.0.2.200"));
    assertThat(row.getServerCountry(), is(nullValue()));
    assertThat(
        lines(row),
        containsInAnyOrder(
            "NL: mx0.city.example 192.0.2.1",
            "DE: mx1.city.example 192.0.2.200",
            "servers in several countries: DE, NL"));
  }

  @Test
  void oneServerThatTheTableDoesNotHaveMakesItUncertain() throws IOException {
    DomainAttribution row = classify(at("192.0.2.1", "203.0.113.200"));
    assertThat(row.getServerCountry(), is(nullValue()));
    assertThat(
        lines(row),
        containsInAnyOrder(
            "NL: mx0.city.example 192.0.2.1",
            "mx1.city.example 203.0.113.200: uncertain, not in the table of addresses"));
  }

  @Test
  void aNetworkThatServesTheWorldIsUncertain() throws IOException {
    DomainAttribution row =
        classify(
            ObservationBuilder.of("city.example")
                .mx("0 cityexample01e.mail.protection.outlook.com")
                .host(
                    "cityexample01e.mail.protection.outlook.com", "192.0.2.1", 8075, "MICROSOFT"));
    assertThat(row.getServerCountry(), is(nullValue()));
    assertThat(
        lines(row),
        contains(
            "cityexample01e.mail.protection.outlook.com 192.0.2.1: uncertain, AS8075 serves the"
                + " world; the table says NL"));
  }

  @Test
  void whereTheNetworkIsNotKnownTheProvidersOwnCounts() throws IOException {
    DomainAttribution row =
        classify(
            ObservationBuilder.of("city.example")
                .mx("10 mx.city.example")
                .chain(
                    "mail-host-a",
                    "mx.city.example",
                    "A",
                    List.of("city.w-v1.mx.microsoft"),
                    "192.0.2.1"));
    assertThat(row.getServerCountry(), is(nullValue()));
    assertThat(lines(row), contains(containsString("serves the world; the table says NL")));
  }

  @Test
  void anycastIsUncertain() throws IOException {
    assertThat(
        lines(classify(at("198.51.100.193"))),
        contains(
            "mx0.city.example 198.51.100.193: uncertain, many places answer at it; the table says"
                + " US"));
  }

  @Test
  void onlyTheMostPreferredHostsCountAndBothFamiliesDo() throws IOException {
    ObservationBuilder builder =
        ObservationBuilder.of("city.example")
            .mx("10 mx.city.example", "20 backup.city.example")
            .host("mx.city.example", "192.0.2.1", 64500, "NET")
            .host("backup.city.example", "192.0.2.200", 64500, "NET")
            .answer("mail-host-aaaa", "mx.city.example", "AAAA", "NOERROR", "2001:db8::1");
    assertThat(classify(builder).getServerCountry(), is("NL"));
    builder.answer("mail-host-aaaa", "mx.city.example", "AAAA", "NOERROR", "2001:db8:ffff::1");
    assertThat(classify(builder).getServerCountry(), is(nullValue()));
  }

  @Test
  void withoutMailHostsThereIsNothingToSay() throws IOException {
    assertThat(classify(ObservationBuilder.of("city.example")).getServerCountry(), is(nullValue()));
    DomainAttribution implicit =
        classify(
            ObservationBuilder.of("city.example")
                .answer("a", "city.example", "A", "NOERROR", "192.0.2.1"));
    assertThat(implicit.getServerCountry(), is(nullValue()));
    assertThat(lines(implicit), is(empty()));
  }

  @Test
  void aFileThatIsNoTableIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("text.mmdb"), "no table\n");
    Path cut = folder.resolve("cut.mmdb");
    byte[] whole = Files.readAllBytes(file);
    Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
    for (Path bad : List.of(text, cut, folder.resolve("none.mmdb"), folder)) {
      IOException refused = assertThrows(IOException.class, () -> AddressTable.open(bad));
      assertThat(
          refused.getMessage(),
          containsString(bad + ": is no table of addresses (*.mmdb), or a damaged one"));
    }
  }
}
