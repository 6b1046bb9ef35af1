package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.wolkenkaart.world.WorldServer;
import nl.wolkenkaart.world.ZoneFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.WebElement;

/**
 * The report in a real browser, opened from its file: a small demo; the whole demo, where {@code
 * WOLKENKAART_DEMO} names its folder; recorded answers of Dutch municipalities, where {@code
 * RECORDED_NL} names theirs. Left out where there is no Chromium with its driver.
 */
@Tag("browser")
class ReportBrowserTest {
  private static final String RECORDED = "RECORDED_NL";
  private static final String DEMO = "WOLKENKAART_DEMO";

  @TempDir static Path folder;
  private static Browser browser;
  private static Path demo;
  private static Path dutch;

  @BeforeAll
  static void start() {
    assumeTrue(Browser.isHere(), "left out: there is no chromium with chromedriver here");
    browser = Browser.start(folder.resolve("profile"));
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  /** What a page must never do, whatever is done with it. */
  @AfterEach
  void nothingWasComplainedOfAndNothingLeftTheFolder() throws IOException {
    assertThat(browser.console(), is(empty()));
    for (String request : browser.requests()) {
      assertThat(
          request,
          request.startsWith("file://" + folder.toRealPath())
              || request.startsWith("file://" + folder)
              || request.startsWith("file://" + System.getenv(DEMO))
              || request.startsWith("data:image/svg+xml,")
              || request.equals("about:blank"),
          is(true));
    }
  }

  private static Path run(String which) throws IOException {
    return which.equals("demo") ? demo() : dutch();
  }

  private static Path demo() {
    if (demo == null) {
      Path output = folder.resolve("demo");
      Ran ran = Ran.with("demo", "--scale", "0.02", "--output", output);
      assertThat(ran.out() + ran.err(), ran.exit(), is(0));
      assertThat(ran.out().strip(), endsWith("Report: " + output.resolve("report/index.html")));
      demo = output;
    }
    return demo;
  }

  private static Path dutch() throws IOException {
    String recorded = System.getenv(RECORDED);
    assumeTrue(recorded != null, "left out: " + RECORDED + " is not set");
    if (dutch == null) {
      Path output = folder.resolve("dutch");
      try (WorldServer server = WorldServer.start(ZoneFile.read(Path.of(recorded, "root.zone")))) {
        Ran ran =
            Ran.with(
                "survey",
                "--organisations=" + Path.of(recorded, "organisations.csv"),
                "--resolvers=" + server.address(),
                "--rate=0",
                "--run-date=2026-04-28",
                "--output=" + output);
        assertThat(ran.err(), ran.exit(), is(0));
      }
      dutch = output;
    }
    return dutch;
  }

  private static Path page(Path run) {
    return run.resolve("report/index.html");
  }

  /** Opens a page in a language, which is chosen as a reader does. */
  private static void open(Path run, String after, String language, int width) {
    browser.open(page(run), after, width);
    browser.visible("[data-language=" + language + "]").click();
  }

  private static void type(String words) {
    WebElement field = browser.visible(".search-field");
    field.clear();
    field.sendKeys(words);
  }

  @ParameterizedTest
  @CsvSource({
    "demo, nl, 1280", "demo, en, 1280", "demo, nl, 390", "demo, en, 390",
    "dutch, nl, 1280", "dutch, en, 1280", "dutch, nl, 390", "dutch, en, 390"
  })
  void theHeadlineEqualsTheStatisticsAndNobodyStumbles(String which, String language, int width)
      throws IOException {
    Path run = run(which);
    open(run, "", language, width);
    CSVRecord us = row(run, "backend_jurisdiction", "US");
    assertThat(
        browser.text("h1"),
        containsString(
            number(us.get("organisations"), language)
                + (language.equals("nl") ? " van de " : " of ")
                + number(us.get("denominator"), language)));
    assertThat(
        browser.text(".standfirst"),
        allOf(
            startsWith(percent(us.get("share"), language)),
            containsString(percent(us.get("share_low"), language)),
            containsString(percent(us.get("share_high"), language))));
    assertThat(
        (Long) browser.run("document.documentElement.scrollWidth"),
        lessThanOrEqualTo((long) width));
    // With everything open; each language once in the dark.
    browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
    browser.media("screen", language.equals("nl") == (width > 390) ? "dark" : "light");
    try {
      assertThat(browser.violations(), is(empty()));
    } finally {
      browser.media("screen", "light");
    }
  }

  private static CSVRecord row(Path run, String measure, String value) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();
    try (Reader reader = Files.newBufferedReader(run.resolve("tables/statistics.csv"))) {
      return format.parse(reader).stream()
          .filter(row -> row.get("sector").equals("all"))
          .filter(row -> row.get("measure").equals(measure) && row.get("value").equals(value))
          .findFirst()
          .orElseThrow();
    }
  }

  private static String number(String digits, String language) {
    String english = String.format(Locale.ROOT, "%,d", Long.parseLong(digits));
    return language.equals("nl") ? english.replace(',', '.') : english;
  }

  private static String percent(String share, String language) {
    String english =
        new BigDecimal(share).movePointRight(2).setScale(1, RoundingMode.HALF_UP) + "%";
    return language.equals("nl") ? english.replace('.', ',') : english;
  }

  @ParameterizedTest
  @CsvSource({"nl, 1280", "en, 1280", "nl, 390", "en, 390"})
  void nijmegenIsFoundWithItsFilterAndWhatStandsBehind(String language, int width)
      throws IOException {
    open(dutch(), "", language, width);
    type("nijm");
    List<WebElement> found = browser.all(".search-results a");
    assertThat(found, hasSize(1));
    assertThat(found.get(0).getText(), containsString("nijmegen.nl"));
    assertThat(browser.violations(), is(empty()));
    found.get(0).click();
    browser.await("document.querySelector('[data-of=\"NL-0268\"]')");
    String text = browser.text(".organisation");
    assertThat(
        text,
        allOf(
            containsString("Cisco Secure Email (IronPort)"),
            containsString("Microsoft 365"),
            containsString("mx1.irvn.nl"),
            containsString("autodiscover.nijmegen.nl CNAME autodiscover.outlook.com"),
            containsString("dkim+autodiscover+spf"),
            containsString(language.equals("nl") ? "Dat is een filter" : "That is a filter"),
            containsString(language.equals("nl") ? "25 punten" : "25 points")));
    browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
    assertThat(browser.violations(), is(empty()));
    assertThat(
        (String) browser.run("document.querySelector('.error-text').value"),
        allOf(containsString("nijmegen.nl"), containsString("mx1.irvn.nl")));
    assertThat(browser.visible("a.mail").getDomAttribute("href"), startsWith("mailto:?subject="));
  }

  @Test
  void theBackButtonTheLanguageAndTheLinkWork() throws IOException {
    Path run = demo();
    open(run, "", "en", 1280);
    type("gemeente");
    String summary = browser.text(".search-state");
    assertThat(summary, containsString("under US jurisdiction"));
    WebElement first = browser.visible(".search-results a");
    String name = browser.text(".result-name");
    first.click();
    browser.await("document.querySelector('[data-of]')");
    assertThat(browser.address(), containsString("#org="));
    assertThat(browser.text(".organisation-name"), is(name));
    assertThat(browser.text(".organisation"), containsString("Synthetic"));

    browser.visible("[data-language=nl]").click();
    browser.await("document.querySelector('#nl [data-of]')");
    assertThat(browser.text(".organisation"), containsString("Het bewijs, regel voor regel"));
    assertThat((String) browser.run("document.documentElement.lang"), is("nl"));
    browser.reload();
    browser.await("document.querySelector('#nl [data-of]')");
    assertThat(browser.text(".organisation-name"), is(name));

    browser.back();
    browser.await("!document.querySelector('.organisation:not([hidden])')");
    assertThat(browser.address(), containsString("#q=gemeente"));
    assertThat(
        (String) browser.run("document.getElementById('nl-search-field').value"), is("gemeente"));
    assertThat(browser.all(".search-results a"), not(is(empty())));

    browser.visible(".contents a[href='#nl-method']").click();
    assertThat(browser.text("#nl-method h2"), is("Hoe dit is gemeten"));
    browser.visible("[data-language=en]").click();
    assertThat(browser.address(), endsWith("#en-method"));
  }

  @Test
  void theThemeIsChosenAndRemembered() {
    Path run = demo();
    open(run, "", "en", 1280);
    String light = (String) browser.run("getComputedStyle(document.body).backgroundColor");
    browser.visible(".theme-button").click();
    String dark = (String) browser.run("getComputedStyle(document.body).backgroundColor");
    assertThat(dark, not(is(light)));
    browser.reload();
    assertThat((String) browser.run("getComputedStyle(document.body).backgroundColor"), is(dark));
    browser.visible(".theme-button").click();
    assertThat((String) browser.run("getComputedStyle(document.body).backgroundColor"), is(light));
  }

  @Test
  void allCanBeReachedAndUsedByKeyboard() {
    open(demo(), "", "en", 1280);
    type("gemeente");
    browser.run("document.querySelector('#en .search-results a').focus()");
    String shown = (String) browser.run("getComputedStyle(document.activeElement).outlineStyle");
    assertThat(shown, is("solid"));
    browser.visible(".search-results a").sendKeys(org.openqa.selenium.Keys.ENTER);
    browser.await("document.querySelector('[data-of]')");
    assertThat((String) browser.run("document.activeElement.className"), is("organisation-name"));
  }

  /** The figures of the whole demo, or of the small one where that is not here. */
  @Test
  void itIsQuickAndSmall() throws IOException {
    String whole = System.getenv(DEMO);
    Path run = whole == null ? demo() : Path.of(whole);
    long first = Files.size(page(run));
    long all;
    try (Stream<Path> files = Files.walk(run.resolve("report"))) {
      all = files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
    open(run, "", "en", 1280);
    browser.open(page(run), "", 1280);
    double ready =
        ((Number) browser.run("performance.getEntriesByName('wolkenkaart-ready')[0].startTime"))
            .doubleValue();
    double slowest = 0;
    for (String words : List.of("gemeente", "onderwijs", "microsoft", "zz-0012345", "e a o")) {
      for (int n = 1; n <= words.length(); n++) {
        Number took =
            (Number)
                browser.run(
                    "(function (words) {"
                        + " var field = document.getElementById('en-search-field');"
                        + " var start = performance.now();"
                        + " field.value = words;"
                        + " field.dispatchEvent(new Event('input', {bubbles: true}));"
                        + " document.body.getBoundingClientRect();"
                        + " return performance.now() - start; })(arguments[0])",
                    words.substring(0, n));
        slowest = Math.max(slowest, took.doubleValue());
      }
    }
    String state = browser.text(".search-state");
    System.out.printf(
        Locale.ROOT,
        "report of %s: first view %,d bytes, folder %,d bytes, ready after %.0f ms, slowest key"
            + " %.0f ms%n",
        whole == null ? "a small demo" : "the whole demo",
        first,
        all,
        ready,
        slowest);
    assertThat(state, not(is("")));
    assertThat(first, lessThan(1_500_000L));
    assertThat(all, lessThan(40_000_000L));
    assertThat(ready, lessThan(2000.0));
    assertThat(slowest, lessThan(100.0));
  }

  /** That the checks above can fail: a button without text, markup from a text, a handler. */
  @Test
  void axeAndThePolicyAreAwake() throws IOException {
    open(demo(), "", "en", 1280);
    browser.run("document.querySelector('#en main').appendChild(document.createElement('button'))");
    assertThat(browser.violations(), hasSize(greaterThan(0)));
    for (String forbidden :
        List.of(
            "document.body.innerHTML = '<b>x</b>'",
            "document.body.setAttribute('onclick', 'alert(1)')",
            "document.createElement('script').src = 'https://elsewhere.example/x.js'")) {
      String refused =
          (String)
              browser.run(
                  "(function () { try { "
                      + forbidden
                      + "; return 'taken'; } catch (e) { return 'refused'; } })()");
      assertThat(forbidden, refused, is("refused"));
    }
    // These refusals are what was wanted; other tests begin with an empty console.
    assertThat(browser.console(), hasSize(greaterThan(0)));
  }
}
