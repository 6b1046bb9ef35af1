package nl.wolkenkaart.provider;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

/** Suffixes are matched label by label. */
class CatalogueMatchTest {
  private final SuffixTable<String> table = new SuffixTable<>();

  CatalogueMatchTest() {
    table.put("outlook.com", "outlook");
    table.put("olc.outlook.com", "consumer");
    table.put("inbound.*.aws.com", "aws");
    table.put("inbound.special.aws.com", "special");
    table.put("x.*.special.aws.com", "deep");
    table.put("eu.*.*.org", "two");
  }

  @Example
  void aSuffixMatchesItselfAndWhatStandsBelow() {
    assertThat(found("outlook.com"), is("outlook"));
    assertThat(found("a.b.outlook.com"), is("outlook"));
    assertThat(found("notoutlook.com"), is(nullValue()));
    assertThat(found("outlook.com.example"), is(nullValue()));
    assertThat(found("com"), is(nullValue()));
    assertThat(found(""), is(nullValue()));
  }

  @Example
  void theLongestSuffixWins() {
    assertThat(found("a.olc.outlook.com"), is("consumer"));
    assertThat(found("a.notolc.outlook.com"), is("outlook"));
  }

  @Example
  void aWildcardIsExactlyOneLabel() {
    assertThat(found("inbound.eu-west-1.aws.com"), is("aws"));
    assertThat(found("a.inbound.eu-west-1.aws.com"), is("aws"));
    assertThat(found("inbound.aws.com"), is(nullValue()));
    assertThat(found("inbound.a.b.aws.com"), is(nullValue()));
    assertThat(found("inbound..aws.com"), is(nullValue()));
    assertThat(found("eu.a.b.org"), is("two"));
    assertThat(found("eu.a.org"), is(nullValue()));
  }

  @Example
  void aSpeltOutLabelGoesBeforeAWildcardUnlessTheWildcardReachesFurther() {
    assertThat(found("inbound.special.aws.com"), is("special"));
    assertThat(found("x.inbound.special.aws.com"), is("deep"));
  }

  @Example
  void theFirstValueOfASuffixStays() {
    assertThat(table.put("outlook.com", "again"), is("outlook"));
    assertThat(table.put("new.example", "new"), is(nullValue()));
    assertThat(found("outlook.com"), is("outlook"));
  }

  /** RFC 1035, section 5.1: a dot after a backslash is part of the label. */
  @Example
  void anEscapedDotDividesNothing() {
    assertThat(found("a\\.outlook.com"), is(nullValue()));
    assertThat(found("a\\\\.outlook.com"), is("outlook"));
    assertThat(found("a\\.b.outlook.com"), is("outlook"));
    assertThat(found("\\.outlook.com"), is(nullValue()));
  }

  @Property
  void aMatchNeverCrossesALabel(@ForAll("labels") String before, @ForAll("labels") String below) {
    assertThat(found(before + "outlook.com"), is(nullValue()));
    assertThat(found(below + "." + before + "outlook.com"), is(nullValue()));
    assertThat(found(before + ".outlook.com"), is(before.equals("olc") ? "consumer" : "outlook"));
  }

  @Property
  void agreesWithComparingLabelsFromTheRight(@ForAll("names") String name) {
    List<String> suffixes =
        List.of("outlook.com", "olc.outlook.com", "inbound.*.aws.com", "inbound.special.aws.com");
    Optional<String> longest =
        suffixes.stream()
            .filter(suffix -> endsIn(name, suffix))
            // Of two of one length the later one has fewer wildcards.
            .reduce((a, b) -> b.split("\\.", -1).length >= a.split("\\.", -1).length ? b : a);
    SuffixTable<String> same = new SuffixTable<>();
    suffixes.forEach(suffix -> same.put(suffix, suffix));
    assertThat(same.longest(name), is(longest));
  }

  @Property
  void anyTextIsAnsweredWithoutHarm(@ForAll @StringLength(max = 300) String text) {
    boolean known =
        text.endsWith("outlook.com") || text.endsWith("aws.com") || text.endsWith("org");
    assertThat(table.longest(text).isPresent() && !known, is(false));
  }

  @Provide
  Arbitrary<String> labels() {
    return Arbitraries.strings().withCharRange('a', 'z').numeric().ofMinLength(1).ofMaxLength(12);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(
            "com", "outlook", "olc", "aws", "inbound", "special", "a", "notoutlook", "*")
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(labels -> String.join(".", labels));
  }

  private static boolean endsIn(String name, String suffix) {
    String[] have = name.split("\\.", -1);
    String[] want = suffix.split("\\.", -1);
    if (have.length < want.length) {
      return false;
    }
    for (int i = 1; i <= want.length; i++) {
      String label = want[want.length - i];
      if (!label.equals("*") && !label.equals(have[have.length - i])) {
        return false;
      }
    }
    return true;
  }

  private String found(String name) {
    return table.longest(name).orElse(null);
  }
}
