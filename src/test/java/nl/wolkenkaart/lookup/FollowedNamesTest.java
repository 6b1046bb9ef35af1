package nl.wolkenkaart.lookup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import com.google.common.net.InetAddresses;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FollowedNamesTest {

  private static List<String> follow(String id, String... data) {
    List<String> found = new ArrayList<>();
    Answer answer = Recorded.of(new Question("example.nl", "X"), AnswerStatus.NOERROR, data);
    FollowedNames.of(id, answer, (subject, name) -> found.add(subject.key() + " " + name));
    return found;
  }

  @Test
  void mailHostsByPreferenceThenName() {
    assertThat(
        follow("mx", "10 b.example", "100 z.example", "5 c.example", "10 a.example", "0 y.example"),
        contains(
            "mail_host y.example",
            "mail_host c.example",
            "mail_host a.example",
            "mail_host b.example",
            "mail_host z.example"));
  }

  /** Null MX (RFC 7505), bare labels, addresses, escapes, what is meant to be nowhere. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 .",
        "10 localhost",
        "10 mail",
        "10 192.0.2.1",
        "10 a\\032b.example",
        "10 x.invalid",
        "10 \\@.example",
        "10",
        "",
        "10 .example"
      })
  void bogusMailHostsAreNotFollowed(String data) {
    assertThat(follow("mx", data), is(empty()));
    assertThat(follow("mx", data, "20 mx.example"), contains("mail_host mx.example"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"txt", "spf"})
  void includesAndRedirect(String id) {
    assertThat(
        follow(
            id,
            "\"google-site-verification=x\"",
            "\"v=spf1 include:_spf.a.example a mx include:%{d}.b.example \" \"redirect=c.example\""),
        contains("spf_domain _spf.a.example", "spf_domain c.example"));
    assertThat(follow(id, "\"v=spf10 include:a.example\"", "\"v=DMARC1\""), is(empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dkim-selector1", "dkim-selector2"})
  void tenants(String id) {
    assertThat(
        follow(id, "selector1-example-nl._domainkey.contoso.onmicrosoft.com"),
        contains("tenant contoso"));
    assertThat(
        follow(id, "selector1-example-nl._domainkey.contoso.n-v1.dkim.mail.microsoft"),
        contains("tenant contoso"));
    assertThat(follow(id, "s1.domainkey.u1.wl.sendgrid.net"), is(empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mail-host-a", "mail-host-aaaa", "a", "aaaa", "www-a", "www-aaaa", "autodiscover"})
  void addresses(String id) {
    assertThat(
        follow(id, "192.0.2.1", "2001:db8::53"),
        contains(
            "ipv4 1.2.0.192",
            "ipv6 3.5.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2"));
  }

  /** Nobody announces them, so nobody is asked who does (IANA special-purpose registries). */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.0.9",
        "169.254.1.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "224.0.0.1",
        "239.1.1.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd12:3456:789a::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "1fff:ffff::1",
        "4000::1",
        "not an address",
        ""
      })
  void privateAddressesAreNotFollowed(String address) {
    assertThat(follow("a", address), is(empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "172.32.0.1",
        "192.169.0.1",
        "223.255.255.255",
        "2000::1",
        "3fff:ffff::1"
      })
  void publicAddressesBesideThemAre(String address) {
    assertThat(follow("a", address).size(), is(1));
  }

  @Test
  void allNibblesInTheirPlaces() {
    assertThat(
        ReversedAddress.of(InetAddresses.forString("0123:4567:89ab:cdef:0123:4567:89ab:cdef")),
        equalTo("f.e.d.c.b.a.9.8.7.6.5.4.3.2.1.0.f.e.d.c.b.a.9.8.7.6.5.4.3.2.1.0"));
    assertThat(ReversedAddress.of(InetAddresses.forString("255.128.0.1")), equalTo("1.0.128.255"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"origin", "origin6"})
  void asNumbersOfEveryRecord(String id) {
    assertThat(
        follow(
            id,
            "\"23028 64496 | 192.0.2.0/24 | NL | ripencc | 1998-09-25\"",
            "\"1103 | 2001:db8::/32 | NL | ripencc | 1999-08-20\""),
        contains("as_number 23028", "as_number 64496", "as_number 1103"));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"NA | 192.0.2.0/24 | NL\"'",
    "'\"no bar 64496\"'",
    "'\"\"'",
    "'\"| 64496\"'",
    "'\"64496.evil.example | x\"'",
    "'\"12345678901 | x\"'",
    "'\"-1 | x\"'",
    "'\"\\217\\163 | x\"'",
  })
  void whatIsNoAsNumberIsNotFollowed(String data) {
    assertThat(follow("origin", data), is(empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dmarc",
        "mta-sts",
        "mta-sts-a",
        "tls-rpt",
        "autodiscover-srv",
        "dkim-google",
        "eop-name",
        "lyncdiscover",
        "sip",
        "sip-tls",
        "sipfederationtls",
        "enterpriseregistration",
        "enterpriseenrollment",
        "msoid",
        "ns",
        "wildcard-a",
        "wildcard-txt",
        "wildcard-dkim",
        "wildcard-dkim-txt",
        "tlsa",
        "sharepoint",
        "onedrive",
        "sharepoint-control-absent",
        "sharepoint-control-present",
        "as-name",
        "unknown"
      })
  void othersNameNothing(String id) {
    assertThat(
        follow(
            id,
            "192.0.2.1",
            "10 mx.example",
            "\"v=spf1 include:a.example\"",
            "selector1-example-nl._domainkey.contoso.onmicrosoft.com",
            "\"64496 | x\""),
        is(empty()));
  }
}
