package nl.wolkenkaart.directory;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailDomainTest {
  private static final String WHITE_SPACE = "the domain contains white space";
  private static final String SEVERAL =
      "the domain field holds several addresses or more than an address";
  private static final String AMBIGUOUS =
      "the domain field can be read as a URL and as an e-mail address";
  private static final String EMPTY = "the domain is empty";
  private static final String EMPTY_LABEL = "the domain has an empty label";
  private static final String ADDRESS = "an IP address is no domain";
  private static final String CHARACTERS =
      "the domain has characters other than letters, digits and hyphens";
  private static final String LONG = "the domain is longer than 253 characters";
  private static final String LONG_LABEL = "the domain has a label longer than 63 characters";
  private static final String HYPHEN = "the domain has a label that begins or ends with a hyphen";
  private static final String INVALID = "the domain is no valid internationalised name (UTS #46)";
  private static final String NO_DOT = "the domain has no dot";

  @ParameterizedTest
  @CsvSource({
    "delft.example,                               delft.example,          delft.example",
    "DELFT.Example.,                              delft.example,          delft.example",
    "www.delft.example,                           delft.example,          delft.example",
    "www.www.delft.example,                       delft.example,          delft.example",
    "WWW.delft.example,                           delft.example,          delft.example",
    "www.example,                                 www.example,            www.example",
    "www2.delft.example,                          www2.delft.example,     delft.example",
    "wwwdelft.example,                            wwwdelft.example,       wwwdelft.example",
    "a.b.example,                                 a.b.example,            b.example",
    "a.b.example.co.uk,                           a.b.example.co.uk,      example.co.uk",
    "co.uk,                                       co.uk,                  co.uk",
    "www.co.uk,                                   co.uk,                  co.uk",
    "stichting.blogspot.com,                      stichting.blogspot.com, blogspot.com",
    "blogspot.com,                                blogspot.com,           blogspot.com",
    "https://www.delft.example/pad?x=1#top,       delft.example,          delft.example",
    "HTTPS://delft.example:8443,                  delft.example,          delft.example",
    "https://user:p@ss@delft.example:8443/a@b,    delft.example,          delft.example",
    "http://delft.example?q=info@other.example,   delft.example,          delft.example",
    "http://delft.example/a;b,                    delft.example,          delft.example",
    "//delft.example/pad,                         delft.example,          delft.example",
    "ftp://delft.example\\share,                  delft.example,          delft.example",
    "delft.example/pad/index.html,                delft.example,          delft.example",
    "delft.example:443,                           delft.example,          delft.example",
    "info@delft.example,                          delft.example,          delft.example",
    "mailto:info@delft.example?subject=x,         delft.example,          delft.example",
    "@delft.example,                              delft.example,          delft.example",
    "sûdwest-fryslân.example, xn--sdwest-frysln-teb77a.example, xn--sdwest-frysln-teb77a.example",
    "straße.example,                              xn--strae-oqa.example,  xn--strae-oqa.example",
    "xn--strae-oqa.example,                       xn--strae-oqa.example,  xn--strae-oqa.example",
    "delft。example,                              delft.example,          delft.example",
    "ｄｅｌｆｔ.example,                           delft.example,          delft.example",
    "r3---sn.example,                             r3---sn.example,        r3---sn.example",
    "1.delft.example,                             1.delft.example,        delft.example",
    "0xdelft.example,                             0xdelft.example,        0xdelft.example",
  })
  void findsDomain(String given, String domain, String registrableDomain) {
    assertThat(MailDomain.of(given), equalTo(new MailDomain.Found(domain, registrableDomain)));
  }

  @Test
  void trimsWhiteSpaceOfAllKinds() {
    assertThat(
        MailDomain.of("\t\u00a0 delft.example\u2003\r\n"),
        equalTo(new MailDomain.Found("delft.example", "delft.example")));
  }

  @ParameterizedTest
  @CsvSource({
    "'',                                          " + EMPTY,
    "'  ',                                        " + EMPTY,
    "'.',                                         " + EMPTY,
    "'https://',                                  " + EMPTY,
    "'info@',                                     " + EMPTY,
    "'https:///pad',                              " + EMPTY,
    "'a.example b.example',                       " + WHITE_SPACE,
    "'De Gemeente <info@a.example>',              " + WHITE_SPACE,
    "'a.example;b.example',                       '" + SEVERAL + "'",
    "'a.example,b.example',                       '" + SEVERAL + "'",
    "'a.example|b.example',                       '" + SEVERAL + "'",
    "'x@a.example@b.example',                     '" + SEVERAL + "'",
    "'x@a.example;y@b.example',                   '" + SEVERAL + "'",
    "'<info@a.example>',                          '" + SEVERAL + "'",
    "'http://a.example/;http://b.example/',       '" + SEVERAL + "'",
    "'jan.example/dienst@a.example',              " + AMBIGUOUS,
    "'192.0.2.1',                                 " + ADDRESS,
    "'192.0.2.1.',                                " + ADDRESS,
    "'http://192.0.2.1:80/',                      " + ADDRESS,
    "'127.1',                                     " + ADDRESS,
    "'0x7f.0x1',                                  " + ADDRESS,
    "'１９２.0.2.1',                               " + ADDRESS,
    "'info@[192.0.2.1]',                          " + ADDRESS,
    "'2001:db8::1',                               " + ADDRESS,
    "'https://[2001:db8::1]:443/',                " + ADDRESS,
    "'a..example',                                " + EMPTY_LABEL,
    "'.a.example',                                " + EMPTY_LABEL,
    "'a.example..',                               " + EMPTY_LABEL,
    "'www..example',                              " + EMPTY_LABEL,
    "'_dmarc.a.example',                          '" + CHARACTERS + "'",
    "'*.a.example',                               '" + CHARACTERS + "'",
    "'%61.example',                               '" + CHARACTERS + "'",
    "'a.example:http',                            '" + CHARACTERS + "'",
    "'a.example:443443',                          '" + CHARACTERS + "'",
    "'mailto:http://a.example',                   '" + NO_DOT + "'",
    "'a.example／pad',                             '" + CHARACTERS + "'",
    "'-a.example',                                " + HYPHEN,
    "'a-.example',                                " + HYPHEN,
    "'xn--a.example',                             " + INVALID,
    "'localhost',                                 " + NO_DOT,
    "'nl',                                        " + NO_DOT,
    "'n/a',                                       " + NO_DOT,
    "'-',                                         " + HYPHEN,
  })
  void saysWhyThereIsNone(String given, String reason) {
    assertThat(MailDomain.of(given), equalTo(new MailDomain.Refused(reason)));
  }

  @Test
  void refusesNull() {
    assertThat(MailDomain.of(null), equalTo(new MailDomain.Refused(EMPTY)));
  }

  @Test
  void refusesControlCharactersInsideTheName() {
    assertThat(MailDomain.of("del\u0000ft.example"), equalTo(new MailDomain.Refused(CHARACTERS)));
    assertThat(
        MailDomain.of("del\u001b[31mft.example"), equalTo(new MailDomain.Refused(CHARACTERS)));
    assertThat(MailDomain.of("\u202eelpmaxe.tfled"), equalTo(new MailDomain.Refused(CHARACTERS)));
  }

  @Test
  void refusesMixedDirections() {
    assertThat(MailDomain.of("אa.example"), equalTo(new MailDomain.Refused(INVALID)));
  }

  @Test
  void measuresLength() {
    String labels = ("a".repeat(49) + ".").repeat(5);
    assertThat(
        MailDomain.of(labels + "nl1"),
        equalTo(new MailDomain.Found(labels + "nl1", "a".repeat(49) + ".nl1")));
    assertThat(MailDomain.of(labels + "nlxx"), equalTo(new MailDomain.Refused(LONG)));
    assertThat(
        MailDomain.of("www." + labels + "nlx"),
        equalTo(new MailDomain.Found(labels + "nlx", "a".repeat(49) + ".nlx")));
    assertThat(MailDomain.of("a".repeat(300)), equalTo(new MailDomain.Refused(LONG)));
    assertThat(MailDomain.of("é".repeat(60_000)), equalTo(new MailDomain.Refused(LONG)));
  }

  @Test
  void measuresLabels() {
    assertThat(
        MailDomain.of("a".repeat(64) + ".example"), equalTo(new MailDomain.Refused(LONG_LABEL)));
    assertThat(
        MailDomain.of("a".repeat(63) + ".example"),
        equalTo(new MailDomain.Found("a".repeat(63) + ".example", "a".repeat(63) + ".example")));
  }

  @Property
  void givesAnAnswerForAnyText(@ForAll String given) {
    assertThat(MailDomain.of(given), instanceOf(MailDomain.Result.class));
  }

  @Property(tries = 5000)
  void whatIsFoundIsBoundedAndStays(@ForAll("almostDomains") String given) {
    if (MailDomain.of(given) instanceof MailDomain.Found found) {
      assertThat(found.domain().length(), lessThanOrEqualTo(253));
      assertThat(found.domain(), matchesPattern("[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})+"));
      assertThat(MailDomain.of(found.domain()), equalTo(found));
    } else {
      assertThat(MailDomain.of(given), instanceOf(MailDomain.Refused.class));
    }
  }

  @Provide
  Arbitrary<String> almostDomains() {
    Arbitrary<String> piece =
        Arbitraries.oneOf(
            Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(5),
            Arbitraries.strings().all().ofLength(1),
            Arbitraries.strings().withCharRange('\u00c0', '\u0600').ofLength(2),
            Arbitraries.of(
                ".", "-", "@", ":", "/", "//", "www.", "xn--", "https://", ".nl", ".co.uk", "。"));
    return piece.list().ofMinSize(1).ofMaxSize(8).map(pieces -> String.join("", pieces));
  }
}
