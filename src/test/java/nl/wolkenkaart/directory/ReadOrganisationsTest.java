package nl.wolkenkaart.directory;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.instanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadOrganisationsTest {
  @TempDir Path folder;
  private final TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);

  private static Organisation organisation(String id, String domain, String file, long line) {
    return Organisation.newBuilder()
        .setOrganisationId(id)
        .setOrganisationName(id)
        .setSector("s")
        .setDomain(domain)
        .setRegistrableDomain(domain)
        .setSourceFile(file)
        .setSourceLine(line)
        .build();
  }

  private static Map<String, Long> counters(PipelineResult result) {
    Map<String, Long> counters = new HashMap<>();
    result
        .metrics()
        .queryMetrics(
            MetricsFilter.builder()
                .addNameFilter(MetricNameFilter.inNamespace("directory"))
                .build())
        .getCounters()
        .forEach(counter -> counters.put(counter.getName().getName(), counter.getAttempted()));
    return counters;
  }

  @Test
  void readsAllFilesInTheOrderOfTheirNames() throws IOException {
    Files.writeString(
        folder.resolve("b.csv"), "id,name,domain,sector\nX,X,x.example,s\nZ,Z,z.example,s\n");
    Files.writeString(
        folder.resolve("a.csv"), "id,name,domain,sector\nX,X,y.example,s\nY,Y,nodot,s\nW,W,,s\n");

    ReadOrganisations.Result read =
        pipeline.apply("Read organisations", ReadOrganisations.from(folder + "/*.csv"));
    PAssert.that(read.organisations())
        .containsInAnyOrder(
            organisation("X", "y.example", "a.csv", 2), organisation("Z", "z.example", "b.csv", 3));
    PAssert.that(read.rejects())
        .containsInAnyOrder(
            new Reject("a.csv", 3L, "nodot", "the domain has no dot"),
            new Reject("a.csv", 4L, "W,W,,s", "the domain is empty"),
            new Reject("b.csv", 2L, "X", "the id is that of line 2 of a.csv"));
    PAssert.that(read.rows()).containsInAnyOrder(3L, 2L);

    PipelineResult result = pipeline.run();
    result.waitUntilFinish();
    assertThat(counters(result), equalTo(Map.of("rows", 5L, "organisations", 2L, "rejects", 3L)));
  }

  @Test
  void missingFileFailsThePipeline() {
    pipeline.apply(ReadOrganisations.from(folder + "/none.csv"));
    Pipeline.PipelineExecutionException e =
        assertThrows(Pipeline.PipelineExecutionException.class, () -> pipeline.run());
    assertThat(e.getCause(), instanceOf(FileNotFoundException.class));
    assertThat(e.getCause().getMessage(), containsString("none.csv"));
  }

  @Test
  void unusableHeaderFailsThePipeline() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "id,name\nX,X\n");
    pipeline.apply(ReadOrganisations.from(folder + "/a.csv"));
    Pipeline.PipelineExecutionException e =
        assertThrows(Pipeline.PipelineExecutionException.class, () -> pipeline.run());
    assertThat(
        e.getCause().getMessage(), equalTo("a.csv: the header has no column domain, sector"));
  }
}
