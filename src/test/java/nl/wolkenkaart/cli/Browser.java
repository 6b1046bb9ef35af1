package nl.wolkenkaart.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium, as a reader has it, with an empty profile of its own. */
final class Browser implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_MILLIS = 20_000;

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Whether there is a browser on this machine, with its driver. */
  static boolean isHere() {
    return find("chromium").isPresent() && find("chromedriver").isPresent();
  }

  private static Optional<Path> find(String name) {
    for (String folder : List.of("/usr/bin", "/usr/local/bin", "/usr/lib/chromium")) {
      Path file = Path.of(folder, name);
      if (Files.isExecutable(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /** Starts one. */
  static Browser start(Path profile) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(find("chromium").orElseThrow().toString());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=en-US",
        "--user-data-dir=" + profile);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(find("chromedriver").orElseThrow().toFile())
            .usingAnyFreePort()
            .withSilent(true)
            .build();
    Browser browser = new Browser(new ChromeDriver(service, options));
    // axe-core reads every element; on a busy machine that takes its time.
    browser.driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(3));
    // What it asks for when it starts is its own affair.
    browser.driver.get("about:blank");
    browser.driver.manage().logs().get(LogType.PERFORMANCE);
    browser.driver.manage().logs().get(LogType.BROWSER);
    return browser;
  }

  /** Opens a page from its file, with what follows its name, such as {@code #org=a}. */
  void open(Path page, String after, int width) {
    width(width);
    // From elsewhere, so that the same page with another hash is loaded anew.
    driver.get("about:blank");
    driver.get(page.toAbsolutePath().toUri() + after);
    await("performance.getEntriesByName('wolkenkaart-ready').length > 0");
  }

  /** Opens a page that has no script. */
  void show(Path page) {
    driver.get(page.toAbsolutePath().toUri().toString());
  }

  void width(int pixels) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", pixels < 600));
  }

  /** How the page looks to those who prefer light or dark, on screen or on paper. */
  void media(String medium, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            medium,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** What an expression in the page gives. */
  Object run(String script, Object... arguments) {
    return driver.executeScript("return " + script, arguments);
  }

  /** Text of the first visible element that a selector finds. */
  String text(String selector) {
    return visible(selector).getText();
  }

  WebElement visible(String selector) {
    return driver.findElements(By.cssSelector(selector)).stream()
        .filter(WebElement::isDisplayed)
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing visible is " + selector));
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector)).stream()
        .filter(WebElement::isDisplayed)
        .toList();
  }

  /** Waits until an expression in the page is true. */
  void await(String condition) {
    long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    while (!Boolean.TRUE.equals(run("Boolean(" + condition + ")"))) {
      if (System.nanoTime() > end) {
        throw new AssertionError("in vain: " + condition + "; console: " + console());
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  void back() {
    driver.navigate().back();
  }

  void reload() {
    driver.navigate().refresh();
    await("performance.getEntriesByName('wolkenkaart-ready').length > 0");
  }

  String address() {
    return driver.getCurrentUrl();
  }

  /** All that the browser wrote to its console since this was last asked. */
  List<String> console() {
    List<String> console = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
      console.add(entry.getLevel() + " " + entry.getMessage());
    }
    return console;
  }

  /** The addresses of all requests since this was last asked. */
  List<String> requests() throws IOException {
    List<String> requests = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      JsonNode message = JSON.readTree(entry.getMessage()).path("message");
      if (message.path("method").asText().equals("Network.requestWillBeSent")) {
        requests.add(message.path("params").path("request").path("url").asText());
      }
    }
    return requests;
  }

  /** What axe-core finds, by WCAG 2.2 at levels A and AA and its best practices. */
  List<String> violations() throws IOException {
    try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
      driver.executeScript(new String(in.readAllBytes(), UTF_8));
    }
    Object found =
        driver.executeAsyncScript(
            "var done = arguments[arguments.length - 1];"
                + "axe.run(document, {resultTypes: ['violations']})"
                + ".then(r => done(r.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3)"
                + ".map(n => n.html.substring(0, 160) + ' ' + n.failureSummary).join(' | '))))"
                + ".catch(e => done(['axe failed: ' + e]))");
    List<String> violations = new ArrayList<>();
    ((List<?>) found).forEach(one -> violations.add(String.valueOf(one)));
    return violations;
  }

  /** A picture of what is shown, or of the whole page. */
  void screenshot(Path file, boolean whole) throws IOException {
    Map<String, Object> shot =
        driver.executeCdpCommand(
            "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", whole));
    Files.write(file, Base64.getDecoder().decode(String.valueOf(shot.get("data"))));
  }

  /** A picture of a part of the page, across its width. */
  void clip(Path file, int top, int width, int height) throws IOException {
    Map<String, Object> clip =
        Map.of("x", 0, "y", top, "width", width, "height", height, "scale", 1);
    Map<String, Object> shot =
        driver.executeCdpCommand(
            "Page.captureScreenshot",
            Map.of("format", "png", "captureBeyondViewport", true, "clip", clip));
    Files.write(file, Base64.getDecoder().decode(String.valueOf(shot.get("data"))));
  }

  /** The page as paper. */
  void paper(Path file) throws IOException {
    Map<String, Object> pdf =
        driver.executeCdpCommand("Page.printToPDF", Map.of("printBackground", true));
    Files.write(file, Base64.getDecoder().decode(String.valueOf(pdf.get("data"))));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
