package nl.wolkenkaart.web;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.statistics.Rows;
import nl.wolkenkaart.statistics.ServerLaw;
import nl.wolkenkaart.statistics.Statistic;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.junit.jupiter.api.Test;

/** Place against law, worked out by hand. */
class ServerLawPictureTest {
  private static Attribution row(
      String id, String sector, String receiver, @Nullable String country) {
    Attribution row = Rows.attribution(id, sector, "ok", receiver, receiver);
    row.setServerCountry(country);
    return row;
  }

  /**
   * Eight councils with mail. Microsoft receives for four: two of them in the Netherlands, one in
   * Ireland, one uncertain. E-Zorg (NL) receives for two, both in the Netherlands; one receives for
   * itself, in the United States; one at a company that nobody knows, in Switzerland.
   */
  private static List<Attribution> councils() {
    return List.of(
        row("a", "council", "microsoft-365", "NL"),
        row("b", "council", "microsoft-365", "NL"),
        row("c", "council", "microsoft-365", "IE"),
        row("d", "council", "microsoft-365", null),
        row("e", "council", "ezorg", "NL"),
        row("f", "council", "ezorg", "NL"),
        row("g", "council", "self", "US"),
        row("h", "council", "other:post.example", "CH"));
  }

  private static ServerLaw cell(String sector, String country, String law, long n, long of) {
    return new ServerLaw(sector, "receiver", country, law, n, of, n / (double) of);
  }

  private static List<ServerLaw> cells(String sector) {
    return List.of(
        cell(sector, "CH", "unknown", 1, 8),
        cell(sector, "IE", "US", 1, 8),
        cell(sector, "NL", "NL", 2, 8),
        cell(sector, "NL", "US", 2, 8),
        cell(sector, "US", "self", 1, 8),
        cell(sector, "unknown", "US", 1, 8));
  }

  /** The statistics of which the pictures ask: how many there are, and of how many. */
  private static List<Statistic> statistics(Map<String, Long> sectors) {
    List<Statistic> rows = new ArrayList<>();
    sectors.forEach(
        (sector, n) -> {
          for (String measure : List.of("status", "backend", "hosting")) {
            rows.add(
                Statistic.newBuilder()
                    .setSector(sector)
                    .setMeasure(measure)
                    .setValue(measure.equals("hosting") ? "outsourced" : "ok")
                    .setOrganisations(n)
                    .setDenominator(n)
                    .setShare(1.0)
                    .setShareLow(1.0)
                    .setShareHigh(1.0)
                    .build());
          }
        });
    return rows;
  }

  private static Context context(
      Language language,
      List<Attribution> attributions,
      List<ServerLaw> serverLaw,
      Map<String, Long> sectors) {
    Catalogue catalogue = Catalogue.embedded();
    Groups groups = new Groups(catalogue, "NL");
    List<OrganisationRow> rows = attributions.stream().map(OrganisationRow::of).toList();
    return new Context(
        new Words(Messages.in(language), catalogue),
        groups,
        new Figures(statistics(sectors)),
        new Tally(rows, groups),
        rows,
        HashMultiset.create(),
        List.of(),
        List.of(),
        serverLaw,
        List.of(),
        null,
        new RunDescription(
            null, "?", "", "", "", ImmutableList.of(), ImmutableList.of(), ImmutableList.of()),
        ReportOptions.NONE,
        false);
  }

  private static List<ServerLaw> councilAndAll() {
    List<ServerLaw> cells = new ArrayList<>(cells("all"));
    cells.addAll(cells("council"));
    return cells;
  }

  private static Context ofCouncils(Language language) {
    return context(language, councils(), councilAndAll(), Map.of("all", 8L, "council", 8L));
  }

  @Test
  void theBarsAreTheArithmetic() {
    String picture = ServerLawPicture.of(ofCouncils(Language.EN)).toString();
    assertThat(
        picture,
        containsString(
            "All organisations, under US jurisdiction 4; All organisations, under another"
                + " jurisdiction, or their own 3; All organisations, law not known 1;"
                + " council, under US jurisdiction 4; council, under another jurisdiction, or their"
                + " own 3; council, law not known 1."));
    // Of the four under US jurisdiction: two in the Netherlands, one elsewhere in the EU, one
    // uncertain.
    for (String piece :
        List.of(
            "<rect class=\"piece g-home\" x=\"0%\" width=\"50%\" y=\"12\" height=\"24\"><title>in"
                + " Netherlands: 2 of 4 (50.0%)",
            "<rect class=\"piece g-eu\" x=\"50%\" width=\"25%\" y=\"12\" height=\"24\"><title>elsewhere"
                + " in the EU: 1 of 4 (25.0%)",
            "<rect class=\"piece g-unknown\" x=\"75%\" width=\"25%\" y=\"12\" height=\"24\"><title>"
                + "uncertain: 1 of 4 (25.0%)",
            // Of the three under another, or their own: one in the United States, two at home.
            "<title>in the United States: 1 of 3 (33.3%)",
            "<title>in Netherlands: 2 of 3 (66.7%)",
            "<title>in another country: 1 of 1 (100.0%)")) {
      assertThat(picture, containsString(piece));
    }
  }

  @Test
  void theTableHasEachCountryByEachLaw() {
    String picture = ServerLawPicture.of(ofCouncils(Language.NL)).toString();
    for (String row :
        List.of(
            "<td>Nederland</td><td>Verenigde Staten</td><td>2</td><td>8</td><td>25,0%</td>",
            "<td>Nederland</td><td>Nederland</td><td>2</td><td>8</td><td>25,0%</td>",
            "<td>Ierland</td><td>Verenigde Staten</td><td>1</td><td>8</td><td>12,5%</td>",
            "<td>onzeker</td><td>Verenigde Staten</td><td>1</td><td>8</td><td>12,5%</td>",
            "<td>Verenigde Staten</td><td>De organisatie zelf</td><td>1</td><td>8</td><td>12,5%</td>",
            "<td>Zwitserland</td><td>recht niet bekend</td><td>1</td><td>8</td><td>12,5%</td>")) {
      assertThat(picture, containsString("<bdi>Alle organisaties</bdi></th>" + row));
      assertThat(picture, containsString("<bdi>council</bdi></th>" + row));
    }
  }

  /** Nine sectors of 2 to 10 organisations: seven are drawn, and the two smallest in the table. */
  @Test
  void thePageSaysThatThePictureHasTheLargestAndTheTableAll() {
    Map<String, Long> sectors = new TreeMap<>();
    List<Attribution> rows = new ArrayList<>();
    List<ServerLaw> cells = new ArrayList<>();
    for (int n = 2; n <= 10; n++) {
      String sector = "sector" + (char) ('a' + n);
      sectors.put(sector, (long) n);
      cells.add(cell(sector, "NL", "NL", n, n));
      for (int i = 0; i < n; i++) {
        rows.add(row(sector + i, sector, "ezorg", "NL"));
      }
    }
    sectors.put("all", 54L);
    cells.add(0, cell("all", "NL", "NL", 54, 54));
    String english = section(context(Language.EN, rows, cells, sectors));
    assertThat(
        english,
        containsString(
            "The picture shows all organisations and the 7 largest sectors; its table has all 9."));
    int from = english.indexOf("aria-label=\"Bars by sector and by the law");
    String alternative = english.substring(from, english.indexOf('>', from));
    assertThat(alternative, containsString("sectore, under another"));
    assertThat(alternative, not(containsString("sectord, under another")));
    assertThat(english, containsString("<bdi>sectord</bdi></th>"));
    assertThat(english, containsString("<bdi>sectorc</bdi></th>"));
    assertThat(
        section(context(Language.NL, rows, cells, sectors)),
        containsString(
            "De grafiek toont alle organisaties en de 7 grootste sectoren; in de tabel staan ze alle"
                + " 9."));
  }

  @Test
  void whereAllAreDrawnItSaysNothing() {
    assertThat(section(ofCouncils(Language.EN)), not(containsString("its table has all")));
    assertThat(section(ofCouncils(Language.NL)), not(containsString("in de tabel staan")));
    assertThat(section(ofCouncils(Language.EN)).contains("places.noTable"), is(false));
  }

  private static String section(Context context) {
    return new PlaceSection().of(context).orElseThrow().toString();
  }
}
