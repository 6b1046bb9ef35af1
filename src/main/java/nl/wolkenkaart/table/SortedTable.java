package nl.wolkenkaart.table;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Closer;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import nl.wolkenkaart.directory.Reject;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.values.KV;

/**
 * Writes one table without a pipeline, the same files as {@link WriteTable} for the same rows. Rows
 * come in any order and number: what does not fit is sorted in pieces on disk, beside the table.
 */
public final class SortedTable<T extends SpecificRecord> implements Closeable {
  /** Bytes of rows that are sorted in memory. */
  private static final long HELD = 64L << 20;

  private final Table<T> table;
  private final TableFiles<T> files;
  private final Path folder;
  private final long most;
  private final HeldRows<T> held;
  private final List<Path> pieces = new ArrayList<>();
  private long number;

  SortedTable(Table<T> table, TableFiles<T> files, long most) throws IOException {
    this.most = most;
    this.table = table;
    this.files = files;
    this.held = new HeldRows<>(table);
    this.folder = Path.of(files.folder());
    Files.createDirectories(folder);
  }

  /** A table of a run, in every format. */
  public static <T extends SpecificRecord> SortedTable<T> of(RunFolder folder, Table<T> table)
      throws IOException {
    return new SortedTable<>(
        table,
        new TableFiles<>(
            folder.tables(),
            table.name(),
            table.type(),
            ImmutableList.copyOf(TableFormat.values())),
        HELD);
  }

  /** Rows in an order of one's own, as Avro in a folder on this machine. */
  public static <T extends SpecificRecord> SortedTable<T> asAvro(Path folder, Table<T> table)
      throws IOException {
    return new SortedTable<>(
        table,
        new TableFiles<>(
            folder.toString(), table.name(), table.type(), ImmutableList.of(TableFormat.AVRO)),
        HELD);
  }

  /** The rejects of a run. */
  public static SortedTable<Reject> rejects(RunFolder folder) throws IOException {
    Table<Reject> table = Tables.REJECTS;
    return new SortedTable<>(
        table,
        new TableFiles<>(
            folder.root(), table.name(), table.type(), ImmutableList.of(TableFormat.CSV)),
        HELD);
  }

  /** Takes a row. */
  public void add(T row) throws IOException {
    held.add(row);
    number++;
    if (held.bytes() > most) {
      spill();
    }
  }

  private void spill() throws IOException {
    Path piece = Files.createTempFile(folder, "." + table.name(), ".sorting");
    pieces.add(piece);
    SortedPiece.write(held.take(), new BufferedOutputStream(Files.newOutputStream(piece)));
  }

  /** Writes the files. */
  public void write() throws IOException {
    try (Closer closer = Closer.create()) {
      List<Iterator<KV<byte[], byte[]>>> sorted = new ArrayList<>();
      for (Path piece : pieces) {
        sorted.add(
            closer.register(
                SortedPiece.of(
                    closer.register(new BufferedInputStream(Files.newInputStream(piece))))));
      }
      sorted.add(held.take().iterator());
      files.write(SortedPiece.merged(sorted), number);
    }
  }

  /** Deletes what was sorted on disk. */
  @Override
  public void close() throws IOException {
    for (Path piece : pieces) {
      Files.deleteIfExists(piece);
    }
  }
}
