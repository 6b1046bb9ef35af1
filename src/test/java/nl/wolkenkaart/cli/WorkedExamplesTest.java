package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wolkenkaart.world.WorldServer;
import nl.wolkenkaart.world.ZoneFile;
import org.junit.jupiter.api.Test;

/**
 * The worked examples of the documentation are what {@code explain} prints today: every line of an
 * example stands in the output, in the same order. The recorded answers are read from the folder
 * that {@code RECORDED_NL} names, if any, with {@code root.zone} in it.
 */
class WorkedExamplesTest {
  private static final String VARIABLE = "RECORDED_NL";
  private static final Path PAGE = Path.of("src/site/markdown/worked-examples.md");
  private static final String FENCE = "```";
  private static final Splitter LINES = Splitter.on('\n');

  /** The lines of each example that are not empty, by its first one, which is the domain. */
  private static Map<String, List<String>> examples() throws IOException {
    Map<String, List<String>> examples = new LinkedHashMap<>();
    List<String> inside = null;
    for (String line : Files.readAllLines(PAGE)) {
      if (line.equals(FENCE)) {
        if (inside != null) {
          examples.put(inside.get(0), inside);
        }
        inside = inside == null ? new ArrayList<>() : null;
      } else if (inside != null && !line.isBlank()) {
        inside.add(line);
      }
    }
    return examples;
  }

  @Test
  void thereAreTen() throws IOException {
    assertThat(examples().size(), is(10));
  }

  @Test
  void theyAreWhatExplainPrints() throws IOException {
    String folder = System.getenv(VARIABLE);
    assumeTrue(folder != null, "the recorded answers are not here: " + VARIABLE + " is not set");
    Map<String, List<String>> examples = examples();
    List<Object> arguments = new ArrayList<>(List.of("explain", "--rate", "0", "--resolvers"));
    try (WorldServer server = WorldServer.start(ZoneFile.read(Path.of(folder, "root.zone")))) {
      arguments.add(server.address());
      arguments.addAll(examples.keySet());
      Ran ran = Ran.with(arguments.toArray());
      assertThat(ran.err(), ran.exit(), is(0));
      List<String> missing = new ArrayList<>();
      Iterator<String> printed = LINES.split(ran.out()).iterator();
      examples
          .values()
          .forEach(
              lines ->
                  lines.forEach(
                      line -> {
                        boolean found = false;
                        while (!found && printed.hasNext()) {
                          found = printed.next().equals(line);
                        }
                        if (!found) {
                          missing.add(lines.get(0) + ": " + line);
                        }
                      }));
      assertThat(missing.stream().limit(1).toList(), is(empty()));
    }
  }
}
