package nl.wolkenkaart.table;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import nl.wolkenkaart.statistics.Utf8Order;

/**
 * A table of a dataset in one form.
 *
 * @param name of the resource: the table's, and that of the form for all but CSV
 * @param paths its files below the dataset's folder: one, or a part for each bucket of domains
 */
record Resource(String name, Table<?> table, TableFormat format, ImmutableList<String> paths) {
  private static final String OBSERVATIONS = "observations";

  /** All that a run's folder holds. */
  private static ImmutableList<Resource> all(Path root) throws IOException {
    ImmutableList.Builder<Resource> all = ImmutableList.builder();
    for (Table<?> table : Tables.ALL) {
      for (TableFormat format : TableFormat.values()) {
        String path = "tables/" + table.name() + '.' + format.extension();
        all.add(of(table, format, ImmutableList.of(path)));
      }
    }
    all.add(of(Tables.REJECTS, TableFormat.CSV, ImmutableList.of("rejects.csv")));
    for (TableFormat format : TableFormat.values()) {
      ImmutableList<String> parts = observations(root, format);
      // Observations of another folder are classified, too.
      if (!parts.isEmpty()) {
        boolean flat = format == TableFormat.CSV;
        all.add(of(flat ? Tables.OBSERVATION_ROWS : Tables.OBSERVATIONS, format, parts));
      }
    }
    return all.build();
  }

  /** The tables of a dataset of some kind. */
  static ImmutableList<Resource> all(Path root, DatasetKind kind) throws IOException {
    if (kind == DatasetKind.RUN) {
      return all(root);
    }
    ImmutableList.Builder<Resource> all = ImmutableList.builder();
    for (Table<?> table : kind.tables()) {
      for (TableFormat format : TableFormat.values()) {
        String path = "tables/" + table.name() + '.' + format.extension();
        all.add(of(table, format, ImmutableList.of(path)));
      }
    }
    return all.build();
  }

  /** The files of observations in one form, by name. */
  static ImmutableList<String> observations(Path root, TableFormat format) throws IOException {
    Path place = root.resolve(OBSERVATIONS);
    if (!Files.isDirectory(place)) {
      return ImmutableList.of();
    }
    try (Stream<Path> files = Files.list(place)) {
      return files
          .map(file -> OBSERVATIONS + '/' + file.getFileName())
          .filter(name -> name.endsWith('.' + observationsExtension(format)))
          .sorted(Utf8Order.UTF8_ORDER)
          .collect(ImmutableList.toImmutableList());
    }
  }

  private static Resource of(Table<?> table, TableFormat format, ImmutableList<String> paths) {
    return new Resource(table.name() + suffix(format), table, format, paths);
  }

  /** What follows a table's name in a resource's; nothing for CSV, which every program reads. */
  static String suffix(TableFormat format) {
    return format == TableFormat.CSV ? "" : '-' + format.extension();
  }

  /** How the name of a file of observations ends: their CSV is compressed. */
  static String observationsExtension(TableFormat format) {
    return format.extension() + (format == TableFormat.CSV ? GzipStream.EXTENSION : "");
  }

  /** Whether it may have several files. */
  boolean isInParts() {
    return is(Tables.OBSERVATIONS) || is(Tables.OBSERVATION_ROWS);
  }

  /** Whether its files are compressed as a whole, with gzip. */
  boolean isCompressed() {
    return is(Tables.OBSERVATION_ROWS);
  }

  /** Its files, of which there are several, as a pattern below the dataset's folder. */
  String pattern() {
    return OBSERVATIONS + "/*." + observationsExtension(format);
  }

  /** Whether it is of a table. */
  boolean is(Table<?> other) {
    return table.name().equals(other.name());
  }

  TableShape shape() {
    return TableShape.of(table);
  }
}
