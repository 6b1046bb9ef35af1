package nl.wolkenkaart.directory.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Map;
import nl.wolkenkaart.directory.rows.UnreadableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every table is known by its header, and its columns are understood. */
class RegisterFileTest {

  private static Entry only(String text) throws IOException {
    Entries read = Entries.of(text);
    assertThat(read.rejects, is(empty()));
    assertThat(read.entries.size(), is(1));
    return read.entries.get(0);
  }

  @Test
  void exportOfTheRegisterVanOverheidsorganisaties() throws IOException {
    Entry entry =
        only(
            "Officiële naam;Type;Einddatum;E-mail adressen;Internetpagina's;TOOi URI;KVK-nummer;OIN\n"
                + "Gemeente Test;Gemeente;;info@test.example;https://www.test.example, label: algemeen;"
                + "https://identifier.overheid.nl/tooi/id/gemeente/gm0001;12345678;0001\n");
    assertThat(entry.format(), is("roo"));
    assertThat(entry.name(), is("Gemeente Test"));
    assertThat(entry.identifiers(), is(Map.of("tooi", "gm0001", "oin", "0001", "kvk", "12345678")));
    assertThat(
        Entries.addresses(entry),
        contains("website algemeen https://www.test.example", "e-mail null info@test.example"));
  }

  @ParameterizedTest
  @CsvSource({
    "PROVINCIE;BRIN NUMMER;VESTIGINGSNUMMER;VESTIGINGSNAAM ;INTERNETADRES;DENOMINATIE,basisonderwijs",
    "PROVINCIE;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;INTERNETADRES;ONDERWIJSSTRUCTUUR,voortgezet onderwijs",
    "PROVINCIE;BRIN NUMMER; VESTIGINGSNUMMER;INSTELLINGSNAAM;INTERNETADRES;MBO INSTELLINGSSOORT NAAM,middelbaar beroepsonderwijs",
    "PROVINCIE;BRIN NUMMER;VESTIGINGSNUMMER;INSTELLINGSNAAM;INTERNETADRES;SOORT HO,hoger onderwijs",
  })
  void schoolsOfEverySector(String header, String type) throws IOException {
    String row = "Fryslân;01AB;01AB00;Skoalle ûnder de toer;www.skoalle.example;x\r\n";
    Entries read =
        Entries.of((header + "\r\n" + row).getBytes(Charset.forName("windows-1252")), "", Map.of());
    Entry entry = read.entries.get(0);
    assertThat(entry.types(), contains(type));
    assertThat(entry.identifiers(), is(Map.of("brin", "01AB00")));
    assertThat(entry.name(), is("Skoalle ûnder de toer"));
    assertThat(entry.region(), is("Fryslân"));
  }

  @Test
  void websiteregisterBelowARowOfGroups() throws IOException {
    Entry entry =
        only(
            "1,,,,Websitetest,\nURL,Organisatietype,Organisatie,Suborganisatie,Totaal,Totaal\n"
                + "http://www.site.example,Rijksoverheid,AZ,DPC,ja,ja\n");
    assertThat(entry.format(), is("websiteregister"));
    assertThat(entry.scope(), is(Entry.Scope.SITE));
    assertThat(entry.name(), is("AZ"));
    assertThat(Entries.addresses(entry), contains("website null http://www.site.example"));
  }

  @Test
  void bulkSpreadsheetWithManyDomainsInACell() throws IOException {
    Entry entry =
        only(
            "Name,Address,Countrycode,Layer,Websites (csv)\n"
                + "Test,Straat 1,NL,municipality,\"een.example, twee.example\ndrie.example\"\n");
    assertThat(entry.format(), is("basisbeveiliging"));
    assertThat(
        Entries.addresses(entry),
        contains(
            "website null een.example", "website null twee.example", "website null drie.example"));
  }

  @Test
  void indicePa() throws IOException {
    Entry entry =
        only(
            "Codice_IPA,Denominazione_ente,Codice_fiscale_ente,Tipologia,Sito_istituzionale,Mail1,Tipo_Mail1\n"
                + "c_a001,Comune di Prova,80000,Pubbliche Amministrazioni,www.comune.example,prot@pec.example,Pec\n");
    assertThat(entry.format(), is("indicepa"));
    assertThat(entry.country(), is("IT"));
    assertThat(entry.identifiers(), is(Map.of("ipa", "c_a001", "codice-fiscale", "80000")));
    assertThat(
        Entries.addresses(entry),
        contains("website null www.comune.example", "e-mail pec prot@pec.example"));
  }

  @Test
  void internetDomainsAsJson() throws IOException {
    Entry entry =
        only(
            "{\"naam\":\"old.example\",\"org\":\"1\",\"doel\":\"E-mail\",\"tot\":\"2025-12-05\","
                + "\"detail\":\"https://x.example/domeinen/1/Raad_van_Test/domein/2\"}\n");
    assertThat(entry.name(), is("Raad van Test"));
    assertThat(entry.identifiers(), is(Map.of("roo", "1")));
    assertThat(entry.contacts().get(0).until(), is(LocalDate.of(2025, 12, 5)));
  }

  @Test
  void universities() throws IOException {
    Entry entry =
        only(
            "[{\"name\":\"U\",\"alpha_two_code\":\"NL\",\"domains\":[\"u.example\",\"student.u.example\"],"
                + "\"web_pages\":[\"http://www.u.example/\"]}]");
    assertThat(
        Entries.addresses(entry),
        contains(
            "register entry e-mail u.example",
            "register entry e-mail student.u.example",
            "website null http://www.u.example/"));
  }

  @Test
  void jsonWithAMappingOfFields() throws IOException {
    Entries read =
        Entries.of(
            "[{\"label\":\"Een\",\"contact\":{\"mail\":\"a@een.example\"},\"soort\":\"x\"}]"
                .getBytes(UTF_8),
            "",
            Map.of("name", "label", "email", "contact.mail", "type", "soort"));
    assertThat(read.entries.get(0).types(), contains("x"));
    assertThat(Entries.addresses(read.entries.get(0)), contains("e-mail null a@een.example"));
    assertThat(
        assertThrows(
                IllegalArgumentException.class,
                () -> Entries.of(new byte[0], "", Map.of("name", "a", "colour", "b")))
            .getMessage(),
        containsString("no field 'colour'"));
  }

  @Test
  void ownListWithTabsAndListOfDomains() throws IOException {
    Entry own = only("id\tname\tdomain\tsector\n1\tEen\teen.example\ts\n");
    assertThat(own.format(), is("csv"));
    assertThat(own.domain(), is("een.example"));
    assertThat(own.population(), is(nullValue()));
    Entry with = only("id\tname\tdomain\tsector\tpopulation\n1\tEen\teen.example\ts\t 17 \n");
    assertThat(with.population(), is("17"));
    Entry again =
        only("organisation_id,organisation_name,sector,domain,population\ni,Een,s,a.example,18\n");
    assertThat(again.population(), is("18"));
    Entries mapped =
        Entries.of(
            "label,people\nEen,19\n".getBytes(UTF_8),
            "",
            Map.of("name", "label", "population", "people"));
    assertThat(mapped.entries.get(0).population(), is("19"));
    Entries lines = Entries.of("een.nl\nhttps://www.twee.nl/pagina\n");
    assertThat(lines.entries.size(), is(2));
    assertThat(lines.entries.get(0).scope(), is(Entry.Scope.DOMAIN));
    Entries typed =
        Entries.of(
            "Domain Name,Domain Type,Agency\na.nl,Gemeenten,Gemeenten\nb.nl,Rijksoverheid,Ministerie van X\n");
    assertThat(typed.entries.get(0).scope(), is(Entry.Scope.DOMAIN));
    assertThat(typed.entries.get(1).scope(), is(Entry.Scope.SITE));
    assertThat(typed.found, hasItem(containsString("read as domains")));
  }

  @Test
  void whatIsNoRegisterSaysWhatWasLookedFor() {
    UnreadableException e =
        assertThrows(UnreadableException.class, () -> Entries.of("a,b,c\n1,2,3\n"));
    assertThat(e.getMessage(), containsString("none of the first 10 rows is a header"));
    assertThat(
        assertThrows(
                UnreadableException.class,
                () -> Entries.of("a,b,c\n1,2,3\n".getBytes(UTF_8), "duo", Map.of()))
            .getMessage(),
        containsString("INTERNETADRES"));
  }
}
