package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.wolkenkaart.observation.DomainObservation;
import org.junit.jupiter.api.Test;

/** Runs that count the owners of two days: Hornetsecurity's is American since 2025-12-01. */
class ComparedOwnersTest extends ComparedRuns {
  private static final String LIST =
      HEADER + "a,A,a.example,town\nb,B,b.example,town\nc,C,c.example,town\n";
  private static final List<DomainObservation> SEEN =
      List.of(
          at("a.example", "10 mx01.hornetsecurity.com"),
          at("b.example", "10 mx01.hornetsecurity.com"),
          at("c.example", "10 mx1.postduif.example"));

  @Test
  void aChangeOfOwnerIsNeitherTheWorldsNorOurs() throws IOException {
    List<DomainObservation> moved =
        List.of(SEEN.get(0), at("b.example", "10 mx.transip.email"), SEEN.get(2));
    Path before = run("first", "2025-03-18", LIST, SEEN);
    Path after = run("second", "2026-03-18", LIST, moved, "--catalogue", catalogue);
    Ran ran = compare(before, after, "--catalogue", catalogue);
    assertThat(ran.out() + ran.err(), ran.exit(), is(0));
    assertThat(ran.out(), containsString("changed hands: hornetsecurity DE -> US, "));
    assertThat(
        laws(),
        contains(
            "a,receiver_jurisdiction,changed_owner,DE,US",
            "b,backend_jurisdiction,now_seen,unknown,BE",
            "b,receiver_jurisdiction,changed_owner,DE,US",
            "b,receiver_jurisdiction,moved,US,BE",
            "c,backend_jurisdiction,catalogue_changed,unknown,NL",
            "c,receiver_jurisdiction,catalogue_changed,unknown,NL"));
    List<String> net = Files.readAllLines(folder.resolve("changes/tables/net_flows.csv"));
    // Before, moved in, out and net, seen, list, catalogue, owner in and out, the rest, after.
    assertThat(
        net,
        hasItems(
            "all,receiver_jurisdiction,DE,2,0,0,0,0,0,0,0,0,0,0,2,0,0,0,0,0",
            "all,receiver_jurisdiction,US,0,0,1,-1,0,0,0,0,0,0,2,0,0,0,0,0,1"));
    assertThat(Ran.with("verify", folder.resolve("changes")).exit(), is(0));
  }

  @Test
  void theSameCatalogueAndAnswersOnTwoDays() throws IOException {
    Path before = run("first", "2025-03-18", LIST, SEEN);
    Path same = run("second", "2026-03-18", LIST, SEEN);
    assertThat(compareAgain(before, same).out(), containsString("differ in their owners of"));
    assertThat(Files.readAllLines(folder.resolve("changes/tables/changes.csv")).size(), is(3));
    assertThat(
        laws(),
        contains(
            "a,receiver_jurisdiction,changed_owner,DE,US",
            "b,receiver_jurisdiction,changed_owner,DE,US"));
    // One day for both: no company was sold, and nothing is classified again.
    Path pinned = run("third", "2026-03-18", LIST, SEEN, "--as-of", "2025-03-18");
    assertThat(compareAgain(before, pinned).out(), not(containsString("classified again")));
    assertThat(laws(), is(List.of()));
  }

  /** Hornetsecurity was sold in between; nobody moved. */
  @Test
  void aSeriesMarksASaleOnTheLawsAlone() throws IOException {
    Path before = run("first", "2025-03-18", LIST, SEEN);
    Path after = run("second", "2026-03-18", LIST, SEEN);
    Path pinned = run("third", "2026-09-18", LIST, SEEN, "--as-of", "2026-03-18");
    Path output = folder.resolve("trend");
    Ran ran = Ran.with("compare", "--series", before, after, pinned, "--output", output);
    assertThat(ran.out() + ran.err(), ran.exit(), is(0));
    assertThat(
        Files.readAllLines(output.resolve("tables/trend.csv")).stream()
            .map(line -> line.split(",", -1))
            .filter(cells -> cells[0].equals("all") && cells[1].startsWith("receiver"))
            .filter(cells -> !cells[2].startsWith("other:") && !cells[2].equals("unknown"))
            .map(cells -> String.join(",", cells[2], cells[3], cells[4], cells[10], cells[11]))
            .toList(),
        contains(
            "hornetsecurity,2025-03-18,2,2025-03-18,",
            "hornetsecurity,2026-03-18,2,2026-03-18,",
            "hornetsecurity,2026-09-18,2,2026-03-18,",
            "DE,2025-03-18,2,2025-03-18,",
            "DE,2026-03-18,0,2026-03-18,true",
            "DE,2026-09-18,0,2026-03-18,false",
            "US,2025-03-18,0,2025-03-18,",
            "US,2026-03-18,2,2026-03-18,true",
            "US,2026-09-18,2,2026-03-18,false"));
    assertThat(Ran.with("verify", output).out(), endsWith("The dataset holds.\n"));
    Path other = run("fourth", "2027-03-18", LIST, SEEN, "--catalogue", catalogue);
    Path untold = folder.resolve("untold");
    assertThat(Ran.with("compare", "--series", after, other, "--output", untold).exit(), is(0));
    assertThat(
        Files.readString(untold.resolve("tables/trend.csv")).contains("2027-03-18,true"),
        is(false));
  }

  @Test
  void withoutTheCatalogueNobodyCanTellWhoWasSold() throws IOException {
    Path before = run("first", "2025-03-18", LIST, SEEN, "--catalogue", catalogue);
    Path after = run("second", "2026-03-18", LIST, SEEN, "--catalogue", catalogue);
    Ran without = compareAgain(before, after);
    assertThat(without.exit(), is(2));
    assertThat(without.err(), containsString("owners of companies (2025-03-18 and 2026-03-18)"));
  }

  private Ran compareAgain(Path before, Path after) throws IOException {
    OutputFolder.delete(folder.resolve("changes"));
    return compare(before, after);
  }

  private List<String> laws() throws IOException {
    return Files.readAllLines(folder.resolve("changes/tables/changes.csv")).stream()
        .map(line -> line.split(",", -1))
        .filter(cells -> cells[4].endsWith("_jurisdiction"))
        .map(cells -> String.join(",", cells[0], cells[4], cells[6], cells[7], cells[8]))
        .toList();
  }
}
