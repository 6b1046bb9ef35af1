package nl.wolkenkaart.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import nl.wolkenkaart.directory.CsvDirectory;
import nl.wolkenkaart.directory.DirectoryException;

/** The list of organisations that a run is about. */
final class ListFile {
  private ListFile() {}

  /**
   * The list of the command line or of the run specification.
   *
   * @throws UsageException when there is none, or it cannot be read
   */
  static Path of(Path given, RunSpecification run) {
    if (given == null && run.organisations() == null) {
      throw new UsageException("no list of organisations; name one with --organisations FILE");
    }
    Path list = given != null ? given : Path.of(run.organisations());
    try {
      CsvDirectory.check(list);
    } catch (DirectoryException e) {
      throw new UsageException(e.getMessage(), e);
    }
    return list.toAbsolutePath().normalize();
  }

  /** What is in a list. */
  record Content(CsvDirectory.Counts counts, int domains) {}

  static Content count(Path list) throws IOException {
    Set<String> domains = new HashSet<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(list))) {
      CsvDirectory.Counts counts =
          new CsvDirectory()
              .read(
                  String.valueOf(list.getFileName()),
                  in,
                  organisation -> domains.add(organisation.getDomain()),
                  reject -> {});
      return new Content(counts, domains.size());
    }
  }
}
