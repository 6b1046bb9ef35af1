package nl.wolkenkaart.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.wolkenkaart.statistics.ChangeKind;
import nl.wolkenkaart.table.Checksums;
import nl.wolkenkaart.table.RunFolder;

/**
 * The earlier run's observations, to be classified again with the later run's catalogue and the
 * owners of a day.
 *
 * @param kind what this step changes, as in the changes
 * @param ownersOf the day whose owners count
 * @param addresses the earlier run's table of addresses; null where it had none or it is not at
 *     hand
 */
record Reclassification(
    String kind,
    FinishedRun before,
    FinishedRun after,
    ComparedRules rules,
    LocalDate ownersOf,
    Path observations,
    Path addresses) {

  /**
   * The steps from the earlier run's rules to those of the later: first the catalogue, with the
   * owners that the earlier run counted, then the owners. A step that changes nothing is left out.
   *
   * @param observations null for those in the run's folder
   * @param addresses null for the table at its old place
   * @param problems where is noted what is missing
   */
  static List<Reclassification> steps(
      FinishedRun before,
      FinishedRun after,
      ComparedRules rules,
      Path observations,
      Path addresses,
      List<String> problems)
      throws IOException {
    if (!rules.differ() && rules.sold().isEmpty()) {
      return List.of();
    }
    Path seen = observations == null ? Path.of(before.folder().observations()) : observations;
    if (!Files.isDirectory(seen)) {
      problems.add(
          seen
              + ": no such folder of observations; the runs differ in their "
              + String.join(", ", rules.why())
              + ", so those of the earlier run are needed: name them with --before-observations DIR");
    }
    Path table = addresses;
    if (table == null && !before.addresses().isEmpty()) {
      table = Path.of(before.addresses());
    }
    if (table != null) {
      boolean same =
          Files.isRegularFile(table) && Checksums.sha256(table).equals(before.addressesHash());
      if (!same && addresses != null) {
        problems.add(addresses + ": is not the table of addresses of the run in " + before.path());
      }
      table = same ? table : null;
    }
    List<Reclassification> steps = new ArrayList<>();
    if (rules.differ()) {
      steps.add(
          new Reclassification(
              ChangeKind.CATALOGUE_CHANGED, before, after, rules, before.ownersOf(), seen, table));
    }
    if (!rules.sold().isEmpty()) {
      steps.add(
          new Reclassification(
              ChangeKind.CHANGED_OWNER, before, after, rules, after.ownersOf(), seen, table));
    }
    return steps;
  }

  /** Whether the countries of servers can be found again. */
  boolean hasAddresses() {
    return before.addresses().isEmpty() || addresses != null;
  }

  /** Classifies; the tables go to a folder. */
  double into(RunFolder folder) throws IOException {
    RunOptions options = new RunOptions();
    options.runDate = after.date().toString();
    options.asOf = ownersOf.toString();
    options.addresses = addresses;
    String catalogue = rules.source().folder();
    options.catalogue = catalogue == null ? null : Path.of(catalogue);
    RunSettings settings =
        RunSettings.of(options, RunSpecification.empty(), false, Clock.systemUTC());
    return new Stages(settings, folder)
        .classifyAgain(
            before.organisations().toString(),
            observations.toAbsolutePath().normalize().toString(),
            rules.source().corrections(after.date()))
        .seconds();
  }
}
