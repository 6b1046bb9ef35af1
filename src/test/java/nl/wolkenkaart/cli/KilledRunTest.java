package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import nl.wolkenkaart.observation.DomainObservation;
import nl.wolkenkaart.observation.ObservedAnswer;
import nl.wolkenkaart.world.Country;
import nl.wolkenkaart.world.Fault;
import nl.wolkenkaart.world.StandardFault;
import nl.wolkenkaart.world.WorldServer;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.specific.SpecificDatumReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that measures is killed three times, as {@code kill -9} does it, and the run is taken
 * up each time: in the end it has seen what an undisturbed run sees, and has kept what was on disk.
 */
class KilledRunTest {
  private static final int BUCKETS = 64;
  private static final int RATE = 3_000;

  @TempDir Path folder;
  private Path list;
  private WorldServer server;

  @BeforeEach
  void start() throws IOException {
    Country country = Country.of(7, 0.012);
    list = folder.resolve("list.csv");
    country.writeCsv(list);
    // Few, since each is asked again and again; silence would only make the test wait.
    String broken = country.faults().keySet().iterator().next();
    Map<String, Fault> faults = Map.of(broken, StandardFault.SERVFAIL);
    server = WorldServer.start(country.zones(), faults, 0);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private List<String> command(Path output, Object... more) {
    List<String> words = new ArrayList<>(List.of("measure", "--organisations", list.toString()));
    words.addAll(List.of("--output", output.toString(), "--resolvers", server.address()));
    words.addAll(List.of("--run-date", "2026-04-01", "--buckets", Integer.toString(BUCKETS)));
    words.addAll(List.of("--max-failure-share", "1"));
    Arrays.stream(more).map(Object::toString).forEach(words::add);
    return words;
  }

  /** Measures in a process of its own and kills that as soon as the moment has come. */
  private void killed(Path output, BooleanSupplier moment, String... more) throws Exception {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-Xmx400m", "-XX:TieredStopAtLevel=1"));
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    words.addAll(command(output, "--rate", RATE));
    words.addAll(List.of(more));
    File said = folder.resolve("said.txt").toFile();
    Process process =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said).start();
    try {
      while (!moment.getAsBoolean()) {
        boolean ended = process.waitFor(2, TimeUnit.MILLISECONDS);
        assertThat(Files.readString(said.toPath()), ended, is(false));
      }
    } finally {
      process.destroyForcibly();
    }
    // 128 and the number of SIGKILL.
    assertThat(process.waitFor(), is(137));
  }

  private static int files(Path output) {
    String[] names = output.resolve("observations").toFile().list((f, n) -> n.endsWith(".avro"));
    return names == null ? 0 : names.length;
  }

  /** What was seen, without what may differ between two runs: times, attempts, round trips. */
  private static Map<String, DomainObservation> seen(Path output) throws IOException {
    Map<String, DomainObservation> seen = new TreeMap<>();
    File[] files = output.resolve("observations").toFile().listFiles((f, n) -> n.endsWith(".avro"));
    for (File file : files) {
      try (DataFileReader<DomainObservation> reader =
          new DataFileReader<>(file, new SpecificDatumReader<>(DomainObservation.class))) {
        for (DomainObservation observation : reader) {
          for (ObservedAnswer answer : observation.getAnswers()) {
            answer.setObservedAt(Instant.EPOCH);
            answer.setAttempts(0);
            answer.setRoundTripMs(0);
          }
          seen.put(file.getName() + ' ' + observation.getDomain(), observation);
        }
      }
    }
    return seen;
  }

  private int kept(Path output) throws IOException {
    return new ObjectMapper()
        .readTree(output.resolve("run-manifest.json").toFile())
        .at("/counts/measure/domains_kept")
        .asInt();
  }

  @Test
  void threeTimesKilledAndTakenUpIsAsUndisturbed() throws Exception {
    Path undisturbed = folder.resolve("undisturbed");
    Ran whole = Ran.with(command(undisturbed, "--rate", 0).toArray());
    assertThat(whole.err(), whole.exit(), is(0));
    int all = files(undisturbed);
    assertThat(all, is(greaterThan(40)));

    Path output = folder.resolve("output");
    long before = server.answered();
    killed(output, () -> server.answered() - before > 500);
    assertThat(files(output), is(lessThan(all)));
    assertThat("the lock of the dead", Files.exists(output.resolve(".lock")), is(true));
    killed(output, () -> files(output) >= all / 4, "--resume");
    killed(output, () -> files(output) >= all / 2, "--resume");
    int left = files(output);
    assertThat(left, is(allOf(greaterThan(all / 4), lessThan(all))));

    Ran last = Ran.with(command(output, "--rate", 0, "--resume").toArray());
    assertThat(last.err(), last.exit(), is(0));
    assertThat(kept(output), is(greaterThan(left)));
    assertThat(seen(output), equalTo(seen(undisturbed)));
    try (var found = Files.list(output.resolve("observations"))) {
      assertThat("each in three forms, nothing else", (int) found.count(), is(3 * all));
    }
  }
}
