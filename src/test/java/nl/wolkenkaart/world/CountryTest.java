package nl.wolkenkaart.world;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.base.CharMatcher;
import com.google.common.hash.HashCode;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountryTest {
  private static final Country WHOLE = Country.of(1, 1);
  private static final String CSV_HASH =
      "80fc5a734440db80bfa27cf67ef8fd9ea765e6e2a13cfa128274bc98ab5fb23b";
  private static final String ZONES_HASH =
      "7c6b6c6e9e2873202b5b9c7025e2f117fea1c63bef2bac38af1e27b29c7cd5e4";

  @TempDir Path folder;

  @Test
  void sharesHoldExactly() {
    assertThat(WHOLE.organisations().size(), is(25_580));
    Predicate<PlantedOrganisation> company = o -> o.sector().endsWith("-company");
    Predicate<PlantedOrganisation> large = o -> o.sector().equals("large-company");
    assertThat(count(company.negate()), is(21_670L));
    assertThat(count(company.negate().and(at("microsoft-365"))), is(14_302L));
    assertThat(count(company.negate().and(at("google-workspace"))), is(2_167L));
    assertThat(count(company.negate().and(at("self"))), is(1_517L));
    assertThat(count(large.and(at("microsoft-365").or(at("google-workspace")))), is(2_394L));
    Predicate<PlantedOrganisation> vital = o -> o.sector().equals("vital-company");
    assertThat(count(vital), is(110L));
    assertThat(count(vital.and(at("microsoft-365").or(at("google-workspace")))), is(66L));
  }

  @Test
  void theSameSeedGivesTheSameCountryEverywhere() throws IOException {
    assertThat(csvHash(WHOLE), is(CSV_HASH));
    assertThat(zonesHash(WHOLE), is(ZONES_HASH));
    Country small = Country.of(7, 0.02);
    assertThat(csvHash(Country.of(7, 0.02)), is(csvHash(small)));
    assertThat(zonesHash(Country.of(7, 0.02)), is(zonesHash(small)));
    assertThat(zonesHash(Country.of(8, 0.02)), is(not(zonesHash(small))));
  }

  @Test
  void everyScenarioOccurs() {
    Set<String> all = new TreeSet<>();
    for (Truth truth : Truth.values()) {
      Scenario.of(truth).forEach(scenario -> all.add(scenario.id()));
    }
    assertThat(scenarios(WHOLE), is(all));
    assertThat(scenarios(Country.of(1, 0.2)), is(all));
  }

  @Test
  void fewNameServersAreSilent() {
    Map<Fault, Long> faults =
        WHOLE.faults().values().stream().collect(groupingBy(f -> f, counting()));
    assertThat(faults.get(StandardFault.SILENT), is(10L));
    assertThat(faults.get(StandardFault.SERVFAIL), is(19L));
    assertThat(faults.get(StandardFault.REFUSED), is(10L));
    assertThat(faults.get(StandardFault.FLAKY), is(12L));
    assertThat(faults.get(StandardFault.TRUNCATE_UDP), is(12L));
    int mostSilent = 0;
    for (Truth truth : Truth.values()) {
      for (Scenario scenario : Scenario.of(truth)) {
        mostSilent += scenario.id().startsWith("silent") ? scenario.most() : 0;
      }
    }
    assertThat("at any scale", mostSilent, is(12));
  }

  @Test
  void theListIsWrittenAsPeopleWriteLists() {
    assertThat(listed(".*\\.example"), greaterThan(18_000L));
    assertThat(listed("https://www\\..*\\.example/contact"), greaterThan(500L));
    assertThat(listed("info@.*\\.example"), greaterThan(500L));
    assertThat(listed("www\\..*\\.example"), greaterThan(1_000L));
    assertThat(listed("[^a-z]+\\.EXAMPLE"), greaterThan(500L));
    assertThat(count(o -> !CharMatcher.ascii().matchesAllOf(o.listedDomain())), greaterThan(100L));
    assertThat(count(o -> o.domain().startsWith("xn--")), greaterThan(150L));
    assertThat(count(o -> !CharMatcher.ascii().matchesAllOf(o.name())), greaterThan(300L));
  }

  @Test
  void someOrganisationsShareADomain() {
    Map<String, Long> sharers =
        WHOLE.organisations().stream().collect(groupingBy(PlantedOrganisation::domain, counting()));
    long domains = sharers.size();
    assertThat(domains, is(25_580L - sharers.values().stream().mapToLong(n -> n - 1).sum()));
    assertThat(domains, lessThan(25_400L));
    assertThat(sharers.values().stream().max(Long::compare).orElseThrow(), is(7L));
  }

  @Test
  void identifiersAndDomainsAreWellFormed() {
    Set<String> ids = new HashSet<>();
    for (PlantedOrganisation o : WHOLE.organisations()) {
      assertThat(ids.add(o.id()), is(true));
      assertThat(o.domain(), matchesPattern("[a-z0-9-]{1,40}\\.example"));
      assertThat(o.country(), is("ZZ"));
    }
  }

  @Test
  void addressesAreOnlyThoseThatNobodyUses() {
    ZoneData zones = WHOLE.zones();
    Set<String> blocks = new TreeSet<>();
    for (int node = 0; node < zones.names().size(); node++) {
      for (int at = zones.first(node); at != ZoneData.NONE; at = zones.next(at)) {
        int from = zones.dataOffset(at);
        byte[] data = Arrays.copyOfRange(zones.bytes(), from, from + zones.dataLength(at));
        if (zones.type(at) == Rdata.A) {
          int second = data[1] & 0xFF;
          blocks.add((data[0] & 0xFF) + "." + (second == 19 ? 18 : second));
        } else if (zones.type(at) == Rdata.AAAA) {
          blocks.add(HashCode.fromBytes(Arrays.copyOf(data, 4)).toString());
        }
      }
    }
    // RFC 5737, RFC 2544 (198.18.0.0/15) and RFC 3849.
    assertThat(blocks, is(Set.of("192.0", "198.51", "203.0", "198.18", "20010db8")));
  }

  @Test
  void theCsvHoldsNothingOfTheTruth() throws IOException {
    Path file = folder.resolve("list.csv");
    WHOLE.writeCsv(file);
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    assertThat(lines.get(0), is("id,name,domain,sector,region,country"));
    assertThat(lines.size(), is(25_581));
    assertThat(lines.get(1), startsWith("ZZ-0000001,Ministerie van "));
    assertThat(
        lines.stream().filter(l -> l.contains("microsoft") || l.contains("google")).toList(),
        is(empty()));
  }

  @Test
  void refusesCountriesWithoutAnybody() {
    assertThrows(IllegalArgumentException.class, () -> Country.of(1, 0));
    assertThrows(IllegalArgumentException.class, () -> Country.of(1, -1));
    assertThrows(IllegalArgumentException.class, () -> Country.of(1, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Country.of(1, 1e9));
    assertThat(Country.of(1, 1.0 / 25_580).organisations().size(), is(1));
  }

  private static Predicate<PlantedOrganisation> at(String backend) {
    return o -> o.plantedBackend().equals(backend);
  }

  private static long count(Predicate<PlantedOrganisation> wanted) {
    return WHOLE.organisations().stream().filter(wanted).count();
  }

  private static long listed(String pattern) {
    return count(o -> o.listedDomain().matches(pattern));
  }

  private static Set<String> scenarios(Country country) {
    return country.organisations().stream()
        .map(PlantedOrganisation::scenario)
        .collect(toCollection(TreeSet::new));
  }

  private String csvHash(Country country) throws IOException {
    Path file = folder.resolve("hash.csv");
    country.writeCsv(file);
    return MoreFiles.asByteSource(file).hash(Hashing.sha256()).toString();
  }

  private static String zonesHash(Country country) throws IOException {
    Hasher hasher = Hashing.sha256().newHasher();
    ZoneFile.write(country.zones(), new HashingText(hasher));
    return hasher.hash().toString();
  }

  /** Hashes what is appended to it. */
  private record HashingText(Hasher hasher) implements Appendable {
    @Override
    public Appendable append(CharSequence text) {
      hasher.putString(text, StandardCharsets.US_ASCII);
      return this;
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) {
      return append(text.subSequence(start, end));
    }

    @Override
    public Appendable append(char c) {
      return append(String.valueOf(c));
    }
  }
}
