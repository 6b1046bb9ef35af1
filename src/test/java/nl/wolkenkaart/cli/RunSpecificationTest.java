package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import nl.wolkenkaart.lookup.LookupPlan;
import nl.wolkenkaart.provider.MmdbFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunSpecificationTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T23:59:59Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  private RunSpecification read(String yaml) throws IOException {
    return RunSpecification.read(Files.writeString(folder.resolve("run.yaml"), yaml));
  }

  @Test
  void listStandsBesideTheFile() throws IOException {
    RunSpecification run = read("organisations: lists/nl.csv\n");
    assertThat(run.organisations(), is(folder.resolve("lists/nl.csv").toString()));
  }

  @Test
  void commandLineGoesBeforeFileAndFileBeforeDefaults() throws IOException {
    RunSpecification run =
        read("rate: 7\nbuckets: 5\nrun-date: 2026-01-02\nresolvers: ['127.0.0.1:5']\n");
    RunOptions options = new RunOptions();
    options.rate = 9;
    RunSettings settings = RunSettings.of(options, run, true, CLOCK);
    assertThat(settings.rate(), is(9));
    assertThat(settings.buckets().count(), is(5));
    assertThat(settings.runDate(), is(LocalDate.of(2026, 1, 2)));
    assertThat(settings.resolvers(), contains("127.0.0.1:5"));
    assertThat(settings.maxFailureShare(), is(0.05));
  }

  @Test
  void theTableOfAddressesStandsBesideTheFileAndTheCommandLineGoesBefore() throws IOException {
    Path own =
        new MmdbFile()
            .put("192.0.2.0/24", Map.of("country", "NL"))
            .write(folder.resolve("own.mmdb"));
    Path other = Files.copy(own, folder.resolve("other.mmdb"));
    RunSpecification run = read("addresses: own.mmdb\n");
    RunOptions options = new RunOptions();
    assertThat(RunSettings.of(options, run, false, CLOCK).addresses(), is(own));
    options.addresses = other;
    assertThat(RunSettings.of(options, run, false, CLOCK).addresses(), is(other));
  }

  @Test
  void defaults() {
    RunOptions options = new RunOptions();
    RunSettings settings = RunSettings.of(options, RunSpecification.empty(), false, CLOCK);
    assertThat(settings.rate(), is(100));
    assertThat(settings.buckets().count(), is(64));
    assertThat(settings.runner().name(), is("direct"));
    assertThat(settings.runDate(), is(LocalDate.of(2026, 11, 22)));
    assertThat(settings.plan().id(), is(LookupPlan.embedded().id()));
  }

  @Test
  void questionsCanBeLeftOut() throws IOException {
    RunSpecification run = read("without-questions: [msoid, tlsa]\n");
    RunSettings settings = RunSettings.of(new RunOptions(), run, false, CLOCK);
    assertThat(settings.plan().id(), is(not(LookupPlan.embedded().id())));
  }

  @Test
  void theSmallestCellIsAnOption() throws IOException {
    RunOptions options = new RunOptions();
    assertThat(RunSettings.of(options, RunSpecification.empty(), false, CLOCK).minCell(), is(0));
    RunSpecification run = read("min-cell: 5\n");
    RunSettings settings = RunSettings.of(options, run, false, CLOCK);
    assertThat(settings.minCell(), is(5));
    assertThat(settings.asText().get("min-cell"), is("5"));
    options.minCell = 7;
    assertThat(RunSettings.of(options, run, false, CLOCK).minCell(), is(7));
  }
}
