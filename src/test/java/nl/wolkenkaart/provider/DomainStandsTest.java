package nl.wolkenkaart.provider;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import nl.wolkenkaart.directory.Organisation;
import org.junit.jupiter.api.Test;

class DomainStandsTest {
  private final DomainStands stands = new DomainStands();

  private static Organisation organisation(String id, String sector) {
    return Organisation.newBuilder()
        .setOrganisationId(id)
        .setOrganisationName(id)
        .setSector(sector)
        .setDomain("a.example")
        .setSourceFile("list.csv")
        .setSourceLine(2)
        .build();
  }

  private String of(String id, String sector) {
    return stands.of("a.example", organisation(id, sector));
  }

  @Test
  void theFirstByIdStandsWhateverComesFirst() {
    stands.add("a.example", organisation("3", "school"));
    stands.add("a.example", organisation("1", "council"));
    stands.add("a.example", organisation("2", "school"));
    stands.add("b.example", organisation("0", "school"));
    assertThat(of("1", "council"), is(DomainStands.LIST));
    assertThat(of("2", "school"), is(DomainStands.SECTOR));
    assertThat(of("3", "school"), is(nullValue()));
  }

  @Test
  void idsAreInTheOrderOfTheTables() {
    // UTF-16 units would put the emoji, a pair of surrogates, before the private character.
    stands.add("a.example", organisation("\uD83D\uDE00", "s"));
    stands.add("a.example", organisation("\uE000", "s"));
    assertThat(of("\uE000", "s"), is(DomainStands.LIST));
    assertThat(of("\uD83D\uDE00", "s"), is(nullValue()));
  }
}
