package nl.wolkenkaart.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Holds the names of a file's columns against those of its table. */
final class ColumnNames {
  /** No line of headers is longer, in bytes. */
  private static final int LONGEST = 1 << 16;

  private ColumnNames() {}

  /** Whether they are the table's, in its order; what is otherwise is added to the findings. */
  static boolean check(Findings findings, String file, List<String> names, TableShape shape) {
    List<String> missing = new ArrayList<>(shape.columns());
    missing.removeAll(names);
    List<String> unknown = new ArrayList<>(names);
    unknown.removeAll(shape.columns());
    missing.forEach(name -> findings.add("%s lacks the column %s", file, name));
    unknown.forEach(name -> findings.add("%s has the unknown column %s", file, name));
    boolean same = names.equals(shape.columns());
    if (!same && missing.isEmpty() && unknown.isEmpty()) {
      findings.add("%s has its columns in another order: %s", file, String.join(", ", names));
    }
    return same;
  }

  /** The names in the first line of a CSV file, none of which needs quotes. */
  static List<String> header(InputStream csv) throws IOException {
    try (InputStream in = new BufferedInputStream(csv)) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      int octet = in.read();
      while (octet >= 0 && octet != '\n' && line.size() < LONGEST) {
        line.write(octet);
        octet = in.read();
      }
      return List.of(line.toString(UTF_8).split(",", -1));
    }
  }
}
