package nl.wolkenkaart.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wolkenkaart.directory.CsvDirectory;
import nl.wolkenkaart.directory.DirectoryCounts;
import nl.wolkenkaart.directory.DirectoryException;
import nl.wolkenkaart.directory.DomainChoice;
import nl.wolkenkaart.directory.OrganisationLists;
import nl.wolkenkaart.directory.RegisterInput;

/**
 * The lists and registers that a run is about.
 *
 * @param paths their files
 */
record Lists(OrganisationLists lists, ImmutableList<Path> paths) {

  /**
   * The list of the command line, or else those of the run specification.
   *
   * @throws UsageException when there is none, or one cannot be read
   */
  static Lists of(ListOptions given, RunSpecification run, LocalDate runDate) {
    Lists lists = named(given, run, runDate);
    lists.check();
    return lists;
  }

  /** As {@link #of}, but the files are not looked at. */
  static Lists named(ListOptions given, RunSpecification run, LocalDate runDate) {
    List<RegisterInput> inputs = new ArrayList<>();
    if (given.organisations != null) {
      inputs.add(input(given.organisations.toString(), text(given.format), null));
    } else if (run.organisations() != null) {
      inputs.add(input(run.organisations(), text(given.format), null));
    }
    if (given.organisations == null) {
      run.inputs().forEach(i -> inputs.add(input(i.path(), text(i.format()), i)));
    }
    if (inputs.isEmpty()) {
      throw new UsageException("no list of organisations; name one with --organisations FILE");
    }
    return named(inputs, runDate);
  }

  /** Lists that are given one by one. */
  static Lists named(List<RegisterInput> inputs, LocalDate runDate) {
    return new Lists(
        new OrganisationLists(ImmutableList.copyOf(inputs), runDate),
        inputs.stream().map(i -> Path.of(i.path())).collect(ImmutableList.toImmutableList()));
  }

  /**
   * Looks whether the lists can be read, to their end where they are registers.
   *
   * @throws UsageException when one cannot be
   */
  private void check() {
    try {
      paths.forEach(CsvDirectory::checkFile);
      if (lists.arePlain(lists.files())) {
        CsvDirectory.check(paths.get(0));
      } else if (content().counts().total(DirectoryCounts.ROWS) == 0) {
        throw new UsageException(paths.get(0) + ": has a header, but no row of data");
      }
    } catch (DirectoryException e) {
      throw new UsageException(e.getMessage(), e);
    } catch (IOException e) {
      throw new UsageException(paths.get(0) + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * What is said of one file.
   *
   * @param more what the run specification says of it, or null
   */
  static RegisterInput input(String path, String format, RunSpecification.Input more) {
    String absolute = Path.of(path).toAbsolutePath().normalize().toString();
    try {
      if (more == null) {
        return RegisterInput.of(absolute, format);
      }
      return new RegisterInput(
          absolute,
          format,
          text(more.sector()),
          RegisterInput.types(more.sectors() == null ? Map.of() : more.sectors()),
          more.asOf() == null ? "" : LocalDate.parse(more.asOf()).toString(),
          more.fields() == null ? ImmutableMap.of() : ImmutableMap.copyOf(more.fields()));
    } catch (IllegalArgumentException e) {
      throw new UsageException(path + ": " + e.getMessage(), e);
    } catch (DateTimeParseException e) {
      throw new UsageException(path + ": as-of is no date YYYY-MM-DD: " + more.asOf(), e);
    }
  }

  private static String text(String given) {
    return given == null ? "" : given;
  }

  /**
   * What is in the lists.
   *
   * @param domains domains that are asked about
   * @param log lines about what was found out of the files
   */
  record Content(DirectoryCounts counts, int domains, List<String> log) {}

  /** Reads the lists to their end. */
  Content content() throws IOException {
    Set<Long> domains = new HashSet<>();
    List<String> log = new ArrayList<>();
    DirectoryCounts counts =
        lists.read(
            organisation ->
                DomainChoice.asked(organisation)
                    .forEach(
                        domain ->
                            domains.add(
                                Hashing.farmHashFingerprint64()
                                    .hashString(domain, StandardCharsets.UTF_8)
                                    .asLong())),
            reject -> {},
            log::add);
    return new Content(counts, domains.size(), log);
  }

  @Override
  public String toString() {
    return paths.stream().map(Path::toString).collect(Collectors.joining(","));
  }
}
