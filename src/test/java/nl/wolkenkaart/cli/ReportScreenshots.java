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
  private static final int HEIGHT = 900;

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
      shot(browser, page, "#en-headline", "#en", WIDTH, images.resolve("report-headline.png"));
      shot(
          browser, page, "#en-sectors", "#en-sectors", WIDTH, images.resolve("report-sectors.png"));
      shot(browser, page, "#en-behind", "#en-behind", WIDTH, images.resolve("report-behind.png"));
      shot(browser, page, "#nl-headline", "#nl", 390, images.resolve("report-phone.png"));
      browser.media("screen", "dark");
      shot(browser, page, "#nl-headline", "#nl", WIDTH, images.resolve("report-dark.png"));
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
      clip(browser, "#en-organisation", WIDTH, images.resolve("report-organisation.png"));
    }
  }

  private static void shot(
      Browser browser, Path page, String hash, String element, int width, Path image)
      throws IOException {
    browser.open(page, hash, width);
    clip(browser, element, width, image);
  }

  private static void clip(Browser browser, String element, int width, Path image)
      throws IOException {
    Number top =
        (Number)
            browser.run(
                "Math.round(document.querySelector(arguments[0]).getBoundingClientRect().top"
                    + " + window.scrollY)",
                element);
    browser.clip(image, top.intValue(), width, HEIGHT);
  }
}
