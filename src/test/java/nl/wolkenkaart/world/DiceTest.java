package nl.wolkenkaart.world;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import org.junit.jupiter.api.Test;

class DiceTest {
  @Test
  void isSplitMix64() {
    // The first numbers of the reference implementation for the seed 0.
    Dice dice = new Dice(0);
    assertThat(dice.next(), is(0xE220A8397B1DCDAFL));
    assertThat(dice.next(), is(0x6E789E6AA1B965F4L));
    assertThat(dice.next(), is(0x06C45D188009454FL));
  }

  @Test
  void differentThingsHaveDifferentDice() {
    long one = Dice.of(1, "organisation", 1).next();
    assertThat(Dice.of(1, "organisation", 1).next(), is(one));
    assertThat(Dice.of(1, "organisation", 2).next(), is(not(one)));
    assertThat(Dice.of(2, "organisation", 1).next(), is(not(one)));
    assertThat(Dice.of(1, "scenarios", 1).next(), is(not(one)));
  }
}
