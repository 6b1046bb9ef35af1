package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.wolkenkaart.table.Validators;
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
  void scaleThatIsNone() {
    Ran ran = Ran.with("demo", "--scale", "0", "--output", folder.resolve("demo"));
    assertThat(ran.exit(), is(2));
    assertThat(ran.err(), containsString("scale"));
  }
}
