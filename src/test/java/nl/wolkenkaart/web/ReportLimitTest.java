package nl.wolkenkaart.web;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.wolkenkaart.statistics.Counts;
import nl.wolkenkaart.statistics.Rows;
import nl.wolkenkaart.statistics.Statistic;
import nl.wolkenkaart.table.RunFolder;
import nl.wolkenkaart.table.SortedTable;
import nl.wolkenkaart.table.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report shows every organisation; of more than a page holds there is none. */
class ReportLimitTest {
  @TempDir Path folder;

  private Path statusesOf(long ok, long failed) throws IOException {
    RunFolder run = new RunFolder(folder.toString());
    try (SortedTable<Statistic> table = SortedTable.of(run, Tables.STATISTICS)) {
      table.add(Rows.statistic(Counts.ALL, "status", "ok", ok, ok + failed, null, null, null));
      table.add(
          Rows.statistic(
              Counts.ALL, "status", "lookup_failed", failed, ok + failed, null, null, null));
      // Sectors are parts of the whole, and not counted again.
      table.add(Rows.statistic("towns", "status", "ok", ok, ok, null, null, null));
      table.write();
    }
    return Path.of(run.tables());
  }

  @Test
  void ofMoreThanAPageHoldsThereIsNone() throws IOException {
    Path report = folder.resolve("report");
    Report.Written written = Report.write(statusesOf(200_000, 1), report, ReportOptions.NONE);
    assertThat(written.page().isPresent(), is(false));
    assertThat(
        written.why(),
        allOf(containsString("200,001 organisations"), containsString("holds 200,000")));
    assertThat(Files.exists(report), is(false));
  }

  @Test
  void asManyAsAPageHoldsAreRead() throws IOException {
    Path tables = statusesOf(199_999, 1);
    // The other tables are not there: it got as far as to miss them.
    assertThrows(
        IOException.class,
        () -> Report.write(tables, folder.resolve("report"), ReportOptions.NONE));
  }
}
