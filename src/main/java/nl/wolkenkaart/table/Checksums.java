package nl.wolkenkaart.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Joiner;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.wolkenkaart.observation.WholeFile;
import nl.wolkenkaart.statistics.Utf8Order;

/**
 * {@code SHA256SUMS}: the sum of every file of a run's folder, as {@code sha256sum -c} reads it.
 */
public final class Checksums {
  /** The file's name in the run's folder. */
  public static final String FILE = "SHA256SUMS";

  /** How the name of a file ends that only says that a run is under way. */
  static final String LOCK = ".lock";

  private Checksums() {}

  /**
   * Writes the sums of all files below a folder, except this file and locks, sorted by path. The
   * files are read as streams.
   *
   * @return the file written
   */
  public static Path write(Path folder) throws IOException {
    return write(folder, new FileSums(folder));
  }

  /** As the other, without reading again what was read for the descriptors of the folder. */
  public static Path write(Path folder, Descriptors.DescribedFiles described) throws IOException {
    return write(folder, described.sums());
  }

  private static Path write(Path folder, FileSums sums) throws IOException {
    List<String> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files =
          found
              .filter(Files::isRegularFile)
              .map(file -> name(folder, file))
              .filter(
                  name ->
                      !name.equals(FILE)
                          && !name.equals(FILE + WholeFile.UNFINISHED)
                          && !name.endsWith(LOCK))
              .sorted(Utf8Order.UTF8_ORDER)
              .toList();
    }
    sums.read(files);
    StringBuilder lines = new StringBuilder();
    for (String name : files) {
      lines.append(line(sums.of(name).sha256(), name)).append('\n');
    }
    Path target = folder.resolve(FILE);
    replace(target, lines.toString());
    return target;
  }

  /**
   * Writes the sums of some files anew, where a folder has sums: of those that are there, and not
   * of those that are gone. The lines of all other files stay as they are, so that what was changed
   * since is still found.
   *
   * @param which tells by a path within the folder, with slashes
   */
  public static void renew(Path folder, Predicate<String> which) throws IOException {
    Path target = folder.resolve(FILE);
    if (!Files.exists(target)) {
      return;
    }
    TreeMap<String, String> lines = new TreeMap<>(Utf8Order.UTF8_ORDER);
    for (String line : Files.readAllLines(target)) {
      String name = DatasetFiles.name(line).orElse(line);
      if (!which.test(name)) {
        lines.put(name, line);
      }
    }
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        String name = name(folder, file);
        if (which.test(name)) {
          lines.put(name, line(sha256(file), name));
        }
      }
    }
    replace(target, String.join("\n", lines.values()) + '\n');
  }

  /** The SHA-256 of a file, 64 hexadecimal digits in lower case. */
  public static String sha256(Path file) throws IOException {
    return com.google.common.io.Files.asByteSource(file.toFile()).hash(Hashing.sha256()).toString();
  }

  /** Writes a text file, whole or not at all, over what is there. */
  static void replace(Path target, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
    WholeFile.write(
        target.toAbsolutePath().toString(), "text/plain", channel -> channel.write(bytes));
  }

  private static String name(Path folder, Path file) {
    return Joiner.on('/').join(folder.relativize(file));
  }

  /** GNU coreutils marks a name with a line break or backslash by a backslash before the line. */
  private static String line(String sum, String name) {
    String escaped = name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    return (escaped.equals(name) ? "" : "\\") + sum + "  " + escaped;
  }
}
