package nl.wolkenkaart.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The program's version, from its jar. */
final class Version implements IVersionProvider {
  /** The version, {@code development} when not run from a jar. */
  static String current() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** The jar that runs; null when not run from one. */
  static @Nullable Path jar() {
    try {
      Path place = place(Version.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isRegularFile(place) ? place : null;
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the program does not know where it is", e);
    }
  }

  /** Flink's application mode names the jar by a path from where the process was started. */
  static Path place(URI jar) {
    return (jar.isOpaque() ? Path.of(jar.getSchemeSpecificPart()) : Path.of(jar)).toAbsolutePath();
  }

  @Override
  public String[] getVersion() {
    return new String[] {"wolkenkaart " + current()};
  }
}
