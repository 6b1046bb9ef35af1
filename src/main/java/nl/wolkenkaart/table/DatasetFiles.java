package nl.wolkenkaart.table;

import com.google.common.base.Joiner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of a published dataset, held against their checksums. */
final class DatasetFiles {
  private static final Pattern LINE = Pattern.compile("(\\\\?)([0-9a-f]{64}) [ *](.+)");

  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

  private final Path root;
  private final Map<String, String> sums = new HashMap<>();

  DatasetFiles(Path root) {
    this.root = root;
  }

  /**
   * A file by its name, which came from a file that anyone may have written.
   *
   * @return null where there is none, or the name leads out of the folder
   */
  Path find(String name) {
    try {
      Path file = root.resolve(name).normalize();
      return file.startsWith(root) && Files.isRegularFile(file) ? file : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /** The SHA-256 of a file that is there. */
  String sum(String name) throws IOException {
    String sum = sums.get(name);
    if (sum == null) {
      sum = Checksums.sha256(root.resolve(name));
      sums.put(name, sum);
    }
    return sum;
  }

  /** Holds every file against {@code SHA256SUMS}. */
  DatasetReport.Part check() throws IOException {
    Findings findings =
        new Findings(Checksums.FILE + ": every file is there, as it was, and no other");
    Set<String> left = names();
    if (!left.remove(Checksums.FILE)) {
      findings.add("%s is missing", Checksums.FILE);
      return findings.part();
    }
    List<String> lines;
    try {
      lines = Files.readAllLines(root.resolve(Checksums.FILE));
    } catch (IOException e) {
      findings.unreadable(Checksums.FILE, e);
      return findings.part();
    }
    for (int i = 0; i < lines.size(); i++) {
      Matcher line = LINE.matcher(lines.get(i));
      if (!line.matches()) {
        findings.add("%s, line %d, is not as sha256sum writes it", Checksums.FILE, i + 1);
        continue;
      }
      String name = name(line);
      left.remove(name);
      if (find(name) == null) {
        findings.add("%s is missing", name);
      } else if (!sum(name).equals(line.group(2))) {
        findings.add("%s is not as it was: its SHA-256 is another", name);
      }
    }
    left.removeIf(name -> name.endsWith(Checksums.LOCK));
    left.forEach(name -> findings.add("%s is not in %s", name, Checksums.FILE));
    return findings.part();
  }

  /** The file that a line is about; nothing where the line is not as sha256sum writes it. */
  static Optional<String> name(String line) {
    Matcher matcher = LINE.matcher(line);
    return matcher.matches() ? Optional.of(name(matcher)) : Optional.empty();
  }

  private static String name(Matcher line) {
    return line.group(1).isEmpty() ? line.group(3) : unescape(line.group(3));
  }

  private Set<String> names() throws IOException {
    try (Stream<Path> found = Files.walk(root)) {
      Set<String> names = new TreeSet<>();
      found
          .filter(Files::isRegularFile)
          .forEach(file -> names.add(Joiner.on('/').join(root.relativize(file))));
      return names;
    }
  }

  /** Takes back what {@link Checksums} does to a name with a line break or backslash. */
  private static String unescape(String name) {
    return ESCAPE
        .matcher(name)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    switch (escape.group(1)) {
                      case "n" -> "\n";
                      case "r" -> "\r";
                      default -> escape.group(1);
                    }));
  }
}
