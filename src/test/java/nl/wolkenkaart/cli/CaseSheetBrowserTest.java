package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The case sheet in the page says what {@code assess} writes, to the letter. */
@Tag("browser")
class CaseSheetBrowserTest extends InBrowser {
  /** One organisation of each status, one with each service, and one whose server may be hybrid. */
  private static Map<String, String> kinds(Path run) throws IOException {
    Map<String, String> kinds = new LinkedHashMap<>();
    for (CSVRecord row : rows(run, "attributions")) {
      String id = row.get("organisation_id");
      kinds.putIfAbsent(row.get("status"), id);
      if (row.get("hybrid_possible").equals("true")) {
        kinds.putIfAbsent("hybrid", id);
      }
      if (row.get("backend").equals("self")) {
        kinds.putIfAbsent("self", id);
      }
    }
    for (CSVRecord row : rows(run, "services")) {
      kinds.putIfAbsent(row.get("service"), row.get("organisation_id"));
    }
    for (CSVRecord row : rows(run, "exposures")) {
      kinds.putIfAbsent(row.get("role"), row.get("organisation_id"));
    }
    return kinds;
  }

  static List<CSVRecord> rows(Path run, String table) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();
    try (Reader reader = Files.newBufferedReader(run.resolve("tables/" + table + ".csv"))) {
      return format.parse(reader).getRecords();
    }
  }

  /** Opens an organisation, in a language that is chosen as a reader does: when all is there. */
  private static void openAt(Path run, String id, String language, int width) {
    browser.open(page(run), "#org=" + id, width);
    browser.await("document.querySelector('[data-of=\"" + id + "\"]')");
    browser.visible("[data-language=" + language + "]").click();
    await(language, id);
  }

  private static void openSheet(Path run, String id, String language, int width) {
    openAt(run, id, language, width);
    browser.visible(".case > summary").click();
    browser.await("document.querySelector('#" + language + " [data-sheet]')");
  }

  private static void await(String language, String id) {
    browser.await("document.querySelector('#" + language + " [data-of=\"" + id + "\"]')");
  }

  @ParameterizedTest
  @CsvSource({"demo, nl", "demo, en", "dutch, nl"})
  void itSaysWhatAssessWritesForEachKindOfOrganisation(String which, String language)
      throws IOException {
    Path run = run(which);
    Map<String, String> kinds = kinds(run);
    assertThat(kinds.keySet(), hasItem("exchange-online"));
    if (which.equals("demo")) {
      assertThat(kinds.keySet(), hasItem("sharepoint"));
      assertThat(kinds.keySet(), hasItem("unknown_backend"));
      assertThat(kinds.keySet(), hasItem("lookup_failed"));
      assertThat(kinds.keySet(), hasItem("no_mail_declared"));
    }
    List<String> ids = kinds.values().stream().distinct().toList();
    Path cases = folder.resolve("cases-" + which + language);
    List<Object> arguments = new ArrayList<>(List.of("assess", "--tables", run, "--output", cases));
    arguments.addAll(ids);
    Ran ran = Ran.with(arguments.toArray());
    assertThat(ran.err(), ran.exit(), is(0));
    assertThat(ids, hasSize(greaterThan(10)));
    Map<String, String> texts = new LinkedHashMap<>();
    for (String id : ids) {
      openSheet(run, id, language, 1280);
      String markdown = (String) browser.run("document.getElementById('sheet-text').value");
      assertThat(markdown, is(Files.readString(cases.resolve(id + '.' + language + ".md"))));
      texts.put(id, text("#" + language + " .sheet"));
    }
    for (String id : ids) {
      browser.show(cases.resolve(id + '.' + language + ".html"));
      assertThat(texts.get(id), is(text("main")));
    }
  }

  /** All that an element says, whatever is between its parts. */
  private static String text(String selector) {
    String all = (String) browser.run("document.querySelector(arguments[0]).textContent", selector);
    return all.replaceAll("\\s+", "");
  }

  @ParameterizedTest
  @CsvSource({"nl, 1280, dark", "en, 1280, light", "nl, 390, light", "en, 390, dark"})
  void nobodyStumbles(String language, int width, String scheme) throws IOException {
    openSheet(demo(), kinds(demo()).get("teams"), language, width);
    browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
    assertThat(
        (Long) browser.run("document.documentElement.scrollWidth"),
        lessThanOrEqualTo((long) width));
    browser.media("screen", scheme);
    try {
      assertThat(browser.violations(), is(empty()));
    } finally {
      browser.media("screen", "light");
    }
  }

  @Test
  void itStaysOpenInTheOtherLanguageAndIsClosedForAnotherOrganisation() throws IOException {
    Map<String, String> kinds = kinds(demo());
    String id = kinds.get("teams");
    openSheet(demo(), id, "en", 1280);
    assertThat(browser.text(".sheet h4"), startsWith("Case sheet: "));
    browser.visible("[data-language=nl]").click();
    browser.await("document.querySelector('#nl [data-sheet]')");
    assertThat(browser.text(".sheet h4"), startsWith("Casusblad: "));
    assertThat(browser.all(".sheet [lang=en]"), is(empty()));
    String other = kinds.get("lookup_failed");
    browser.run("location.hash = '#org=" + other + "'");
    await("nl", other);
    assertThat(browser.all(".sheet"), is(empty()));
    browser.back();
    await("nl", id);
    assertThat(browser.text(".case > summary"), is("Casusblad"));
  }

  @Test
  void itIsCopiedAndPrintedAlone() throws IOException {
    openSheet(demo(), kinds(demo()).get("teams"), "en", 1280);
    browser.visible(".case .copy:not(.print)").click();
    browser.await("document.querySelector('.case .copied').textContent === 'Copied.'");
    browser.run(
        "(function () { window.print = function () {"
            + " window.printed = document.documentElement.getAttribute('data-print'); }; })()");
    browser.visible(".case .print").click();
    assertThat((String) browser.run("window.printed"), is("sheet"));
    browser.media("print", "light");
    try {
      assertThat(browser.all(".sheet h4"), hasSize(1));
      assertThat(browser.all("h1"), is(empty()));
      assertThat(browser.all(".masthead"), is(empty()));
      assertThat(browser.all(".organisation-name"), is(empty()));
      assertThat(browser.all(".case .print"), is(empty()));
      browser.run("window.dispatchEvent(new Event('afterprint'))");
      assertThat(browser.all(".organisation-name"), hasSize(1));
    } finally {
      browser.media("screen", "light");
    }
  }

  @ParameterizedTest
  @CsvSource({"nl, 1280", "en, 390"})
  void eachExposureIsShownInItsRole(String language, int width) throws IOException {
    for (String role : List.of("gateway", "sender", "dmarc-reports")) {
      String id = kinds(demo()).get(role);
      openAt(demo(), id, language, width);
      List<CSVRecord> rows =
          rows(demo(), "exposures").stream()
              .filter(row -> row.get("organisation_id").equals(id))
              .toList();
      assertThat(browser.all(".exposures .evidence li"), hasSize(rows.size()));
      assertThat(
          browser.text(".exposures"),
          allOf(
              containsString(language.equals("nl") ? "Plaats van de servers" : "Place of the"),
              containsString(word(role, language))));
    }
    String failed = kinds(demo()).get("lookup_failed");
    openAt(demo(), failed, language, width);
    String none = kinds(demo()).get("no_mail_declared");
    String said = browser.text(".exposures");
    openAt(demo(), none, language, width);
    assertThat(browser.text(".exposures"), not(is(said)));
  }

  private static String word(String role, String language) {
    return switch (role) {
      case "gateway" -> language.equals("nl") ? "filtert en geeft door" : "filters and passes on";
      case "sender" -> language.equals("nl") ? "mag namens het domein" : "may send for the domain";
      default -> language.equals("nl") ? "krijgt verzamelrapporten" : "gets aggregate reports";
    };
  }
}
