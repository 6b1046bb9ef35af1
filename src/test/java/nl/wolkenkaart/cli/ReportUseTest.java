package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** What a reader does with the page, how long it takes, and what the page refuses to do. */
@Tag("browser")
class ReportUseTest extends InBrowser {
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
    assertThat(browser.text(".search-state"), not(containsString("JavaScript")));

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
