package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.wolkenkaart.world.WorldServer;
import nl.wolkenkaart.world.ZoneFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Names and records that would like to be more than text, through the whole pipeline. */
class HostileReportTest {
  private static final Path ZONE = Path.of("src/test/resources/zones/hostile.zone");
  private static final List<String> NAMES =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(2)>",
          "=cmd|' /C calc'!A0",
          "\u202Egpj.exe",
          "</script><script>hacked(7)</script>",
          "javascript:hacked(8)");

  @TempDir static Path folder;
  private static Path run;

  @BeforeAll
  static void survey() throws IOException {
    StringBuilder list = new StringBuilder("id,name,domain,sector,region,country\n");
    for (int i = 0; i < NAMES.size(); i++) {
      String quoted = '"' + NAMES.get(i).replace("\"", "\"\"") + '"';
      String id = i == 1 ? "\"<b>'&\"" : "o" + i;
      list.append(id + ',' + quoted + ",hostile.example," + quoted + ',' + quoted + ",NL\n");
    }
    Path file = Files.writeString(folder.resolve("list.csv"), list);
    run = folder.resolve("run");
    try (WorldServer server = WorldServer.start(ZoneFile.read(ZONE))) {
      Ran ran =
          Ran.with(
              "survey",
              "--organisations=" + file,
              "--resolvers=" + server.address(),
              "--rate=0",
              "--run-date=2026-04-28",
              "--output=" + run);
      assertThat(ran.err(), ran.exit(), is(0));
    }
  }

  @Test
  void thePageHasNoMarkupOfTheirs() throws IOException {
    String page = Files.readString(run.resolve("report/index.html"));
    for (String markup :
        List.of("<script>alert", "<img", "<script>hacked", "<svg/onload", "\u202E")) {
      assertThat(page, not(containsString(markup)));
    }
    assertThat(page, containsString("&lt;script&gt;alert(1)&lt;/script&gt;"));
    String summary = Files.readString(run.resolve("report/summary.md"));
    assertThat(summary, not(containsString("<script>")));
    assertThat(summary, not(containsString("<img")));
  }

  @Test
  void theTablesOpenSafelyInASpreadsheet() throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();
    List<String> names = new ArrayList<>();
    for (String table : List.of("attributions", "services", "tenants", "statistics")) {
      try (Reader reader = Files.newBufferedReader(run.resolve("tables/" + table + ".csv"))) {
        for (CSVRecord row : format.parse(reader)) {
          for (String cell : row) {
            boolean formula =
                !cell.isEmpty()
                    && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0
                    && !cell.matches("-?[0-9.]+");
            assertThat(table + ": " + cell, formula, is(false));
          }
          if (table.equals("attributions")) {
            names.add(row.get("organisation_name"));
          }
        }
      }
    }
    assertThat(names.toString(), containsString("'=cmd|' /C calc'!A0"));
  }

  @Tag("browser")
  @Test
  void nothingRunsAndTextShowsAsText() throws IOException {
    assumeTrue(Browser.isHere(), "left out: there is no chromium with chromedriver here");
    try (Browser browser = Browser.start(folder.resolve("profile"))) {
      browser.open(run.resolve("report/index.html"), "", 1280);
      int elements = scripts(browser);
      WebElement field = browser.visible(".search-field");
      field.sendKeys("hostile.example");
      List<WebElement> found = browser.all(".search-results a");
      assertThat(found.size(), is(NAMES.size()));
      Set<String> markdown = new TreeSet<>();
      for (int i = 0; i < found.size(); i++) {
        WebElement link = browser.all(".search-results a").get(i);
        String name = link.findElement(By.cssSelector(".result-name")).getText();
        link.click();
        browser.await("document.querySelector('[data-of]')");
        assertThat(browser.text(".organisation-name"), is(name));
        String text = browser.text(".organisation");
        assertThat(text, containsString("onerror=hacked"));
        assertThat(text, containsString("MS=ms1\"><img src=x onerror=hacked(2)>"));
        assertThat(text, containsString("<script>hacked(3)</script>"));
        browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
        browser.await("document.querySelector('.sheet')");
        assertThat(browser.text(".sheet h4"), containsString(name));
        markdown.add((String) browser.run("document.getElementById('sheet-text').value"));
        assertThat(browser.visible("a.mail").getDomAttribute("href"), startsWith("mailto:?"));
        browser.visible(".back").click();
        browser.await("!document.querySelector('.organisation:not([hidden])')");
      }
      List<String> names = new ArrayList<>();
      browser.all(".result-name").forEach(shown -> names.add(shown.getText()));
      for (String name : NAMES) {
        // A mark of direction is no part of a name: the list was read without it.
        assertThat(names.contains(name.replace("\u202E", "")), is(true));
      }
      assertThat(browser.run("document.images.length"), is(0L));
      assertThat(browser.run("document.querySelectorAll('b').length"), is(0L));
      // Only the file of evidence and that of the case sheets were added.
      assertThat(scripts(browser), is(elements + 2));
      assertThat(markdown, is(assessed()));
      assertThat(browser.violations(), is(empty()));
      assertThat(browser.console(), is(empty()));
    }
  }

  /** The case sheets that the command writes of the same organisations. */
  private static Set<String> assessed() throws IOException {
    Path cases = folder.resolve("cases");
    Ran ran = Ran.with("assess", "--tables", run, "--output", cases, "hostile.example");
    assertThat(ran.err(), ran.exit(), is(0));
    Set<String> sheets = new TreeSet<>();
    try (Stream<Path> files = Files.list(cases)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".en.md")).toList()) {
        sheets.add(Files.readString(file));
      }
    }
    return sheets;
  }

  private static int scripts(Browser browser) {
    return ((Number) browser.run("document.scripts.length")).intValue();
  }
}
