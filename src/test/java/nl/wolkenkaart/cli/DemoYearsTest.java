package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesRegex;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo of two years on a small country; a larger one runs in continuous integration. */
class DemoYearsTest {
  @TempDir Path folder;

  @Test
  void everyPlantedChangeIsFoundAndNoOther() {
    Path demo = folder.resolve("demo");
    Ran ran = Ran.with("demo", "--scale", "0.02", "--years", "2", "--output", demo);
    assertThat(ran.out() + ran.err(), ran.exit(), is(0));
    assertThat(
        ran.out(),
        containsString("Changes that were planted and not found, or found and not planted: 0"));
    // A company of the made-up country was sold that year.
    assertThat(ran.out(), matchesRegex("(?s).*\nchanged_owner +([1-9][0-9]*) +\\1\n.*"));
  }
}
