package nl.wolkenkaart.table;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wolkenkaart.statistics.Utf8Order;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Holds the files of each table against its schema, its keys, and each other. */
final class TableCheck {
  private final DatasetFiles files;
  private final DatasetKind kind;
  private final Findings columns =
      new Findings("columns: those of this version, in Parquet, Avro and CSV");
  private final Findings keys =
      new Findings("primary keys: every row once, in the order of its key");
  private final Findings twins = new Findings("Avro and CSV: the same rows as Parquet");
  private final Findings foreign = new Findings("foreign keys: every one is there");

  /** Keys of the rows seen, by table and columns. */
  private final Map<List<Object>, Set<String>> seen = new HashMap<>();

  private final Set<String> unusable = new HashSet<>();
  private final Map<String, Long> rows = new HashMap<>();

  TableCheck(DatasetFiles files, DatasetKind kind) {
    this.files = files;
    this.kind = kind;
  }

  ImmutableList<DatasetReport.Part> check() {
    for (Table<?> table : kind.tables()) {
      check(table);
    }
    return ImmutableList.of(columns.part(), keys.part(), foreign.part(), twins.part());
  }

  /** Rows of each Parquet file that could be read to its end, by its name. */
  Map<String, Long> rows() {
    return rows;
  }

  /** Whether the Parquet files of all tables have been read to their ends. */
  boolean allUsable() {
    return unusable.isEmpty();
  }

  private <T extends SpecificRecord> void check(Table<T> table) {
    TableShape shape = TableShape.of(table);
    String parquet = name(table, TableFormat.PARQUET);
    if (!checkParquetColumns(parquet, shape)) {
      unusable.add(table.name());
      return;
    }
    try (ParquetRows<T> rows = new ParquetRows<>(files.find(parquet), table.type())) {
      checkKeys(parquet, table, shape, rows);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      columns.unreadable(parquet, e);
      unusable.add(table.name());
      return;
    }
    compareAvro(table, parquet);
    compareCsv(table, parquet, shape);
  }

  static String name(Table<?> table, TableFormat format) {
    return "tables/" + table.name() + '.' + format.extension();
  }

  private boolean checkParquetColumns(String file, TableShape shape) {
    Path path = files.find(file);
    if (path == null) {
      columns.add("%s is missing", file);
      return false;
    }
    MessageType found;
    try {
      found = ParquetRows.columns(path);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      columns.unreadable(file, e);
      return false;
    }
    MessageType expected = ParquetRows.columns(shape.schema());
    List<String> names = found.getFields().stream().map(Type::getName).toList();
    if (!ColumnNames.check(columns, file, names, shape)) {
      return false;
    }
    boolean same = true;
    for (Type column : expected.getFields()) {
      Type there = found.getType(column.getName());
      if (!column.equals(there)) {
        same = false;
        columns.add("%s: the column %s has another type: %s", file, column.getName(), there);
      }
    }
    return same;
  }

  private <T extends SpecificRecord> void checkKeys(
      String file, Table<T> table, TableShape shape, Iterable<T> rows) {
    Set<String> own =
        seen.computeIfAbsent(List.of(shape.name(), shape.primaryKey()), key -> new HashSet<>());
    String last = null;
    long number = 0;
    for (T row : rows) {
      number++;
      String key = table.primaryKey().apply(row);
      int order = last == null ? 1 : Utf8Order.UTF8_ORDER.compare(key, last);
      if (!own.add(key)) {
        keys.add("%s, row %d: the key %s is there twice", file, number, words(key));
      } else if (order < 0) {
        keys.add("%s, row %d: the key %s is out of order", file, number, words(key));
      }
      last = key;
      for (TableShape.ForeignKey reference : shape.foreignKeys()) {
        String value = key(shape, row, reference.columns());
        Set<String> theirs = seen.get(List.of(reference.table(), reference.theirs()));
        // A table that could not be read has its own fault.
        if (theirs != null && !theirs.contains(value)) {
          foreign.add(
              "%s, row %d: %s %s is no row of %s",
              file,
              number,
              String.join(", ", reference.columns()),
              words(value),
              reference.table());
        }
      }
    }
    this.rows.put(file, number);
  }

  private static String key(TableShape shape, IndexedRecord row, List<String> columns) {
    return Tables.key(
        columns.stream()
            .map(name -> String.valueOf(row.get(shape.schema().getField(name).pos())))
            .toArray(String[]::new));
  }

  private static String words(String key) {
    return key.replace("\0", ", ");
  }

  private <T extends SpecificRecord> void compareAvro(Table<T> table, String parquet) {
    String file = name(table, TableFormat.AVRO);
    Path path = files.find(file);
    if (path == null) {
      columns.add("%s is missing", file);
      return;
    }
    try (DataFileStream<T> avro = ReadTable.avro(path.toString(), table.type());
        ParquetRows<T> rows = new ParquetRows<>(files.find(parquet), table.type())) {
      List<String> names =
          avro.getSchema().getFields().stream().map(field -> field.name()).toList();
      if (!ColumnNames.check(columns, file, names, TableShape.of(table))) {
        return;
      }
      Iterator<T> others = rows.iterator();
      long number = 0;
      while (avro.hasNext() && others.hasNext()) {
        number++;
        T row = avro.next();
        T other = others.next();
        if (!row.equals(other)) {
          twins.add(
              "%s, row %d (%s) is not that of Parquet (%s)",
              file,
              number,
              words(table.primaryKey().apply(row)),
              words(table.primaryKey().apply(other)));
          return;
        }
      }
      if (avro.hasNext() || others.hasNext()) {
        twins.add(
            "%s has %s rows than Parquet: after %d of them only one goes on",
            file, avro.hasNext() ? "more" : "fewer", number);
      }
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      twins.unreadable(file, e);
    }
  }

  private <T extends SpecificRecord> void compareCsv(
      Table<T> table, String parquet, TableShape shape) {
    String file = name(table, TableFormat.CSV);
    Path path = files.find(file);
    if (path == null) {
      columns.add("%s is missing", file);
      return;
    }
    try {
      List<String> header = ColumnNames.header(Files.newInputStream(path));
      if (!ColumnNames.check(columns, file, header, shape)) {
        return;
      }
      SameLines same = new SameLines(Files.newInputStream(path));
      try (CsvTable<T> csv = new CsvTable<>(shape.schema(), same);
          ParquetRows<T> rows = new ParquetRows<>(files.find(parquet), table.type())) {
        for (T row : rows) {
          csv.write(row);
        }
      }
      if (same.difference() != null) {
        twins.add("%s is not what Parquet gives: %s", file, same.difference());
      }
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      twins.unreadable(file, e);
    }
  }
}
