package nl.wolkenkaart.table;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is done to text in CSV can be undone. */
class CsvTextTest {
  private static final Pattern APOSTROPHE = Pattern.compile("(^|;)'(?='*[=+@＝＋－＠-])");
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");
  private static final String ESCAPED =
      "[\\x00-\\x1f\\x7f-\\x9f\\\\\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]";

  static String withoutApostrophes(String cell) {
    return APOSTROPHE.matcher(cell).replaceAll("$1");
  }

  /** Reads a cell as somebody does who knows the two rules. */
  static String undone(String cell) {
    return ESCAPE
        .matcher(withoutApostrophes(cell))
        .replaceAll(
            escape -> {
              String sign = Character.toString(Integer.parseInt(escape.group(1), 16));
              return java.util.regex.Matcher.quoteReplacement(
                  sign.matches(ESCAPED) ? sign : escape.group());
            });
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "=1, '=1",
        "'=1, ''=1",
        "''=1, '''=1",
        "'t Hart, 't Hart",
        "a;'+1;b, a;''+1;b",
        "a\\u0009b, a\\u005cu0009b",
        "a\\\\u0009b, a\\\\u005cu0009b",
        "a\\u005cb, a\\u005cu005cb",
        "a\\u00e9b, a\\u00e9b",
        "a\\u000, a\\u000",
        "a\\009, a\\009",
        "\\u000A, \\u000A",
      })
  void whatLooksLikeAnEscapeIsEscaped(String text, String cell) {
    assertThat(CsvText.of(text), is(cell));
    assertThat(undone(cell), is(text));
  }

  @Property(tries = 5000)
  void everyTextCanBeReadAgain(@ForAll("hostile") String text) {
    assertThat(undone(CsvText.of(text)), is(text));
  }

  @Provide
  Arbitrary<String> hostile() {
    return Arbitraries.of(
            "'", "=", "+", "-", "@", "＝", ";", "\\", "u", "0", "00", "5c", "0009", "u0001", "\n",
            "\u0001", "\u202e", "\u0085", "é", "😀", "\"", ",", "a", " ")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }
}
