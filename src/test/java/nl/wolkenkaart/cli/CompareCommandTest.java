package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.wolkenkaart.observation.DomainObservation;
import nl.wolkenkaart.provider.CatalogueSource;
import nl.wolkenkaart.table.Descriptors;
import nl.wolkenkaart.table.Validators;
import org.junit.jupiter.api.Test;

/** Runs that are classified by the command line and compared by it. */
class CompareCommandTest extends ComparedRuns {
  private Path first() throws IOException {
    return run(
        "first",
        "2024-03-18",
        HEADER + "a,A,a.example,town\nb,B,b.example,town\nc,C,c.example,school\n",
        List.of(
            at("a.example", "10 mx.transip.email"),
            at("b.example", "10 mx1.postduif.example"),
            at("c.example", "10 mx1.postduif.example")));
  }

  private Path second(Object... more) throws IOException {
    return run(
        "second",
        "2025-03-18",
        HEADER + "b,B,b.example,town\nc,C,c.example,school\nd,D,d.example,town\n",
        List.of(
            at("b.example", "10 mx1.postduif.example"),
            at("c.example", "10 mx.transip.email"),
            at("d.example", "0 d-example.mail.protection.outlook.com")),
        more);
  }

  private List<String> backends() throws IOException {
    return Files.readAllLines(folder.resolve("changes/tables/changes.csv")).stream()
        .filter(line -> line.contains(",backend,"))
        .toList();
  }

  @Test
  void theCatalogueAndTheWorldAreToldApart() throws IOException {
    Path before = first();
    Path after = second("--catalogue", catalogue);
    Ran ran = compare(before, after, "--catalogue", catalogue);
    assertThat(ran.out() + ran.err(), ran.exit(), is(0));
    List<String> rows = backends();
    assertThat(rows.size(), is(5));
    assertThat(rows.get(0), startsWith("a,A,town,,backend,,gone,transip,,"));
    assertThat(
        rows.get(1),
        startsWith("b,B,town,,backend,,catalogue_changed,other:postduif.example,zz-post,"));
    assertThat(
        rows.get(2),
        startsWith("c,C,school,,backend,,catalogue_changed,other:postduif.example,zz-post,"));
    assertThat(rows.get(3), startsWith("c,C,school,,backend,,moved,zz-post,transip,"));
    assertThat(rows.get(4), startsWith("d,D,town,,backend,,appeared,,microsoft-365,"));
    assertThat(
        ran.out(),
        allOf(
            containsString("2024-03-18, 3 organisations; 2025-03-18, 3; in both 2."),
            containsString("differ in their catalogue"),
            containsString("1  zz-post -> transip")));
    assertThat(Files.exists(folder.resolve("changes/.work")), is(false));

    Ran verified = Ran.with("verify", folder.resolve("changes"));
    assertThat(verified.out(), endsWith("The dataset holds.\n"));
    assertThat(Validators.faults(folder.resolve("changes")), is(empty()));
    Path flows = folder.resolve("changes/tables/flows.csv");
    Files.writeString(flows, Files.readString(flows).replace("moved,1", "moved,2"));
    Ran damaged = Ran.with("verify", folder.resolve("changes"));
    assertThat(damaged.exit(), is(3));
    assertThat(
        damaged.out(),
        allOf(
            containsString("tables/flows.csv is not what Parquet gives"),
            containsString("dcat.jsonld: tables/flows.csv has another SHA-256"),
            containsString("croissant.json: tables/flows.csv has another SHA-256")));
  }

  @Test
  void theSameRunsGiveTheSameBytes() throws IOException {
    Path before = first();
    Path after = second("--catalogue", catalogue);
    compare(before, after, "--catalogue", catalogue);
    Path changes = Files.move(folder.resolve("changes"), folder.resolve("once"));
    compare(before, after, "--catalogue", catalogue);
    for (String table : List.of("changes", "flows", "net_flows")) {
      for (String format : List.of("parquet", "avro", "csv")) {
        String file = "tables/" + table + '.' + format;
        assertThat(
            file,
            Files.mismatch(changes.resolve(file), folder.resolve("changes/" + file)),
            is(-1L));
      }
    }
    for (String file : Descriptors.names()) {
      assertThat(
          file, Files.mismatch(changes.resolve(file), folder.resolve("changes/" + file)), is(-1L));
    }
  }

  @Test
  void whoPublishesAComparisonStandsInItsDescriptors() throws IOException {
    Path run = first();
    compare(run, run, "--publisher", "Gemeente Zuid", "--base-url", "https://example.org/changes");
    Path changes = folder.resolve("changes");
    assertThat(Validators.faults(changes), is(empty()));
    for (String name : Descriptors.names()) {
      String text = Files.readString(changes.resolve(name));
      assertThat(name, text, containsString("Gemeente Zuid"));
      assertThat(name, text, containsString("changes, 2024-03-18 to 2024-03-18"));
    }
    assertThat(
        Files.readString(changes.resolve("dcat.jsonld")),
        allOf(
            containsString("https://example.org/changes/tables/net_flows.parquet"),
            containsString("One dataset for each two runs that were compared")));
  }

  @Test
  void aRunComparedWithItselfHasNoChanges() throws IOException {
    Path run = first();
    Ran ran = compare(run, run);
    assertThat(ran.out() + ran.err(), ran.exit(), is(0));
    assertThat(Files.readAllLines(folder.resolve("changes/tables/changes.csv")).size(), is(1));
    assertThat(Ran.with("verify", folder.resolve("changes")).exit(), is(0));
  }

  @Test
  void withoutTheCatalogueOfTheLaterRunBothHashesAreNamed() throws IOException {
    Path before = first();
    Path after = second("--catalogue", catalogue);
    Ran ran = compare(before, after);
    assertThat(ran.exit(), is(2));
    String embedded = CatalogueSource.embedded().catalogue().hash();
    assertThat(
        ran.err(),
        allOf(
            containsString("catalogue differ between the runs"),
            containsString(embedded),
            containsString("name its folder with --catalogue DIR")));
    Path other = second2();
    Ran wrong = compare(before, other, "--catalogue", catalogue);
    assertThat(wrong.exit(), is(2));
    assertThat(wrong.err(), containsString("is not the catalogue of " + other));
    assertThat(Files.exists(folder.resolve("changes")), is(false));
  }

  private Path second2() throws IOException {
    return run(
        "third",
        "2026-03-18",
        HEADER + "a,A,a.example,town\n",
        List.of(at("a.example", "10 mx.transip.email")));
  }

  @Test
  void aCorrectionThatHasExpiredIsOurChange() throws IOException {
    Files.writeString(catalogue.resolve("corrections/index.yaml"), "files: [known.yaml]\n");
    Files.writeString(
        catalogue.resolve("corrections/known.yaml"),
        """
        corrections:
          - domain: a.example
            claim: {backend: google-workspace}
            reason: it says so
            source: https://a.example/privacy
            date: 2024-01-01
            expires: 2024-12-31
        """);
    String list = HEADER + "a,A,a.example,town\n";
    List<DomainObservation> seen = List.of(at("a.example", "10 mx.transip.email"));
    Path before = run("first", "2024-03-18", list, seen, "--catalogue", catalogue);
    Path after = run("second", "2025-03-18", list, seen, "--catalogue", catalogue);
    Ran ran = compare(before, after, "--catalogue", catalogue);
    assertThat(ran.err(), ran.exit(), is(0));
    assertThat(ran.out(), containsString("corrections that have expired"));
    assertThat(backends().size(), is(1));
    assertThat(
        backends().get(0),
        startsWith("a,A,town,,backend,,catalogue_changed,google-workspace,transip,"));
    // Without the catalogue nobody can tell which corrections held when.
    Ran without =
        Ran.with("compare", "--before", before, "--after", after, "--output", folder.resolve("x"));
    assertThat(without.exit(), is(2));
    assertThat(without.err(), containsString("corrections differ"));
  }

  @Test
  void withoutObservationsTheyCannotBeClassifiedAgain() throws IOException {
    Path before = first();
    Path after = second("--catalogue", catalogue);
    Path moved = Files.move(before.resolve("observations"), folder.resolve("elsewhere"));
    Ran ran = compare(before, after, "--catalogue", catalogue);
    assertThat(ran.exit(), is(2));
    assertThat(ran.err(), containsString("name them with --before-observations DIR"));
    Ran found = compare(before, after, "--catalogue", catalogue, "--before-observations", moved);
    assertThat(found.out() + found.err(), found.exit(), is(0));
    assertThat(backends(), hasItem(startsWith("c,C,school,,backend,,moved,")));
  }

  @Test
  void organisationsWithoutIdsCannotBeFoundAgain() throws IOException {
    Path before = first();
    Path after =
        run(
            "second",
            "2025-03-18",
            HEADER + "b,B,b.example,town\n,C,c.example,school\n",
            List.of(at("b.example", "10 mx.transip.email")));
    Ran ran = compare(before, after);
    assertThat(ran.exit(), is(2));
    assertThat(
        ran.err(),
        containsString("its list gives no id to 1 of 2 organisations (the first is second.csv#3)"));
  }

  @Test
  void everythingThatIsWrongIsNamedAtOnce() {
    Ran ran = Ran.with("compare", "--before", folder.resolve("x"));
    assertThat(ran.exit(), is(2));
    assertThat(ran.err(), allOf(containsString("--output DIR"), containsString("--after DIR")));
    Ran absent = compare(folder.resolve("x"), folder.resolve("y"));
    assertThat(absent.exit(), is(2));
    assertThat(
        absent.err(),
        allOf(containsString("x: no folder of a run"), containsString("y: no folder of a run")));
  }

  @Test
  void aSeriesTellsWhereTheCatalogueChanged() throws IOException {
    Path before = first();
    Path after = second("--catalogue", catalogue);
    Path output = folder.resolve("trend");
    Ran ran = Ran.with("compare", "--series", after, before, "--output", output);
    assertThat(ran.out() + ran.err(), ran.exit(), is(0));
    List<String> rows = Files.readAllLines(output.resolve("tables/trend.csv"));
    assertThat(
        rows,
        hasItem(
            startsWith(
                "all,backend,transip,2024-03-18,1,3,0.333333,0.333333,0.333333,,2024-03-18,,1,3,0.333333,")));
    assertThat(
        rows,
        hasItem(
            startsWith(
                "all,backend,transip,2025-03-18,1,3,0.333333,0.333333,0.333333,true,2025-03-18,,1,3,0.333333,")));
    assertThat(
        rows, hasItem(startsWith("all,backend,zz-post,2024-03-18,0,3,0,0,0,,2024-03-18,,0,3,0,")));
    assertThat(Ran.with("verify", output).out(), endsWith("The dataset holds.\n"));
    assertThat(Validators.faults(output), is(empty()));
    Ran twice = Ran.with("compare", "--series", before, before, "--output", folder.resolve("t"));
    assertThat(twice.exit(), is(2));
    assertThat(twice.err(), containsString("two runs of the series stand for 2024-03-18"));
  }
}
