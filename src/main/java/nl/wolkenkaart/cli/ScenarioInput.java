package nl.wolkenkaart.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.wolkenkaart.provider.Catalogue;
import nl.wolkenkaart.provider.CatalogueException;
import nl.wolkenkaart.provider.Scenario;
import nl.wolkenkaart.provider.ScenarioFile;

/**
 * A scenario and the file that it was read from.
 *
 * @param file absolute
 */
record ScenarioInput(Path file, Scenario scenario) {

  /** Reads files; what is wrong with them joins the problems. */
  static List<ScenarioInput> read(List<Path> files, Catalogue catalogue, List<String> problems) {
    List<ScenarioInput> read = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Path given : files) {
      Path file = given.toAbsolutePath().normalize();
      try {
        Scenario scenario = ScenarioFile.read(file, catalogue);
        if (!ids.add(scenario.id())) {
          problems.add(file + ": another scenario is called " + scenario.id());
        }
        read.add(new ScenarioInput(file, scenario));
      } catch (CatalogueException e) {
        problems.addAll(e.faults());
      }
    }
    return List.copyOf(read);
  }
}
