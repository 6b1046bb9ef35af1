package nl.wolkenkaart.lookup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.wolkenkaart.lookup.SpfRecord.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpfRecordTest {
  private static SpfRecord parse(String text) {
    return SpfRecord.parse(text).orElseThrow();
  }

  @Test
  void readsMechanismsAndModifiers() {
    assertThat(
        parse("v=spf1 +a/24 mx:Mail.Example. ip4:192.0.2.0/24 ip6:2001:db8::/32 ~all exp=x.example")
            .terms(),
        is(
            List.of(
                new Term('+', "a", "/24", false),
                new Term('+', "mx", "mail.example.", false),
                new Term('+', "ip4", "192.0.2.0/24", false),
                new Term('+', "ip6", "2001:db8::/32", false),
                new Term('~', "all", "", false),
                new Term('+', "exp", "x.example", true))));
  }

  @Test
  void followsIncludesAndRedirectOnce() {
    assertThat(
        parse("v=spf1 include:A.example. ?include:b.example include:a.example redirect=c.example")
            .names(),
        contains("a.example", "b.example", "c.example"));
  }

  @Test
  void ignoresRedirectBesideAll() {
    SpfRecord record = parse("v=spf1 redirect=c.example -all");
    assertThat(record.redirect(), is(Optional.empty()));
    assertThat(record.names(), is(empty()));
  }

  @Test
  void doesNotFollowMacros() {
    SpfRecord record = parse("v=spf1 exists:_i.%{i}._spf.example include:%{d}.example -all");
    assertThat(record.names(), is(empty()));
    assertThat(record.isOpaque(), is(true));
  }

  @Test
  void countsTheTermsThatCostALookup() {
    assertThat(
        parse("v=spf1 a mx ptr exists:x.example include:y.example ip4:192.0.2.1 exp=z.example all")
            .terms()
            .stream()
            .filter(Term::costsLookup)
            .count(),
        is(5L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "include:",
        "include:.",
        "include:com",
        "include:a..example",
        "include:-a b",
        "include:a@b.nl",
        "include",
        "redirect:a.example",
        "include=a.example",
        "include:[192.0.2.1].example"
      })
  void followsNothingThatIsNoName(String term) {
    assertThat(parse("v=spf1 " + term).names(), is(empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v=spf10 a", "v=spf1,a", "spf2.0/pra", " v=spf1", "v=DMARC1"})
  void isNoSpfRecord(String text) {
    assertThat(SpfRecord.parse(text), is(Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v=spf1", "v=spf1 ", "V=SPF1\t\r\n"})
  void mayHaveNoTerms(String text) {
    assertThat(parse(text).terms(), is(empty()));
  }

  @Property
  void readsAnyTextInBoundedSpace(@ForAll String text) {
    SpfRecord record = parse("v=spf1 " + text);
    assertThat(record.terms().size(), is(lessThanOrEqualTo(SpfRecord.MOST_TERMS)));
    assertThat(record.names().stream().allMatch(n -> n.length() <= 253), is(true));
  }

  @Test
  void keepsOnlySoManyTerms() {
    assertThat(parse("v=spf1" + " a".repeat(1_000)).terms().size(), is(500));
  }
}
