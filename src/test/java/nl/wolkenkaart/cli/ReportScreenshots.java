package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes the documentation's pictures of the report; run by {@code pipelines/screenshots} alone. */
class ReportScreenshots {
  private static final int WIDTH = 1200;
  private static final int PHONE = 390;
  private static final int MARGIN = 8;

  @TempDir Path folder;

  @Test
  void ofTheDemo() throws IOException {
    String report = System.getProperty("wolkenkaart.screenshots");
    assumeTrue(report != null, "left out: pipelines/screenshots makes them");
    assumeTrue(Browser.isHere(), "left out: there is no chromium with chromedriver here");
    Path page = Path.of(report, "index.html");
    assertThat(
        Files.readString(Path.of(report, "summary.json")), containsString("\"synthetic\" : true"));
    Path images = Path.of("src/site/resources/images");
    Files.createDirectories(images);
    try (Browser browser = Browser.start(folder.resolve("profile"))) {
      String headline = "-headline .picture";
      String last = " .picture:first-of-type";
      shot(browser, page, "en", "#en", "#en" + headline, WIDTH, images, "headline");
      shot(browser, page, "en", "#en-sectors", "#en-sectors" + last, WIDTH, images, "sectors");
      shot(browser, page, "en", "#en-behind", "#en-behind" + last, WIDTH, images, "behind");
      shot(browser, page, "en", "#en-whatIf", "#en-whatIf" + last, WIDTH, images, "what-if");
      shot(browser, page, "nl", "#nl", "#nl" + headline, PHONE, images, "phone");
      browser.media("screen", "dark");
      shot(browser, page, "nl", "#nl", "#nl" + headline, WIDTH, images, "dark");
      browser.media("screen", "light");
      browser.open(page, "#en-search", WIDTH);
      String filtered =
          (String)
              browser.run(
                  "(function () { var l = document.getElementById('en-search-field');"
                      + " l.value = 'mimecast gemeente';"
                      + " l.dispatchEvent(new Event('input', {bubbles: true}));"
                      + " return document.querySelector('#en .search-results a').hash; })()");
      browser.open(page, filtered, WIDTH);
      browser.await("document.querySelector('[data-of]')");
      String evidence = "#en-organisation .evidence li:nth-of-type(3)";
      clip(browser, "#en-organisation", evidence, WIDTH, images.resolve("report-organisation.png"));
    }
  }

  /** From the top of one element to the bottom of another, so that nothing is cut through. */
  private static void shot(
      Browser browser,
      Path page,
      String language,
      String from,
      String until,
      int width,
      Path images,
      String name)
      throws IOException {
    browser.open(page, '#' + language + "-headline", width);
    clip(browser, from, until, width, images.resolve("report-" + name + ".png"));
  }

  private static void clip(Browser browser, String from, String until, int width, Path image)
      throws IOException {
    int top = edge(browser, from, "top");
    browser.clip(image, top, width, edge(browser, until, "bottom") - top + MARGIN);
  }

  private static int edge(Browser browser, String element, String side) {
    Number edge =
        (Number)
            browser.run(
                "Math.round(document.querySelector(arguments[0]).getBoundingClientRect()"
                    + "[arguments[1]] + window.scrollY)",
                element,
                side);
    return edge.intValue();
  }
}
