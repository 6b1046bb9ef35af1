package nl.wolkenkaart.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisterListTest {
  private static final LocalDate DATE = LocalDate.of(2026, 11, 22);
  private static final String ROO =
      "name,type,roo_id,tooi,kvk,parent_id,id,website,email,valid_until\n";

  private final List<Organisation> organisations = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();
  private int files;

  private ListedFile file(String format, String content) {
    files++;
    return new ListedFile(
        RegisterInput.of("unused", format),
        "f" + files,
        () -> new ByteArrayInputStream(content.getBytes(UTF_8)));
  }

  private DirectoryCounts read(ListedFile... all) throws IOException {
    DirectoryCounts counts =
        RegisterList.read(List.of(all), DATE, organisations::add, rejects::add, line -> {});
    long after =
        counts.total("organisations")
            + counts.total("joined")
            + counts.total("ended")
            + counts.total("rejects");
    assertThat("each row is accounted for", counts.total("rows"), is(after));
    assertThat(counts.total("organisations"), is((long) organisations.size()));
    assertThat(counts.total("rejects"), is((long) rejects.size()));
    return counts;
  }

  private List<String> lines() {
    return organisations.stream()
        .map(o -> o.getOrganisationId() + " " + o.getSector() + " " + o.getDomain())
        .sorted()
        .toList();
  }

  private static List<String> sources(Organisation organisation) {
    return organisation.getSources().stream()
        .map(s -> s.getFile() + ":" + s.getLine() + " " + s.getFormat())
        .toList();
  }

  @Test
  void joinsByIdentifierNameAndDomain() throws IOException {
    read(
        file(
            "roo",
            ROO
                + "Een,gemeente,1,https://x/tooi/id/gm1,,,,een.nl,,\n"
                + "Twee,zbo,2,,7,,,,info@twee.nl,\n"
                + "Drie,zbo,3,,,,,www.drie.nl,,\n"
                + "Vier,zbo,4,,,,,www.vier.nl,,\n"),
        file(
            "roo",
            ROO
                + "Eén (gemeente),gemeente,91,https://x/tooi/id/gm1,,,,,a@een-mail.nl,\n"
                + "Twee BV,zbo,92,,7,,,,,\n"
                + "DRIE,zbo,93,,,,,https://drie.nl/contact,,\n"
                + "Vier,zbo,94,,,,,anders.nl,,\n"));
    assertThat(
        lines(),
        contains(
            "roo:1 municipality een-mail.nl",
            "roo:2 agency twee.nl",
            "roo:3 agency drie.nl",
            "roo:4 agency vier.nl",
            "roo:94 agency anders.nl"));
    Organisation first =
        organisations.stream().filter(o -> o.getOrganisationId().equals("roo:1")).findFirst().get();
    assertThat(sources(first), contains("f1:2 roo", "f2:2 roo"));
    assertThat(first.getOrganisationName(), is("Een"));
    assertThat(
        first.getIdentifiers().stream().map(i -> i.getScheme() + "=" + i.getValue()).toList(),
        contains("roo=1", "tooi=gm1"));
  }

  @Test
  void organisationsOfOneRegisterAreNeverOne() throws IOException {
    DirectoryCounts counts =
        read(
            file(
                "roo",
                ROO
                    + "Een,zbo,1,,7,,,een.nl,,\nTwee,zbo,1,,7,,,twee.nl,,\nEen,zbo,3,,7,,,een.nl,,\n"),
            file(
                "roo",
                ROO + "Zes,zbo,,,7,,x6,,,\nTwee,zbo,1,,,,,twee.nl,,\nTwee,zbo,1,,,,,twee.nl,,\n"));
    assertThat(counts.total("joined"), is(2L));
    assertThat(
        lines(),
        contains(
            "f1#3 agency twee.nl",
            "roo:1 agency een.nl",
            "roo:3 agency een.nl",
            "roo:x6 agency null"));
  }

  @Test
  void namesAreEnoughWhereASectorHasEachOnce() throws IOException {
    read(
        file("roo", ROO + "Volksgezondheid Welzijn en Sport,ministerie,1,,,,,,a@minvws.nl,\n"),
        file(
            "websiteregister", "URL,Organisatietype,Organisatie\nwww.actie.nl,Rijksoverheid,VWS\n"),
        file(
            "domains",
            "domain,type,agency\nb.nl,Rijksoverheid,\"Ministerie van Volksgezondheid, Welzijn en Sport\"\n"));
    assertThat(lines(), contains("roo:1 ministry minvws.nl"));
    assertThat(organisations.get(0).getCandidates().size(), is(3));
  }

  @Test
  void domainWithoutNameJoinsWhoeverHasIt() throws IOException {
    DirectoryCounts counts =
        read(
            file("domains", "een.nl\nlos.nl\nlos.nl\noud.nl\n"),
            file(
                "roo",
                ROO + "Een,gemeente,1,,,,,www.een.nl,,\nOud,gemeente,2,,,,,oud.nl,,2020-01-01\n"),
            file("domains", "oud.nl\n"));
    assertThat(
        lines(),
        contains(
            "domain:een.nl municipality een.nl",
            "domain:los.nl unknown los.nl",
            "domain:oud.nl unknown oud.nl"));
    assertThat(
        organisations.stream().map(Organisation::getOrganisationName).toList(),
        containsInAnyOrder("Een", "los.nl", "oud.nl"));
    assertThat(counts.total("ended"), is(1L));
  }

  @Test
  void endedAreLeftOutAndFutureEndsKept() throws IOException {
    DirectoryCounts counts =
        read(
            file(
                "roo",
                ROO
                    + "A,zbo,1,,,,,a.nl,,2026-11-22\n"
                    + "B,zbo,2,,,,,b.nl,,2026-11-23\n"
                    + "C,zbo,3,,,,,c.nl,,\n"),
            file("domains", "a.nl\n"));
    assertThat(lines(), contains("roo:2 agency b.nl", "roo:3 agency c.nl"));
    assertThat(counts.total("ended"), is(2L));
    assertThat(counts.files().get("f1").get("without_end"), is(1L));
  }

  @Test
  void partsInheritWhereTheRegisterSaysSo() throws IOException {
    read(
        file(
            "roo",
            ROO
                + "Deel van deel,organisatieonderdeel,3,,,p2,p3,,,\n"
                + "Deel,organisatieonderdeel,2,,,p1,p2,,,\n"
                + "Agentschap,agentschap,4,,,p1,p4,,,\n"
                + "Eigen,organisatieonderdeel,5,,,p1,p5,eigen.nl,,\n"
                + "Geheel,ministerie,1,,,,p1,geheel.nl,,\n"));
    assertThat(
        lines(),
        contains(
            "roo:1 ministry geheel.nl",
            "roo:2 central-government geheel.nl",
            "roo:3 central-government geheel.nl",
            "roo:4 agency null",
            "roo:5 central-government eigen.nl"));
    for (Organisation organisation : organisations) {
      boolean heir =
          organisation.getDomain() != null && organisation.getOrganisationName().startsWith("Deel");
      assertThat(organisation.getInheritedFrom(), heir ? is("roo:1") : is(nullValue()));
    }
  }

  @Test
  void typesAreCountedAndThoseWithoutASectorToo() throws IOException {
    DirectoryCounts counts = read(file("roo", ROO + "A,zbo,1,,,,,,,\nB,praatgroep,2,,,,,,,\n"));
    assertThat(counts.total("types/roo/zbo = agency"), is(1L));
    assertThat(counts.total("unmapped/roo/praatgroep"), is(1L));
    assertThat(lines(), contains("roo:1 agency null", "roo:2 other null"));
  }

  @Test
  void ownListBesideOthersKeepsItsIdsAndRefusesTheSecond() throws IOException {
    read(
        file(
            "csv",
            "id,name,domain,sector,country\n9,Een,een.nl,eigen,nl\n9,Twee,twee.nl,eigen,\n8,Drie,drie,eigen,\n7,Vier,vier.nl,eigen,NLD\n"),
        file("roo", ROO + "Een,gemeente,1,,,,,een.nl,,\n"));
    assertThat(lines(), contains("9 eigen een.nl"));
    assertThat(organisations.get(0).getCountry(), is("NL"));
    assertThat(
        rejects.stream().map(r -> r.getLine() + " " + r.getReason()).toList(),
        contains(
            "3 the id is that of an earlier row",
            "4 the domain has no dot",
            "5 the country is no code of two letters (ISO 3166-1 alpha-2)"));
  }

  @Test
  void fileThatCannotBeReadIsNamed() {
    DirectoryException e =
        assertThrows(DirectoryException.class, () -> read(file("roo", "<a><b></a>")));
    assertThat(e.getMessage().startsWith("f1: "), is(true));
  }
}
