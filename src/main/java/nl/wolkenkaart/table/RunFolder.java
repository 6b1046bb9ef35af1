package nl.wolkenkaart.table;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The names of a run's folder, in one place.
 *
 * @param root the folder as Beam's FileSystems names it: a path, or a URL such as {@code
 *     s3://bucket/run}; without a slash at its end
 */
public record RunFolder(String root) implements Serializable {
  public RunFolder {
    if (root.isEmpty()) {
      throw new IllegalArgumentException("The run's folder has no name");
    }
    while (root.length() > 1 && root.endsWith("/")) {
      root = root.substring(0, root.length() - 1);
    }
  }

  /** The folder of the observations, which are the only files that cannot be made again. */
  public String observations() {
    return in("observations");
  }

  /** The folder of the tables. */
  public String tables() {
    return in("tables");
  }

  /** A table's file. */
  public String table(Table<?> table, TableFormat format) {
    return tables() + '/' + table.name() + '.' + format.extension();
  }

  /** Rows of the lists that could not be used. */
  public String rejects() {
    return in("rejects.csv");
  }

  /** What was run, on what, and what came of it. */
  public String manifest() {
    return in("run-manifest.json");
  }

  /** SHA-256 of every other file. */
  public String checksums() {
    return in(Checksums.FILE);
  }

  /** The papers by which other programs know the dataset, and what checks all files. */
  public List<String> closing() {
    List<String> closing = new ArrayList<>(List.of(manifest(), checksums()));
    Descriptors.names().forEach(name -> closing.add(in(name)));
    closing.add(report());
    return closing;
  }

  /** The report for people. */
  public String report() {
    return in("report/index.html");
  }

  private String in(String name) {
    return root.endsWith("/") ? root + name : root + '/' + name;
  }
}
