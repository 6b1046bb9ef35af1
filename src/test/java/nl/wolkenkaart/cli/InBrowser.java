package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import nl.wolkenkaart.world.WorldServer;
import nl.wolkenkaart.world.ZoneFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/**
 * The report in a real browser, opened from its file: a small demo; the whole demo, where {@code
 * WOLKENKAART_DEMO} names its folder; recorded answers of Dutch municipalities, where {@code
 * RECORDED_NL} names theirs. Left out where there is no Chromium with its driver.
 */
abstract class InBrowser {
  private static final String RECORDED = "RECORDED_NL";
  static final String DEMO = "WOLKENKAART_DEMO";

  @TempDir static Path folder;
  static Browser browser;
  private static Path demo;
  private static Path dutch;

  @BeforeAll
  static void start() {
    assumeTrue(Browser.isHere(), "left out: there is no chromium with chromedriver here");
    demo = null;
    dutch = null;
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

  static Path run(String which) throws IOException {
    return which.equals("demo") ? demo() : dutch();
  }

  static Path demo() {
    if (demo == null) {
      Path output = folder.resolve("demo");
      Ran ran = Ran.with("demo", "--scale", "0.02", "--output", output);
      assertThat(ran.out() + ran.err(), ran.exit(), is(0));
      assertThat(ran.out().strip(), endsWith("Report: " + output.resolve("report/index.html")));
      demo = output;
    }
    return demo;
  }

  static Path dutch() throws IOException {
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

  static Path page(Path run) {
    return run.resolve("report/index.html");
  }

  /** Opens a page in a language, which is chosen as a reader does. */
  static void open(Path run, String after, String language, int width) {
    browser.open(page(run), after, width);
    browser.visible("[data-language=" + language + "]").click();
  }

  static void type(String words) {
    WebElement field = browser.visible(".search-field");
    field.clear();
    field.sendKeys(words);
  }
}
