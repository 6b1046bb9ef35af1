package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.WebElement;

/** What a reader does with the section of scenarios. */
@Tag("browser")
class WhatIfBrowserTest extends WhatIfRun {
  private static Browser browser;

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

  @ParameterizedTest
  @CsvSource({"nl, 1280, light", "en, 1280, dark", "nl, 390, dark", "en, 390, light"})
  void allWhoAreAffectedAreShownAndLedTo(String language, int width, String scheme)
      throws IOException {
    Path page = run.resolve("report/index.html");
    browser.media("screen", scheme);
    browser.open(page, '#' + language + "-whatIf", width);
    String section = '#' + language + "-whatIf ";
    List<WebElement> buttons = browser.all(section + ".affected-more");
    assertThat(buttons, hasSize(1));
    String items = section + ".scenario:nth-of-type(2) .affected-list li";
    assertThat(browser.all(items), hasSize(10));
    String first = browser.all(items).get(9).getText().replace("Library 19", "?");
    buttons.get(0).click();
    browser.await("document.querySelectorAll('" + items + "').length === 15");
    assertThat(browser.all(section + ".affected-more"), is(empty()));
    // What the script writes is what stands in the page.
    assertThat(browser.all(items).get(14).getText().replace("Library 24", "?"), is(first));
    assertThat(first, containsString("Soverin"));
    assertThat((String) browser.run("document.activeElement.textContent"), is("Library 20"));
    assertThat(
        (Long) browser.run("document.documentElement.scrollWidth"),
        lessThanOrEqualTo((long) width));
    browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
    assertThat(browser.violations(), is(empty()));

    browser.all(items + " a").get(14).click();
    browser.await("document.querySelector('[data-of=\"l24\"]')");
    assertThat(browser.address(), endsWith("#org=l24"));
    assertThat(browser.text(".organisation-name"), is("Library 24"));
    browser.back();
    assertThat(browser.address(), endsWith('#' + language + "-whatIf"));
    assertThat(browser.run("document.images.length"), is(0L));
    assertThat(browser.console(), is(empty()));
    for (String request : browser.requests()) {
      assertThat(
          request,
          request.startsWith("file:///")
              || request.startsWith("data:image/svg+xml,")
              || request.equals("about:blank"),
          is(true));
    }
  }
}
