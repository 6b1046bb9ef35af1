package nl.wolkenkaart.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wolkenkaart.table.Validators;
import nl.wolkenkaart.world.Country;
import nl.wolkenkaart.world.WorldServer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo on a small country; the whole one runs in continuous integration. */
class DemoTest {
  @TempDir Path folder;

  @Test
  void plantedIsMeasured() throws IOException {
    Ran ran = Ran.with("demo", "--scale", "0.01", "--output", folder.resolve("demo"));
    assertThat(ran.out() + ran.err(), ran.exit(), is(0));
    assertThat(
        ran.out(),
        allOf(
            containsString("SYNTHETIC"),
            containsString("measured otherwise: 0"),
            containsString("measured otherwise than expected: 0")));
    List<String> confusion = Files.readAllLines(folder.resolve("demo/confusion.csv"));
    assertThat(
        confusion.get(0), is("sector,planted_backend,expected,measured,decides,organisations"));
    long counted =
        confusion.stream()
            .skip(1)
            .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(',') + 1)))
            .sum();
    long listed = Files.readAllLines(folder.resolve("demo/organisations.csv")).size() - 1L;
    assertThat(counted, is(listed));
    Ran verified = Ran.with("verify", folder.resolve("demo"));
    assertThat(verified.out() + verified.err(), verified.exit(), is(0));
    assertThat(Validators.faults(folder.resolve("demo")), is(empty()));
  }

  @Test
  void anotherProcessSurveysWhatIsServed() throws Exception {
    Path served = folder.resolve("served");
    Path out = folder.resolve("out");
    try (WorldServer server = new DemoServer(Country.of(2024, 0.003), served).start(0)) {
      Ran ran =
          Ran.with(
              "survey",
              "--organisations=" + served.resolve("organisations.csv"),
              "--resolvers=" + server.address(),
              "--rate=0",
              "--output=" + out);
      assertThat(ran.out() + ran.err(), ran.exit(), is(0));
    }
    Map<String, String> planted = columns(served.resolve("planted.csv"), "status", "receiver");
    assertThat(planted.size(), is(77));
    assertThat(columns(out.resolve("tables/attributions.csv"), "status", "receiver"), is(planted));
  }

  private static Map<String, String> columns(Path csv, String... names) throws IOException {
    Map<String, String> rows = new TreeMap<>();
    try (CSVParser parser =
        CSVParser.parse(
            csv,
            UTF_8,
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build())) {
      for (CSVRecord row : parser) {
        rows.put(
            row.get("organisation_id"),
            Stream.of(names).map(row::get).collect(Collectors.joining(" ")));
      }
    }
    return rows;
  }

  @Test
  void aPortThatIsNone() {
    Ran ran = Ran.with("demo", "--serve", "70000", "--output", folder.resolve("demo"));
    assertThat(ran.exit(), is(2));
    assertThat(ran.err(), containsString("port"));
  }

  @Test
  void scaleThatIsNone() {
    Ran ran = Ran.with("demo", "--scale", "0", "--output", folder.resolve("demo"));
    assertThat(ran.exit(), is(2));
    assertThat(ran.err(), containsString("scale"));
  }
}
