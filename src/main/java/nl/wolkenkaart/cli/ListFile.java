package nl.wolkenkaart.cli;

import java.nio.file.Path;
import nl.wolkenkaart.directory.CsvDirectory;
import nl.wolkenkaart.directory.DirectoryException;

/** A plain list of organisations. */
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
}
