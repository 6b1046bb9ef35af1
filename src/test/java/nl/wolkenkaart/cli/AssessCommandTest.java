package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.world.WorldServer;
import nl.wolkenkaart.world.ZoneFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Microsoft's services from the records that it documents to the case sheet of who has them. */
class AssessCommandTest {
  private static final Path ZONE = Path.of("src/test/resources/zones/microsoft-services.zone");
  private static final String LIST =
      """
      id,name,domain,sector
      full,Full & <b>bold</b>,full.example,council
      teams,Teams,teams.example,council
      tenant,Tenant,tenant.example,council
      token,Token,token.example,council
      skype/..,Skype,skype.example,council
      """;

  @TempDir static Path folder;
  private static Path output;

  @BeforeAll
  static void survey() throws IOException {
    Path list = Files.writeString(folder.resolve("list.csv"), LIST);
    output = folder.resolve("run");
    try (WorldServer server = WorldServer.start(ZoneFile.read(ZONE), Map.of(), 0)) {
      Ran ran =
          Ran.with(
              "survey",
              "--organisations",
              list,
              "--resolvers",
              server.address(),
              "--rate",
              0,
              "--run-date",
              "2026-11-22",
              "--buckets",
              1,
              "--output",
              output);
      assertThat(ran.err(), ran.exit(), is(0));
    }
  }

  private static List<String> services(String id) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();
    List<String> found = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(output.resolve("tables/services.csv"))) {
      for (CSVRecord row : format.parse(reader)) {
        if (row.get("organisation_id").equals(id)) {
          found.add(row.get("service") + ' ' + row.get("level"));
        }
      }
    }
    return found;
  }

  @Test
  void eachServiceIsSeenAtItsLevelAndNotWhereOnlyATenantOrATokenIs() throws IOException {
    assertThat(
        services("full"),
        containsInAnyOrder(
            "entra-id proven",
            "exchange-online proven",
            "intune proven",
            "onedrive likely",
            "sharepoint likely",
            "teams likely"));
    assertThat(services("teams"), contains("teams likely"));
    assertThat(services("tenant"), containsInAnyOrder("entra-id likely", "exchange-online proven"));
    assertThat(Set.copyOf(services("token")), is(Set.of("entra-id hint", "exchange-online hint")));
    assertThat(services("skype/.."), is(List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "tenant, teams", "tenant, sharepoint", "tenant, onedrive",
    "token, teams", "token, sharepoint", "token, onedrive",
  })
  void aTenantOrATokenAloneIsNoneOfTheThreeAndHasNoneOfTheirRisks(String alone, String service)
      throws IOException {
    String sheet = assess(alone, alone + ".en.md");
    for (String level : List.of("proven", "likely", "hint")) {
      assertThat(services(alone), not(hasItem(service + ' ' + level)));
    }
    Catalogue catalogue = Catalogue.embedded();
    assertThat(catalogue.risks(service).orElseThrow().risks(), is(not(empty())));
    catalogue
        .risks(service)
        .orElseThrow()
        .risks()
        .forEach(risk -> assertThat(sheet, not(containsString(risk.risk().en()))));
  }

  private static String assess(String organisation, String file) throws IOException {
    Path cases = folder.resolve("cases-" + organisation.hashCode());
    Ran ran =
        Ran.with("assess", "--tables", output.resolve("tables"), "--output", cases, organisation);
    assertThat(ran.err(), ran.exit(), is(0));
    return Files.readString(cases.resolve(file));
  }

  @Test
  void theSheetShowsRisksAndMeasuresOfTheServicesThatAreSeen() throws IOException {
    String sheet = assess("full", "full.en.md");
    assertThat(
        sheet,
        allOf(
            containsString("# Case sheet\\: Full \\& \\<b\\>bold\\</b\\>"),
            containsString("owners of companies as of 2026-11-22"),
            containsString("This sheet gives no verdict"),
            containsString("### Microsoft Teams (or Skype for Business Online) (likely"),
            containsString(
                "Public DPIA Teams OneDrive SharePoint and Azure AD, by Privacy Company"),
            containsString("| high | Special or very sensitive data in scheduled and group"),
            containsString("- [ ] Microsoft OneDrive\\: Encrypt with a key of one's own"),
            containsString("at most 200 participants"),
            containsString("No public DPIA was found for this service (looked for on 2026-11-22)"),
            containsString("Stored Communications Act as amended by the CLOUD Act"),
            containsString("- [ ] Who holds the keys"),
            containsString("sip.full.example")));
    assertThat(
        assess("full.example", "full.nl.md"),
        allOf(
            containsString("# Casusblad\\:"),
            containsString("Dit blad geeft geen oordeel"),
            containsString("| hoog | Bijzondere of zeer gevoelige gegevens"),
            containsString("- [ ] Wie heeft de sleutels"),
            containsString("Verenigde Staten (US)")));
  }

  @Test
  void anOrganisationIsNotGivenTheRisksOfWhatItDoesNotHave() throws IOException {
    String sheet = assess("token", "token.en.md");
    assertThat(sheet, not(containsString("Teams Analytics")));
    assertThat(sheet, not(containsString("Microsoft OneDrive")));
  }

  @Test
  void thePageIsEscapedAndAsksForNothing() throws IOException {
    String page = assess("Full & <b>bold</b>", "full.nl.html");
    assertThat(
        page,
        allOf(
            containsString("<h1>Casusblad: Full &amp; &lt;b&gt;bold&lt;/b&gt;</h1>"),
            containsString("content=\"default-src &#39;none&#39;; style-src &#39;sha256-"),
            not(containsString("<script")),
            not(containsString("src=")),
            not(containsString("<b>")),
            not(containsString("style=\""))));
  }

  @Test
  void theNamesOfFilesAreSafeAndTheSheetsTheSameAgain() throws IOException {
    Path cases = folder.resolve("again");
    for (int i = 0; i < 2; i++) {
      assertThat(
          Ran.with("assess", "--tables", output, "--output", cases, "skype/..", "teams").exit(),
          is(0));
    }
    try (Stream<Path> files = Files.list(cases)) {
      assertThat(
          files.map(file -> file.getFileName().toString()).sorted().toList(),
          contains(
              "skype%2F%2E%2E.en.html",
              "skype%2F%2E%2E.en.md",
              "skype%2F%2E%2E.nl.html",
              "skype%2F%2E%2E.nl.md",
              "teams.en.html",
              "teams.en.md",
              "teams.nl.html",
              "teams.nl.md"));
    }
    assertThat(Files.readString(cases.resolve("teams.en.md")), is(assess("teams", "teams.en.md")));
  }

  @Test
  void whoIsNotInTheTablesIsNamed() {
    Ran ran = Ran.with("assess", "--tables", output, "nobody.example", "full");
    assertThat(ran.exit(), is(ExitCode.USAGE));
    assertThat(ran.err(), containsString("the tables have no organisation nobody.example"));
  }

  @Test
  void tablesThatAreNotThereAreNamed() {
    Ran ran = Ran.with("assess", "--tables", folder.resolve("nothing"), "full");
    assertThat(ran.exit(), is(ExitCode.USAGE));
    assertThat(ran.err(), containsString("no such table"));
  }
}
