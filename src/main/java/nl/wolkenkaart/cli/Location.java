package nl.wolkenkaart.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/**
 * Where a folder is: on this machine, or where one of Beam's file systems finds it by a URL.
 *
 * @param text an absolute path, or a URL such as {@code s3://bucket/folder}; as {@link
 *     nl.wolkenkaart.table.RunFolder} wants it
 */
record Location(String text) {
  private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*");
  private static final Pattern WILDCARD = Pattern.compile("[*?\\[\\]{}]");

  /** Reads a command line's word: a path, or a URL, of which {@code file://} is a path too. */
  static Location of(String word) {
    if (!isElsewhere(word)) {
      return new Location(pathOf(word).toAbsolutePath().normalize().toString());
    }
    if (WILDCARD.matcher(word).find()) {
      throw new TypeConversionException("'" + word + "' has a character that stands for others");
    }
    return new Location(word.replaceFirst("/+$", ""));
  }

  /** Reads what must be on this machine. */
  static Path path(String word) {
    if (isElsewhere(word)) {
      throw new TypeConversionException(
          "'" + word + "' is not on this machine; copy it here first, and name the copy");
    }
    return pathOf(word);
  }

  private static boolean isElsewhere(String word) {
    return URL.matcher(word).matches() && !word.regionMatches(true, 0, "file:", 0, 5);
  }

  private static Path pathOf(String word) {
    try {
      return URL.matcher(word).matches() ? Path.of(URI.create(word)) : Path.of(word);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("'" + word + "' is no path: " + e.getMessage());
    }
  }

  /** Whether it is not on this machine, as far as its name tells. */
  boolean isRemote() {
    return isElsewhere(text);
  }

  /** The folder, on this machine. */
  Path path() {
    return Path.of(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
