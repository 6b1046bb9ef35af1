package nl.wolkenkaart.directory;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SectorsTest {
  private final Sectors sectors = Sectors.embedded();

  @Test
  void codeListOfTheCatalogue() {
    assertThat(
        sectors.all().stream().map(Sectors.Sector::id).toList(),
        contains(
            "central-government",
            "ministry",
            "municipality",
            "province",
            "water-board",
            "joint-body",
            "agency",
            "judiciary",
            "police",
            "primary-education",
            "secondary-education",
            "vocational-education",
            "higher-education",
            "care",
            "vital-company",
            "large-company",
            "other"));
    for (Sectors.Sector sector : sectors.all()) {
      assertThat(sector.nl(), is(not(emptyString())));
      assertThat(sector.en(), is(not(emptyString())));
    }
  }

  @Test
  void runsOwnMappingGoesFirst() {
    assertThat(sectors.of("roo", List.of("Gemeente"), Map.of()).sector(), is("municipality"));
    assertThat(sectors.of("rio", List.of("Gemeente"), Map.of()).sector(), is("municipality"));
    assertThat(
        sectors.of("roo", List.of("Gemeente"), Map.of("gemeente", "town")).sector(), is("town"));
    assertThat(sectors.of("roo", List.of("club", "zbo"), Map.of()).sector(), is("agency"));
    assertThat(sectors.of("roo", List.of("club"), Map.of()).mapped(), is(false));
    assertThat(sectors.of("indicepa", List.of("Ordini"), Map.of()).sector(), is("Ordini"));
  }

  @Test
  void namesThatIdentify() {
    assertThat(
        sectors.nameKey("municipality", "Gemeente 's-Hertogenbosch"),
        is("municipality:s hertogenbosch"));
    assertThat(
        sectors.nameKey("central-government", "I&W"), is("ministry:infrastructuur en milieu"));
    assertThat(sectors.nameKey("ministry", "Ministerie van Financiën"), is("ministry:financien"));
    assertThat(sectors.nameKey("central-government", "Raad van State"), is(nullValue()));
    assertThat(sectors.nameKey("agency", "AZ"), is(nullValue()));
  }

  @Test
  void sharedHostsAreDomainsWithAReason() {
    SharedHosts.embedded()
        .hosts()
        .forEach(
            (domain, host) -> {
              assertThat(MailDomain.of(domain), is(instanceOf(MailDomain.Found.class)));
              assertThat(host.reason(), is(not(emptyString())));
              assertThat(host.reason().lines().count(), is(1L));
            });
    assertThat(
        SharedHosts.embedded().reasonAgainst("school.wordpress.com", false), is(not(nullValue())));
    assertThat(SharedHosts.embedded().reasonAgainst("mygmail.com", false), is(nullValue()));
  }
}
