package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import nl.wolkenkaart.table.Table;
import nl.wolkenkaart.table.TableRows;
import nl.wolkenkaart.table.Tables;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** What scenarios would change, worked out by hand, in the report. */
class WhatIfReportTest extends WhatIfRun {
  private static String part(String language) throws IOException {
    String page = Files.readString(run.resolve("report/index.html"));
    int start = page.indexOf("id=\"" + language + "-whatIf\"");
    return page.substring(start, page.indexOf("id=\"" + language + "-security\""));
  }

  private static String cells(String... cells) {
    return "<bdi>"
        + cells[0]
        + "</bdi></th><td>"
        + String.join("</td><td>", List.of(cells).subList(1, cells.length))
        + "</td></tr>";
  }

  /**
   * By hand, of 19 with mail and an answer: Microsoft receives for direct, E-Zorg for behind and
   * hint, 16 for themselves. With E-Zorg sold to Kyndryl, 1 of 19 under US jurisdiction becomes 3;
   * of the three councils 1 becomes all.
   */
  @Test
  void aSaleIsTheArithmetic() throws IOException {
    assertThat(
        part("en"),
        allOf(
            containsString("E-Zorg belongs wholly to Kyndryl"),
            containsString(
                "All organisations, first mail server from 5.3% to 15.8%; council, mailboxes from"
                    + " 66.7% to 66.7%; council, first mail server from 33.3% to 100.0%."),
            containsString(
                cells(
                    "All organisations",
                    "Jurisdiction of the receiver",
                    "United States",
                    "1",
                    "3",
                    "+2",
                    "19",
                    "5.3%",
                    "15.8%")),
            containsString(
                cells(
                    "council",
                    "Jurisdiction of the receiver",
                    "Netherlands",
                    "2",
                    "0",
                    "-2",
                    "3",
                    "66.7%",
                    "0.0%")),
            containsString("Affected organisations: 2</h4>"),
            containsString(
                "<a href=\"#org=b\"><bdi>Behind</bdi></a><span class=\"affected-where\"><bdi>council"
                    + "</bdi></span><span class=\"affected-change\"><bdi>filters and passes on: E-Zorg"
                    + " mail filter (Netherlands) → E-Zorg mail filter (United States)</bdi>"),
            containsString("(2026-01-31)")));
    assertThat(part("en"), not(containsString("#org=a\"")));
  }

  /**
   * By hand: fifteen libraries run their own mail, as own does. When they move to Soverin (NL), 16
   * of 19 under their own law become 1, and none at Soverin become 15.
   */
  @Test
  void aMoveIsTheArithmetic() throws IOException {
    assertThat(
        part("nl"),
        allOf(
            containsString(
                "Organisaties uit de sector library en waarvan de organisatie zelf de postbussen"
                    + " beheert verhuizen hun postbussen naar Soverin"),
            containsString("Soverin, postbussen van 0 naar 15"),
            containsString(
                cells(
                    "Alle organisaties",
                    "Wie de postbussen beheert",
                    "de organisatie zelf",
                    "16",
                    "1",
                    "-15",
                    "19",
                    "84,2%",
                    "5,3%")),
            containsString(
                cells(
                    "library",
                    "Jurisdictie van de postbussen",
                    "Nederland",
                    "0",
                    "15",
                    "+15",
                    "15",
                    "0,0%",
                    "100,0%")),
            containsString("Geraakte organisaties: 15</h4>"),
            containsString("beheert de postbussen (15), ontvangt als eerste (15)"),
            containsString("Toon er nog 5</button>")));
  }

  @Test
  void itIsCalledASuppositionAndNoPrediction() throws IOException {
    assertThat(part("en"), containsString("a supposition and not a prediction"));
    assertThat(part("nl"), containsString("een veronderstelling en geen voorspelling"));
    int marks = part("en").split("<p class=\"synthetic\">", -1).length - 1;
    int pictures = part("en").split("<figure class=\"picture\">", -1).length - 1;
    assertThat(marks, is(pictures));
    assertThat(pictures, is(3));
  }

  @Test
  void aNameIsAText() throws IOException {
    String page = Files.readString(run.resolve("report/index.html"));
    assertThat(page, not(containsString("<script>hacked")));
    assertThat(page, not(containsString("<img")));
    assertThat(part("en"), containsString("&lt;script&gt;hacked(1)&lt;/script&gt;"));
    assertThat(part("nl"), containsString("&quot;&gt;&lt;img src=x onerror=hacked(2)&gt;"));
    assertThat(part("en"), containsString("It touches nobody in this list"));
  }

  @Test
  void aRunWithoutAScenarioHasNoSuchSection() throws IOException {
    Path without = tables("without", List.of("scenarios", "affected"));
    Path report = folder.resolve("without-report");
    Ran ran = Ran.with("report", "--tables", without, "--output", report);
    assertThat(ran.err(), ran.exit(), is(0));
    assertThat(
        Files.readString(report.resolve("index.html")), not(containsString("id=\"nl-whatIf\"")));
  }

  /** Names are in the manifest; tables alone have what they have. */
  @Test
  void withoutAManifestTheIdentifierStandsForTheName() throws IOException {
    Path alone = tables("alone", List.of());
    Path report = folder.resolve("alone-report");
    Ran ran = Ran.with("report", "--tables", alone, "--output", report);
    assertThat(ran.err(), ran.exit(), is(0));
    assertThat(
        Files.readString(report.resolve("index.html")), containsString("<bdi>ezorg-us</bdi></h3>"));
  }

  @Test
  void figuresThatTheRowsDoNotGiveEndWithThree() throws IOException {
    Path wrong = tables("wrong-after", List.of("scenarios"));
    copy(
        wrong,
        Tables.SCENARIOS,
        row -> {
          if (row.getValue().equals("US") && row.getSector().equals("all")) {
            row.setOrganisationsAfter(row.getOrganisationsAfter() + 1);
          }
          return row;
        });
    contradicts(wrong, "scenario ezorg-us, all receiver_jurisdiction US: the table says 3, those");

    Path before = tables("wrong-before", List.of("scenarios"));
    copy(
        before,
        Tables.SCENARIOS,
        row -> {
          row.setOrganisationsBefore(row.getOrganisationsBefore() + 1);
          row.setOrganisationsAfter(row.getOrganisationsAfter() + 1);
          return row;
        });
    contradicts(before, "receiver_jurisdiction US: begins from 2, not from");
  }

  @Test
  void thoseWhoAreListedAreThoseWhoAreCounted() throws IOException {
    Path missing = tables("missing", List.of("affected"));
    copy(missing, Tables.AFFECTED, row -> row.getOrganisationId().equals("c") ? null : row);
    contradicts(missing, "council receiver_jurisdiction US: the table says 2, those listed make 1");

    Path stranger = tables("stranger", List.of("affected"));
    copy(
        stranger,
        Tables.AFFECTED,
        row -> {
          row.setOrganisationId(
              row.getOrganisationId().equals("c") ? "cc" : row.getOrganisationId());
          return row;
        });
    contradicts(stranger, "no such organisation is in the list: cc");

    Path other = tables("other", List.of("affected"));
    copy(
        other,
        Tables.AFFECTED,
        row -> {
          row.setOperatorBefore(
              row.getOrganisationId().equals("c") ? "soverin" : row.getOperatorBefore());
          return row;
        });
    contradicts(other, "affected: c has another");
  }

  private static void contradicts(Path tables, String fault) {
    Path report = tables.resolveSibling(tables.getFileName() + "-report");
    Ran ran = Ran.with("report", "--tables", tables, "--output", report);
    assertThat(ran.err(), ran.exit(), is(3));
    assertThat(ran.err(), containsString("the tables contradict each other"));
    assertThat(ran.err(), containsString(fault));
    assertThat(Files.exists(report.resolve("index.html")), is(false));
  }

  /** The tables that a report needs, in a folder of their own, without some. */
  private static Path tables(String name, List<String> without) throws IOException {
    Path copy = Files.createDirectories(folder.resolve(name));
    for (String table :
        List.of("attributions", "services", "tenants", "statistics", "scenarios", "affected")) {
      if (!without.contains(table)) {
        Path file = run.resolve("tables/" + table + ".avro");
        Files.copy(file, copy.resolve(table + ".avro"));
      }
    }
    return copy;
  }

  /** Copies a table, its rows changed, or left out where nothing is given back. */
  private static <T extends SpecificRecord> void copy(
      Path target, Table<T> table, UnaryOperator<T> change) throws IOException {
    List<T> rows = new ArrayList<>();
    try (TableRows<T> read = TableRows.in(run.resolve("tables"), table)) {
      for (T row : read) {
        T changed = change.apply(row);
        if (changed != null) {
          rows.add(changed);
        }
      }
    }
    assertThat(rows, not(hasSize(0)));
    File file = target.resolve(table.name() + ".avro").toFile();
    try (DataFileWriter<T> writer = new DataFileWriter<>(new SpecificDatumWriter<>(table.type()))) {
      writer.create(rows.get(0).getSchema(), file);
      for (T row : rows) {
        writer.append(row);
      }
    }
  }
}
