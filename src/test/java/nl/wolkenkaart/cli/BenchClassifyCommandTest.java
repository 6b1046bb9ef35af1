package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.wolkenkaart.observation.DomainObservation;
import nl.wolkenkaart.observation.ObservationBuilder;
import nl.wolkenkaart.observation.ObservationFiles;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchClassifyCommandTest {
  @TempDir Path folder;
  private Path list;
  private Path observations;

  @BeforeEach
  void observe() throws IOException {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    list =
        Files.writeString(
            folder.resolve("list.csv"),
            "id,name,domain,sector\n1,A,a.example,x\n2,B,a.example,x\n3,C,b.example,x\n4,D,not-there.example,x\n");
    observations = Files.createDirectory(folder.resolve("observations"));
    List<DomainObservation> observed =
        List.of(
            ObservationBuilder.of("a.example")
                .mx("0 a-example.mail.protection.outlook.com")
                .observation(),
            ObservationBuilder.of("b.example").mx("10 in.reseller.example").observation());
    ObservationFiles.write(ObservationFiles.path(observations.toString(), "0"), 1, observed);
  }

  private Ran bench(Object... more) {
    Object[] arguments = new Object[6 + more.length];
    arguments[0] = "bench";
    arguments[1] = "classify";
    arguments[2] = "--organisations";
    arguments[3] = list;
    arguments[4] = "--observations";
    arguments[5] = observations;
    System.arraycopy(more, 0, arguments, 6, more.length);
    return Ran.with(arguments);
  }

  @Test
  void countsWhatItClassifiesColdAndWarm() {
    Ran ran = bench("--runs", 2);
    assertThat(ran.err(), ran.exit(), is(0));
    assertThat(
        ran.out(), containsString("2 observations, 3 of 4 organisations attributed, one thread\n"));
    assertThat(
        ran.out(),
        matchesPattern(
            "(?s).*\ncold +\\d+\\.\\d\\d +\\d+\\.\\d\\d +[0-9,]+\nwarm +\\d+\\.\\d\\d .*"));
  }

  @Test
  void whatCannotBeDone() throws IOException {
    refused(bench("--runs", 0), "--runs must be 1 or more");
    refused(bench("--run-date", "soon"), "the run date is no date");
    Files.writeString(observations.resolve("bucket-1.avro"), "damaged");
    refused(bench(), "is no file of observations, or a damaged one");
    observations = folder.resolve("none");
    refused(bench(), "no such folder of observations");
    list = folder.resolve("none.csv");
    refused(bench(), "none.csv");
  }

  private static void refused(Ran ran, String why) {
    assertThat(ran.err(), ran.exit(), is(2));
    assertThat(ran.err(), containsString(why));
    assertThat(ran.err().lines().count(), is(1L));
  }
}
