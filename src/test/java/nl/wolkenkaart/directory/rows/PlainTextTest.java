package nl.wolkenkaart.directory.rows;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PlainTextTest {

  @Test
  void cleansControlCharactersAway() {
    assertThat(PlainText.clean(" Gemeente\nDelft\u0000\u0007 ", 50), equalTo("Gemeente Delft"));
    assertThat(PlainText.clean("a\u202eb\u2066c\u0085d\u2028e", 50), equalTo("a b c d e"));
    assertThat(
        PlainText.clean("Súdwest-Fryslân \ud83d\ude00", 50),
        equalTo("Súdwest-Fryslân \ud83d\ude00"));
  }

  @Test
  void cleansToTheLengthGivenWithoutHalfCharacters() {
    assertThat(PlainText.clean("abcdef", 3), equalTo("abc"));
    assertThat(PlainText.clean("ab cdef", 3), equalTo("ab"));
    assertThat(PlainText.clean("ab\ud83d\ude00", 3), equalTo("ab"));
    assertThat(PlainText.clean("ab\ud83d\ude00", 4), equalTo("ab\ud83d\ude00"));
  }

  @Test
  void escapesControlCharacters() {
    assertThat(
        PlainText.escape("a\nb\tc\u001b[31m\u202e"), equalTo("a\\nb\\u0009c\\u001b[31m\\u202e"));
  }

  @Test
  void cutsWithoutHalfEscapes() {
    assertThat(PlainText.escape("x".repeat(300)), equalTo("x".repeat(200)));
    assertThat(PlainText.escape("x".repeat(194) + "\u0000y"), equalTo("x".repeat(194) + "\\u0000"));
    assertThat(PlainText.escape("x".repeat(195) + "\u0000y"), equalTo("x".repeat(195)));
    assertThat(PlainText.escape("x".repeat(199) + "\ud83d\ude00"), equalTo("x".repeat(199)));
  }

  @Property
  void showsNoControlCharacterAndNotTooMuch(@ForAll String text) {
    String shown = PlainText.escape(text);
    assertThat(shown.length(), lessThanOrEqualTo(200));
    assertThat(shown.chars().anyMatch(Character::isISOControl), equalTo(false));
  }
}
