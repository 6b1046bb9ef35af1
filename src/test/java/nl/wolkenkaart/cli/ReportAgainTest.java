package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A report that is written again into its run's own folder leaves a dataset that holds. */
class ReportAgainTest extends ReportedRun {
  private static List<String> sums() throws IOException {
    return Files.readAllLines(run.resolve("SHA256SUMS"));
  }

  @Test
  void theSumsAreThoseOfTheNewReportAndOfNothingElse() throws IOException {
    List<String> before = sums();
    Path report = run.resolve("report");
    // As an earlier report of a longer list would have left it.
    Files.writeString(report.resolve("evidence/00007.js"), "");
    Ran ran =
        Ran.with(
            "report",
            "--tables=" + run.resolve("tables"),
            "--report-errors-to=errors@organisation.example",
            "--output=" + report);
    assertThat(ran.err(), ran.exit(), is(0));
    List<String> after = sums();
    assertThat(after, is(not(before)));
    assertThat(names(after), is(names(before)));
    assertThat(
        after.stream().filter(line -> !line.contains("  report/")).toList(),
        is(before.stream().filter(line -> !line.contains("  report/")).toList()));
    Ran verified = Ran.with("verify", run);
    assertThat(verified.out() + verified.err(), verified.exit(), is(0));

    // Elsewhere in the run's folder, too; and what was changed behind its back is still found.
    Ran beside = Ran.with("report", "--tables=" + run, "--output=" + run.resolve("beside"));
    assertThat(beside.err(), beside.exit(), is(0));
    Ran held = Ran.with("verify", run);
    assertThat(held.out() + held.err(), held.exit(), is(0));
    Files.writeString(run.resolve("rejects.csv"), "changed\n");
    Ran last = Ran.with("report", "--tables=" + run, "--output=" + report);
    assertThat(last.err(), last.exit(), is(0));
    Ran found = Ran.with("verify", run);
    assertThat(found.exit(), is(3));
    assertThat(found.out(), containsString("rejects.csv is not as it was"));
    assertThat(found.out(), not(containsString("report/index.html is not")));
  }

  private static List<String> names(List<String> sums) {
    return sums.stream().map(line -> line.substring(66)).toList();
  }

  @Test
  void aReportElsewhereLeavesTheSumsAlone() throws IOException {
    List<String> before = sums();
    Ran ran = Ran.with("report", "--tables=" + run, "--output=" + folder.resolve("elsewhere"));
    assertThat(ran.err(), ran.exit(), is(0));
    assertThat(sums(), is(before));
  }
}
