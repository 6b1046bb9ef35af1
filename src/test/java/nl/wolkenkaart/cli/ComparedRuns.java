package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.wolkenkaart.observation.DomainObservation;
import nl.wolkenkaart.observation.ObservationBuilder;
import nl.wolkenkaart.observation.ObservationFiles;
import nl.wolkenkaart.provider.CatalogueSource;
import nl.wolkenkaart.world.LaterCatalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs of a few observations, to be compared, and a catalogue that knows one company more. */
abstract class ComparedRuns {
  static final String HEADER = "id,name,domain,sector\n";

  @TempDir Path folder;
  Path catalogue;

  @BeforeEach
  void writeCatalogue() throws IOException {
    catalogue = folder.resolve("catalogue");
    for (Map.Entry<String, byte[]> file :
        LaterCatalogue.files(CatalogueSource.embeddedFiles()).entrySet()) {
      Path path = catalogue.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  static DomainObservation at(String domain, String mx) {
    return ObservationBuilder.of(domain)
        .mx(mx)
        .host(mx.substring(mx.indexOf(' ') + 1), "192.0.2.1", 64500, "NET")
        .observation();
  }

  Path run(String name, String date, String list, List<DomainObservation> seen, Object... more)
      throws IOException {
    Path run = folder.resolve(name);
    Path observations = Files.createDirectories(run.resolve("observations"));
    ObservationFiles.write(ObservationFiles.path(observations.toString(), "0"), 1, seen);
    List<Object> words =
        new ArrayList<>(
            List.of(
                "classify",
                "--organisations",
                Files.writeString(folder.resolve(name + ".csv"), list),
                "--observations",
                observations,
                "--run-date",
                date,
                "--output",
                run));
    words.addAll(List.of(more));
    Ran ran = Ran.with(words.toArray());
    assertThat(ran.err(), ran.exit(), is(0));
    return run;
  }

  Ran compare(Path before, Path after, Object... more) {
    List<Object> words =
        new ArrayList<>(
            List.of(
                "compare",
                "--before",
                before,
                "--after",
                after,
                "--output",
                folder.resolve("changes")));
    words.addAll(List.of(more));
    return Ran.with(words.toArray());
  }
}
