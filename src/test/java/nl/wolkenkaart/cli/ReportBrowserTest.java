package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.WebElement;

/** The page as it opens, and one organisation of it, in both languages and at both widths. */
@Tag("browser")
class ReportBrowserTest extends InBrowser {
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
}
