package nl.wolkenkaart.directory;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrableDomainTest {

  @ParameterizedTest
  @CsvSource({
    "delft.nl,                              delft.nl",
    "mail.delft.nl,                         delft.nl",
    "a.b.c.d.e.f.g.h.i.delft.nl,            delft.nl",
    "nl,                                    nl",
    "'',                                    ''",
    "a.b.example.co.uk,                     example.co.uk",
    "co.uk,                                 co.uk",
    "comune.penne.pe.it,                    penne.pe.it",
    "pe.it,                                 pe.it",
    "x.chtr.k12.ma.us,                      x.chtr.k12.ma.us",
    "y.x.chtr.k12.ma.us,                    x.chtr.k12.ma.us",
    "a.b.kawasaki.jp,                       a.b.kawasaki.jp",
    "x.city.kawasaki.jp,                    city.kawasaki.jp",
    "a.b.ck,                                a.b.ck",
    "x.www.ck,                              www.ck",
    "stichting.blogspot.com,                blogspot.com",
    "tenant.sharepoint.com,                 sharepoint.com",
    "d111.cloudfront.net,                   cloudfront.net",
    "a.xn--55qx5d.cn,                       a.xn--55qx5d.cn",
    "b.a.xn--55qx5d.cn,                     a.xn--55qx5d.cn",
    "a.b.example,                           b.example",
    "example,                               example",
    "selector1._domainkey.delft.nl,         delft.nl",
    "_dmarc.delft.nl,                       delft.nl",
    "%{i}._spf.example.co.uk,               example.co.uk",
    "a b.example.co.uk,                     example.co.uk",
    "selector1._domainkey.example.co.uk,    example.co.uk",
    "x_.example.co.uk,                      example.co.uk",
    "-x.example.co.uk,                      example.co.uk",
    "a..delft.nl,                           delft.nl",
    "x.%{d}.nl,                             %{d}.nl",
    "4.3.2.1,                               2.1",
    "mail.delft.nl.,                        nl.",
  })
  void findsWhatWasRegistered(String name, String registrable) {
    assertThat(RegistrableDomain.of(name), equalTo(registrable));
  }

  @Test
  void readsNamesThatAreTooLong() {
    String label = "a".repeat(63) + ".";
    assertThat(RegistrableDomain.of(label.repeat(4) + "example.co.uk"), equalTo("example.co.uk"));
    assertThat(RegistrableDomain.of(label.repeat(4) + "nl"), equalTo(label + "nl"));
    assertThat(RegistrableDomain.of("a".repeat(64) + ".co.uk"), equalTo("a".repeat(64) + ".co.uk"));
  }

  @Property
  void isTheEndOfAnyText(@ForAll String name) {
    assertThat(name, endsWith(RegistrableDomain.of(name)));
  }

  @Property
  void isTheEndOfAnythingLikeAName(
      @ForAll @Chars({'a', 'k', '1', '-', '_', '.', '.'}) @StringLength(max = 300) String name) {
    assertThat(name, endsWith(RegistrableDomain.of(name)));
  }
}
