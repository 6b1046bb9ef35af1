package nl.wolkenkaart.web;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Arrays;
import java.util.List;
import nl.wolkenkaart.provider.Catalogue;
import org.junit.jupiter.api.Test;

class GroupsTest {
  private final Groups dutch = new Groups(Catalogue.embedded(), "NL");
  private final Groups italian = new Groups(Catalogue.embedded(), "IT");

  @Test
  void operatorsAreGroupedByCompanyThenByLaw() {
    assertThat(dutch.of("microsoft-365", "US"), is(Group.MICROSOFT));
    assertThat(dutch.of("google-workspace", "US"), is(Group.GOOGLE));
    assertThat(dutch.of("proofpoint", "US"), is(Group.US));
    assertThat(dutch.of("other:mail.example", "US"), is(Group.US));
    assertThat(dutch.of("kpn", "NL"), is(Group.HOME));
    assertThat(italian.of("kpn", "NL"), is(Group.EU));
    assertThat(dutch.of("mimecast", "GB"), is(Group.ABROAD));
    assertThat(dutch.of("self", null), is(Group.SELF));
    assertThat(dutch.of("unknown", null), is(Group.UNKNOWN));
    assertThat(dutch.of("other:mail.example", null), is(Group.SEATLESS));
  }

  @Test
  void aMadeUpCountryIsModelledOnTheNetherlands() {
    assertThat(new Groups(Catalogue.embedded(), "ZZ").home(), is("NL"));
    assertThat(new Groups(Catalogue.embedded(), null).home(), is("NL"));
  }

  @Test
  void onlyTheFirstThreeAreUnderUsLaw() {
    List<Group> under = Arrays.stream(Group.values()).filter(Group::isUnderUsLaw).toList();
    assertThat(under, is(List.of(Group.MICROSOFT, Group.GOOGLE, Group.US)));
  }
}
