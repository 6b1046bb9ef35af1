package nl.wolkenkaart.directory.sources;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import nl.wolkenkaart.directory.rows.UnreadableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverheidXmlTest {
  private static final String ROO =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <q:overheidsorganisaties xmlns:q="https://example.nl/export/9.9.9">
      <q:organisaties>
      <q:organisatie q:systeemId="7">
        <q:naam>Ministerie van Voorbeelden</q:naam>
        <q:afkorting>VBD</q:afkorting>
        <q:types><q:type>ministerie</q:type></q:types>
        <q:startDatum>2001-02-03</q:startDatum>
        <q:identificatiecodes>
          <q:resourceIdentifier q:naam="resourceIdentifierTOOI">https://identifier.overheid.nl/tooi/id/ministerie/mnre9</q:resourceIdentifier>
        </q:identificatiecodes>
        <q:contact>
          <q:emailadressen>
            <q:emailadres><q:email>info@minvbd.example</q:email><q:label>algemeen</q:label></q:emailadres>
            <q:emailadres><q:email>woo@minvbd.example</q:email></q:emailadres>
          </q:emailadressen>
          <q:internetadressen>
            <q:internetadres><q:url>https://werkenbij.example/</q:url><q:label>Werken bij</q:label></q:internetadres>
          </q:internetadressen>
        </q:contact>
        <q:functies><q:functie><q:naam>Minister</q:naam></q:functie></q:functies>
        <q:organisaties>
          <q:organisatie>
            <q:naam>Directie Deel &amp; Geheel</q:naam>
            <q:types><q:type>organisatieonderdeel</q:type></q:types>
            <q:eindDatum>2030-01-01</q:eindDatum>
          </q:organisatie>
        </q:organisaties>
      </q:organisatie>
      </q:organisaties>
      </q:overheidsorganisaties>
      """;

  @TempDir Path folder;

  private static String refused(String xml) {
    return assertThrows(UnreadableException.class, () -> Entries.of(xml)).getMessage();
  }

  @Test
  void organisationsNestAndHaveSeveralAddresses() throws IOException {
    Entries read = Entries.of(ROO);
    assertThat(read.entries.size(), is(2));
    Entry part = read.entries.get(0);
    assertThat(part.name(), is("Directie Deel & Geheel"));
    assertThat(part.parent(), is("roo:7"));
    assertThat(part.end(), is(LocalDate.of(2030, 1, 1)));
    Entry whole = read.entries.get(1);
    assertThat(whole.format(), is("roo"));
    assertThat(whole.line(), is(4L));
    assertThat(whole.name(), is("Ministerie van Voorbeelden"));
    assertThat(whole.abbreviation(), is("VBD"));
    assertThat(whole.types(), contains("ministerie"));
    assertThat(whole.begin(), is(LocalDate.of(2001, 2, 3)));
    assertThat(whole.end(), is(nullValue()));
    assertThat(whole.parent(), is(nullValue()));
    assertThat(whole.identifiers(), is(Map.of("roo", "7", "tooi", "mnre9")));
    assertThat(
        Entries.addresses(whole),
        contains(
            "e-mail algemeen info@minvbd.example",
            "e-mail null woo@minvbd.example",
            "website Werken bij https://werkenbij.example/"));
  }

  @Test
  void internetDomainsHaveTheirPurpose() throws IOException {
    Entries read =
        Entries.of(
            """
            <p:RegisterInternetdomeinenOverheid xmlns:p="https://example.nl/export/0.0.3">
            <p:organisatie p:systeemId="21134" p:resourceIdentifierTOOI="https://identifier.overheid.nl/tooi/id/waterschap/ws1">
              <p:naam>Waterschap Test</p:naam>
              <p:types><p:type>waterschap</p:type></p:types>
              <p:contact><p:emailadres>info@ws.example</p:emailadres><p:url>https://www.ws.example</p:url></p:contact>
              <p:domeinnaamregistraties>
                <p:domeinnaamregistratie p:systeemId="1"><p:naam>ws.example</p:naam><p:doel>E-mail</p:doel></p:domeinnaamregistratie>
                <p:domeinnaamregistratie p:systeemId="2"><p:naam>old.example</p:naam><p:doel>Website</p:doel><p:opgezegdSinds>2020-01-02</p:opgezegdSinds></p:domeinnaamregistratie>
              </p:domeinnaamregistraties>
              <p:domeinen>
                <p:domein p:systeemId="3"><p:url>www.ws.example</p:url><p:gebruiksdoel>Website</p:gebruiksdoel>
                  <p:kwaliteitsRapporten><p:kwaliteitsRapport><p:url>https://internet.example/1</p:url></p:kwaliteitsRapport></p:kwaliteitsRapporten>
                </p:domein>
              </p:domeinen>
            </p:organisatie>
            </p:RegisterInternetdomeinenOverheid>
            """);
    Entry entry = read.entries.get(0);
    assertThat(entry.format(), is("rio"));
    assertThat(entry.identifiers(), is(Map.of("roo", "21134", "tooi", "ws1")));
    assertThat(
        Entries.addresses(entry),
        contains(
            "e-mail null info@ws.example",
            "website null https://www.ws.example",
            "register entry E-mail ws.example",
            "register entry Website old.example",
            "register entry Website www.ws.example"));
    assertThat(entry.contacts().get(3).until(), is(LocalDate.of(2020, 1, 2)));
  }

  @Test
  void organisationWithoutNameIsRejectedByItsLine() throws IOException {
    Entries read = Entries.of(ROO.replace("<q:naam>Directie Deel &amp; Geheel</q:naam>", ""));
    assertThat(read.entries.size(), is(1));
    assertThat(read.rejects.size(), is(1));
    assertThat(read.rejects.get(0), containsString("the name is empty"));
  }

  @Test
  void entityBombIsRefused() {
    String bomb =
        "<?xml version=\"1.0\"?><!DOCTYPE o [<!ENTITY a \"aaaaaaaaaa\">"
            + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
            + ROO.substring(ROO.indexOf('\n') + 1).replace("VBD", "&b;");
    assertThat(refused(bomb), containsString("document type"));
  }

  @Test
  void externalEntityIsNeverResolved() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "not to be read");
    String outside =
        "<?xml version=\"1.0\"?><!DOCTYPE o [<!ENTITY x SYSTEM \""
            + secret.toUri()
            + "\">]>"
            + ROO.substring(ROO.indexOf('\n') + 1).replace("VBD", "&x;");
    assertThat(refused(outside), containsString("document type"));
    assertThat(refused(ROO.replace("VBD", "&x;")), containsString("line 6"));
  }

  @Test
  void truncatedAndOtherXmlEndWithAMessage() {
    assertThat(refused(ROO.substring(0, ROO.length() - 30)), containsString("not well-formed"));
    assertThat(refused("<html><body>404</body></html>"), containsString("web page"));
    assertThat(refused("<rss><item/></rss>"), containsString("root element"));
    assertThat(
        refused("<overheidsorganisaties></overheidsorganisaties>"),
        containsString("holds no organisation"));
    assertThat(
        refused(ROO.replace("VBD", "<a>".repeat(300) + "</a>".repeat(300))),
        containsString("nested deeper"));
  }

  @Test
  void cellOfTenMegabytesIsCut() throws IOException {
    Entries read = Entries.of(ROO.replace("VBD", "x".repeat(10 << 20)));
    assertThat(read.entries.get(1).abbreviation().length(), is(4096));
  }

  @Test
  void inhabitantsStandInTheGeography() throws IOException {
    String with =
        ROO.replace(
            "<q:afkorting>",
            "<q:geografie><q:aantalInwoners> 105432 </q:aantalInwoners></q:geografie><q:afkorting>");
    assertThat(
        Entries.of(with).entries.stream().map(Entry::population).toList(),
        contains(nullValue(), is("105432")));
    String older =
        ROO.replace(
            "<q:afkorting>",
            "<q:geografie><q:inwoners q:eenheid=\"n\">7</q:inwoners></q:geografie><q:afkorting>");
    assertThat(Entries.of(older).entries.get(1).population(), is("7"));
  }
}
