package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.hash.Hashing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import nl.wolkenkaart.table.Checksums;
import org.junit.jupiter.api.Test;

/**
 * The report of a run, from the command line to the files. What a browser does with it is
 * elsewhere.
 */
class ReportCommandTest extends ReportedRun {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void aSurveyEndsByPrintingThePathOfItsReport() {
    assertThat(survey.err(), survey.exit(), is(0));
    List<String> lines = survey.out().lines().toList();
    assertThat(lines.get(lines.size() - 1), is("Report: " + run.resolve("report/index.html")));
  }

  /**
   * By hand: four have mail and an answer. Under US jurisdiction are direct (by its first mail
   * server, too) and behind (by what stands behind a Dutch filter); hint may be. So 2 of 4, at
   * least 1, at most 3. None declares no mail, gone does not exist, broken could not be asked.
   */
  @Test
  void theHeadlineIsTheArithmetic() throws IOException {
    JsonNode summary = JSON.readTree(run.resolve("report/summary.json").toFile());
    JsonNode us = summary.get("backend_under_us_jurisdiction");
    assertThat(us.get("organisations").asInt(), is(2));
    assertThat(us.get("share").asDouble(), is(0.5));
    assertThat(us.get("share_low").asDouble(), is(0.25));
    assertThat(us.get("share_high").asDouble(), is(0.75));
    assertThat(summary.get("denominator").asInt(), is(4));
    assertThat(summary.get("without_mail").asInt(), is(2));
    assertThat(summary.get("lookup_failed").asInt(), is(1));
    assertThat(summary.get("run_date").asText(), is("2026-04-28"));
    assertThat(
        page(run.resolve("report")),
        allOf(
            containsString(
                "2 van de 4 organisaties hebben hun <span class=\"whole\">e-mail</span> bij een"
                    + " bedrijf onder Amerikaanse jurisdictie"),
            containsString("de onzekerheid loopt van 25,0% tot 75,0%"),
            containsString("2 of 4 organisations have their mail with a company under US"),
            containsString("the uncertainty runs from 25.0% to 75.0%"),
            containsString("2 without mail, 1 whose lookup failed, 0 without a domain")));
    assertThat(
        Files.readString(run.resolve("report/summary.md")),
        allOf(
            containsString("| council | 2 | 3 | 66.7% | 33.3% to 100.0% |"),
            containsString("| school | 0 | 1 | 0,0% | 0,0% tot 0,0% |")));
  }

  @Test
  void theSameTablesGiveTheSameBytesWhereverTheyAreRead() throws IOException {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    Path again = run.resolve("again");
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Ran ran = Ran.with("report", "--tables", run, "--output", again);
      assertThat(ran.err(), ran.exit(), is(0));
      assertThat(ran.out(), is("Report: " + again.resolve("index.html") + "\n"));
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    assertThat(sums(again), is(sums(run.resolve("report"))));
  }

  @Test
  void parquetAloneWillDo() throws IOException {
    Path other = folder.resolve("parquet");
    Files.createDirectories(other);
    for (String table : List.of("attributions", "services", "exposures", "tenants", "statistics")) {
      String file = table + ".parquet";
      Files.copy(run.resolve("tables").resolve(file), other.resolve(file));
    }
    Path report = folder.resolve("parquet-report");
    Ran ran = Ran.with("report", "--tables", other, "--output", report);
    assertThat(ran.err(), ran.exit(), is(0));
    assertThat(
        Checksums.sha256(report.resolve("evidence/00000.js")),
        is(Checksums.sha256(run.resolve("report/evidence/00000.js"))));
    // Without a manifest nothing is claimed about the day.
    assertThat(page(report), containsString("date of measuring not recorded"));
  }

  private static List<String> sums(Path report) throws IOException {
    try (Stream<Path> files = Files.walk(report)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(
              file -> {
                try {
                  return report.relativize(file) + " " + Checksums.sha256(file);
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              })
          .toList();
    }
  }

  @Test
  void thePolicyNamesTheOnlyScriptAndStyle() throws IOException {
    String page = page(run.resolve("report"));
    Matcher policy =
        Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"").matcher(page);
    assertThat(policy.find(), is(true));
    String text = policy.group(1).replace("&#39;", "'");
    assertThat(text, containsString("default-src 'none'; script-src 'sha256-"));
    assertThat(text, not(containsString("unsafe")));
    assertThat(text, not(containsString("http")));
    List<String> scripts = inside(page, "<script>", "</script>");
    List<String> styles = inside(page, "<style>", "</style>");
    assertThat(scripts, hasSize(1));
    assertThat(styles, hasSize(1));
    assertThat(text, containsString("script-src 'sha256-" + hash(scripts.get(0)) + "'"));
    assertThat(text, containsString("style-src 'sha256-" + hash(styles.get(0)) + "'"));
    assertThat(page, not(containsString(" style=")));
    assertThat(Pattern.compile("<[^>]* on[a-z]+=").matcher(page).find(), is(false));
    assertThat(scripts.get(0), not(containsString("innerHTML")));
    assertThat(scripts.get(0), not(containsString("fetch(")));
  }

  private static List<String> inside(String page, String start, String end) {
    return Pattern.compile(Pattern.quote(start) + "(.*?)" + Pattern.quote(end), Pattern.DOTALL)
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static String hash(String text) {
    return Base64.getEncoder()
        .encodeToString(Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asBytes());
  }

  @Test
  void theEvidenceOfEachOrganisationIsBesideThePage() throws IOException {
    JsonNode all = evidence("0", "00000.js");
    assertThat(all.size(), is(7));
    assertThat(all.get(1).get("id").asText(), is("b"));
    assertThat(all.get(1).get("rule").asText(), is("dkim+autodiscover"));
    assertThat(all.get(1).get("tenants").toString(), is("[[\"directtenant\",2]]"));
    assertThat(all.get(1).get("evidence").toString(), containsString("mailfilter01.ezorg.nl"));
  }

  private static JsonNode evidence(String called, String file) throws IOException {
    String shard = Files.readString(run.resolve("report/evidence").resolve(file));
    String call = "wolkenkaartEvidence\\(" + called + ",\"([A-Za-z0-9+/=]+)\"\\);\n";
    Matcher found = Pattern.compile(call).matcher(shard);
    assertThat(found.matches(), is(true));
    byte[] packed = Base64.getDecoder().decode(found.group(1));
    return JSON.readTree(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes());
  }

  /**
   * By hand: b is filtered by a Dutch company, and its mailboxes are Microsoft's. None has no mail,
   * so nobody holds it; broken was not answered, so it is not known who does.
   */
  @Test
  void theExposuresOfEachOrganisationAreThere() throws IOException {
    JsonNode all = evidence("0", "00000.js");
    JsonNode behind = all.get(1).get("exposures");
    assertThat(
        behind.toString(),
        allOf(
            containsString("[\"gateway\",\"ezorg\",\"NL\",["),
            containsString("[\"backend\",\"microsoft-365\",\"US\",["),
            containsString("\"Microsoft Corporation\"")));
    assertThat(all.get(4).get("exposures").toString(), is("[]"));
    assertThat(
        all.get(6).get("exposures").toString(),
        containsString("[\"backend\",\"unknown\",\"unknown\",[]"));
    long rows = 0;
    for (JsonNode one : all) {
      rows += one.get("exposures").size();
    }
    assertThat(rows, is(Files.readAllLines(run.resolve("tables/exposures.csv")).size() - 1L));
  }

  /** What the register says is in the one file that all share, and in no other. */
  @Test
  void theRegistersTextsAreThereOnce() throws IOException {
    JsonNode shared = evidence("\"case-sheet\"", "case-sheet.js");
    JsonNode english = shared.get("languages").get("en");
    String law = "Stored Communications Act";
    assertThat(english.get("laws").get("US").toString(), containsString(law));
    assertThat(
        english.get("owners").get("microsoft").toString(), containsString("Microsoft Corporation"));
    assertThat(
        english.get("risks").get("exchange-online").toString(),
        containsString("No public DPIA was found for this service"));
    assertThat(evidence("0", "00000.js").toString().contains(law), is(false));
    assertThat(page(run.resolve("report")).contains(law), is(false));
    assertThat(shared.get("runDate").asText(), is("2026-04-28"));
  }

  @Test
  void aListOfReservedNamesIsMarkedOnEveryPicture() throws IOException {
    String page = page(run.resolve("report"));
    int pictures = page.split("<figure class=\"picture\">", -1).length - 1;
    int marks = page.split("<p class=\"synthetic\">", -1).length - 1;
    assertThat(pictures > 10, is(true));
    assertThat(marks, is(pictures));
  }

  @Test
  void theDatasetWithItsReportIsVerified() {
    Ran ran = Ran.with("verify", run);
    assertThat(ran.out() + ran.err(), ran.exit(), is(0));
  }
}
