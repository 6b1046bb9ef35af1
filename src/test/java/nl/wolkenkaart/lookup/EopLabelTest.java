package nl.wolkenkaart.lookup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EopLabelTest {
  /** Worked out by hand; the shapes are those of MX records that are published. */
  @ParameterizedTest
  @CsvSource({
    "town.example, town-example",
    "mail.town.example, mail-town-example",
    // The hyphen is the 2nd, 3rd, 4th of its four, and the 1st of the next four.
    "a-b.example, ab-example0c",
    "my-town.example, mytown-example0e",
    "our-town.example, ourtown-example0i",
    "west-town.example, westtown-example01b",
    // Two in different fours, next to each other or not, and two in the same four.
    "west-our-town.example, westourtown-example01bb",
    "west-melegnano-town.example, westmelegnanotown-example01b1e",
    "town.city-in-west.example, town-cityinwest-example02cb",
    "town.our-s-west.example, town-ourswest-example02f",
    "town.greens-a-we.example, town-greensawe-example02ic",
    // Punycode has two hyphens as its third and fourth character.
    "xn--caf-dma.example, xncafdma-example0mi",
  })
  void leavesHyphensOutAndSaysWhereTheyWere(String domain, String label) {
    assertThat(EopLabel.of(domain), is(label));
  }
}
