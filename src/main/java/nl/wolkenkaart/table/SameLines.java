package nl.wolkenkaart.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Takes what should be in a text file and remembers the first line in which the file differs. */
final class SameLines extends OutputStream {
  private final BufferedReader file;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long number;
  private @Nullable String difference;

  SameLines(Path file) throws IOException {
    this.file = Files.newBufferedReader(file);
  }

  @Override
  public void write(int octet) throws IOException {
    if (difference != null) {
      return;
    }
    if (octet != '\n') {
      line.write(octet);
      return;
    }
    String should = line.toString(UTF_8);
    line.reset();
    number++;
    String is = file.readLine();
    if (!should.equals(is)) {
      difference = difference(is, should);
    }
  }

  private String difference(@Nullable String is, String should) {
    if (is == null) {
      return "ends before line " + number + ", which should be: " + cut(should);
    }
    return "line " + number + " is: " + cut(is) + "; it should be: " + cut(should);
  }

  private static String cut(String line) {
    return line.length() <= 120 ? line : line.substring(0, 120) + "...";
  }

  /** The first difference in words; null where there is none. To be asked when this is closed. */
  @Nullable String difference() {
    return difference;
  }

  @Override
  public void close() throws IOException {
    try (BufferedReader closing = file) {
      String more = difference == null ? closing.readLine() : null;
      if (more != null) {
        difference = "goes on after its last line: " + cut(more);
      }
    }
  }
}
