package nl.wolkenkaart.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.specific.SpecificRecord;

/**
 * The rows of a table on this machine, in whichever form it is there, read once while they are
 * asked for; to be closed.
 */
public final class TableRows<T extends SpecificRecord> implements Iterable<T>, Closeable {
  private final Iterable<T> rows;
  private final Closeable opened;

  private TableRows(Iterable<T> rows, Closeable opened) {
    this.rows = rows;
    this.opened = opened;
  }

  /** Whether a folder holds a table in a form that can be read here. */
  public static boolean exist(Path folder, Table<?> table) {
    return Files.exists(file(folder, table, TableFormat.AVRO))
        || Files.exists(file(folder, table, TableFormat.PARQUET));
  }

  /**
   * Opens a table's Avro file, or its Parquet file where there is no other.
   *
   * @throws IOException if neither is there or can be read; the message names it
   */
  public static <T extends SpecificRecord> TableRows<T> in(Path folder, Table<T> table)
      throws IOException {
    Path parquet = file(folder, table, TableFormat.PARQUET);
    Path avro = file(folder, table, TableFormat.AVRO);
    if (!Files.exists(avro) && Files.exists(parquet)) {
      ParquetRows<T> rows = new ParquetRows<>(parquet, table.type());
      return new TableRows<>(rows, rows);
    }
    DataFileStream<T> rows = ReadTable.avro(avro.toString(), table.type());
    return new TableRows<>(rows, rows);
  }

  private static Path file(Path folder, Table<?> table, TableFormat format) {
    return folder.resolve(table.name() + '.' + format.extension());
  }

  @Override
  public Iterator<T> iterator() {
    return rows.iterator();
  }

  @Override
  public void close() throws IOException {
    opened.close();
  }
}
