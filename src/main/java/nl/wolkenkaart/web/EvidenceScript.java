package nl.wolkenkaart.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A file beside the page that the page loads when it needs it: a script that calls {@code
 * wolkenkaartEvidence} with its number or its name, and a packed text.
 */
final class EvidenceScript {
  private EvidenceScript() {}

  /** Writes one of the many that are known by their numbers. */
  static void write(Path folder, int number, String text) throws IOException {
    String file = String.format(Locale.ROOT, "%05d", number);
    write(folder, file, Integer.toString(number), Packed.quickly(text));
  }

  /**
   * Writes one that has a name.
   *
   * @param name letters and hyphens
   */
  static void write(Path folder, String name, String text) throws IOException {
    write(folder, name, '"' + name + '"', Packed.small(text));
  }

  private static void write(Path folder, String file, String known, String packed)
      throws IOException {
    String script = "wolkenkaartEvidence(" + known + ",\"" + packed + "\");\n";
    Files.write(folder.resolve(file + ".js"), script.getBytes(UTF_8));
  }
}
