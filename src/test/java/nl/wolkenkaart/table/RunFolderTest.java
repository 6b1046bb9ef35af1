package nl.wolkenkaart.table;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RunFolderTest {
  @Test
  void namesTheFilesOfARun() {
    RunFolder run = new RunFolder("s3://bucket/run/");
    assertThat(run.root(), is("s3://bucket/run"));
    assertThat(
        run.table(Tables.STATISTICS, TableFormat.PARQUET),
        is("s3://bucket/run/tables/statistics.parquet"));
    assertThat(run.observations(), is("s3://bucket/run/observations"));
    assertThat(run.rejects(), is("s3://bucket/run/rejects.csv"));
    assertThat(run.manifest(), is("s3://bucket/run/run-manifest.json"));
    assertThat(run.checksums(), is("s3://bucket/run/SHA256SUMS"));
    assertThat(
        run.closing(),
        contains(
            "s3://bucket/run/run-manifest.json",
            "s3://bucket/run/SHA256SUMS",
            "s3://bucket/run/datapackage.json",
            "s3://bucket/run/dcat.jsonld",
            "s3://bucket/run/croissant.json",
            "s3://bucket/run/CITATION.cff",
            "s3://bucket/run/report/index.html"));
    assertThat(run.report(), is("s3://bucket/run/report/index.html"));
    assertThat(new RunFolder("/").rejects(), is("/rejects.csv"));
  }

  @Test
  void aFolderHasAName() {
    assertThrows(IllegalArgumentException.class, () -> new RunFolder(""));
  }
}
