package nl.wolkenkaart.provider;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import nl.wolkenkaart.observation.ObservationBuilder;
import org.junit.jupiter.api.Test;

class SpfTreeTest {
  private static final Catalogue CATALOGUE = Catalogue.embedded();
  private static final AddressRanges RANGES = new AddressRanges(CATALOGUE);
  private static final String MICROSOFT = "include:spf.protection.outlook.com";

  /** Provider and points of each line, notes as their text. */
  private static List<String> read(ObservationBuilder observation) {
    return reading(observation).findings().stream()
        .map(f -> f.provider() == null ? f.seen() : f.provider() + " " + f.points())
        .toList();
  }

  private static SpfReading reading(ObservationBuilder observation) {
    return SpfTree.read(
        observation.index(), new OwnNames(observation.index().domain()), CATALOGUE, RANGES);
  }

  private static ObservationBuilder domain(String... txt) {
    return ObservationBuilder.of("a.example").txt(txt);
  }

  @Test
  void weighsADirectIncludeMoreThanANestedOne() {
    assertThat(read(domain("v=spf1 " + MICROSOFT + " -all")), contains("microsoft-365 20"));
    assertThat(
        read(domain("v=spf1 include:b.example -all").spf("b.example", "v=spf1 " + MICROSOFT)),
        contains("microsoft-365 10"));
  }

  @Test
  void countsLookUpsThatFindNothing() {
    ObservationBuilder observation =
        domain(
                "v=spf1 a mx a:gone.example a:there.example a:not-asked.example exists:gone.example"
                    + " include:gone.example mx:%{d} -all a:gone.example")
            .answer("mail-host-a", "gone.example", "A", "NXDOMAIN")
            .answer("mail-host-a", "there.example", "A", "NODATA")
            .answer("mail-host-aaaa", "there.example", "AAAA", "NOERROR", "2001:db8::1")
            .answer("spf", "gone.example", "TXT", "NXDOMAIN");
    SpfReading reading = reading(observation);
    // a and mx at a domain that has neither, gone.example as a, as exists and as include.
    assertThat(reading.voids(), is(5));
    assertThat(reading.overVoidLimit(), is(true));
    assertThat(read(observation), hasItem("SPF: more than 2 look-ups find nothing, an error"));
  }

  @Test
  void twoLookUpsThatFindNothingAreBorne() {
    SpfReading reading = reading(domain("v=spf1 a mx -all"));
    assertThat(reading.voids(), is(2));
    assertThat(reading.overVoidLimit(), is(false));
    assertThat(reading(domain("no record")).voids(), is(nullValue()));
    assertThat(reading(domain("no record")).overVoidLimit(), is(nullValue()));
  }

  @Test
  void whatWasNotAnsweredIsNotVoid() {
    assertThat(
        reading(
                domain("v=spf1 a mx include:b.example -all")
                    .failed("SERVFAIL", "a", "aaaa", "mx")
                    .answer("spf", "b.example", "TXT", "TIMEOUT"))
            .voids(),
        is(0));
  }

  @Test
  void takesARedirectForTheRecordItself() {
    assertThat(
        read(domain("v=spf1 redirect=b.example").spf("b.example", "v=spf1 " + MICROSOFT)),
        contains("microsoft-365 20"));
  }

  @Test
  void ignoresWhatAVendorIncludes() {
    assertThat(
        read(
            domain("v=spf1 include:_spf.zivver.com -all")
                .spf("_spf.zivver.com", "v=spf1 " + MICROSOFT)),
        contains("zivver 0"));
  }

  @Test
  void findsAFlattenedIncludeByItsRanges() {
    assertThat(
        read(domain("v=spf1 ip4:40.92.0.0/15 ip4:192.0.2.1 -all")), contains("microsoft-365 20"));
    assertThat(
        read(domain("v=spf1 ip4:40.0.0.0/8 ip4:40.92.0.0/x -all")),
        contains("SPF: no such term: ip4:40.92.0.0/x"));
  }

  @Test
  void readsTheRecordThatAServicePublishesForTheDomain() {
    String hosted = "spf.a.example.eu-a7.e1.dspf.app";
    assertThat(
        read(
            domain("v=spf1 include:" + hosted + " -all")
                .spf(hosted, "v=spf1 ip4:40.92.0.0/16 -all")),
        contains("dspf-app 0", "microsoft-365 10"));
  }

  @Test
  void twoRecordsAreNoEvidence() {
    assertThat(
        read(domain("v=spf1 " + MICROSOFT + " -all", "v=spf1 -all")),
        contains("SPF: two records, an error"));
    assertThat(
        read(
            domain("v=spf1 include:b.example -all")
                .spf("b.example", "v=spf1 " + MICROSOFT, "v=spf1 -all")),
        contains("SPF: two records at b.example"));
  }

  @Test
  void saysThatMacrosAreOpaque() {
    assertThat(
        read(domain("v=spf1 exists:_i.%{i}._spf.a.example -all")),
        contains("SPF: macros, which only a mail expands"));
  }

  @Test
  void comesToAnEndInALoop() {
    assertThat(
        read(
            domain("v=spf1 include:b.example -all")
                .spf("b.example", "v=spf1 include:c.example include:a.example")
                .spf("c.example", "v=spf1 include:b.example redirect=c.example")),
        is(empty()));
  }

  @Test
  void expandsAtMostFortyNamesAndReportsTheError() {
    ObservationBuilder chain = domain("v=spf1 include:n1.example -all");
    for (int i = 1; i < 60; i++) {
      chain.spf("n" + i + ".example", "v=spf1 include:n" + (i + 1) + ".example");
    }
    chain.spf("n41.example", "v=spf1 " + MICROSOFT);
    assertThat(read(chain), contains("SPF: more than 10 look-ups, an error"));
    chain.spf("n40.example", "v=spf1 " + MICROSOFT);
    assertThat(read(chain), hasItem("microsoft-365 10"));
  }
}
