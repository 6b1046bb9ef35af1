package nl.wolkenkaart.table;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterators;
import com.google.common.io.Closer;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import nl.wolkenkaart.directory.Reject;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.values.KV;

/**
 * Writes one table without a pipeline, the same files as {@link WriteTable} for the same rows. Rows
 * come in any order and number: what does not fit is sorted in pieces on disk, beside the table.
 */
public final class SortedTable<T extends SpecificRecord> implements Closeable {
  /** Bytes of rows that are sorted in memory. */
  private static final long HELD = 64L << 20;

  /** What a row takes beside its bytes. */
  private static final int OVERHEAD = 96;

  private final Table<T> table;
  private final TableFiles<T> files;
  private final AvroCoder<T> coder;
  private final Path folder;
  private final long most;
  private final List<KV<byte[], byte[]>> rows = new ArrayList<>();
  private final List<Path> pieces = new ArrayList<>();
  private long held;
  private long number;

  SortedTable(Table<T> table, TableFiles<T> files, long most) throws IOException {
    this.most = most;
    this.table = table;
    this.files = files;
    this.coder = AvroCoder.specific(table.type());
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
    KV<byte[], byte[]> keyed = KeyRows.of(table, coder, row);
    rows.add(keyed);
    number++;
    held += keyed.getKey().length + keyed.getValue().length + OVERHEAD;
    if (held > most) {
      spill();
    }
  }

  private void spill() throws IOException {
    rows.sort(WriteRows.ORDER);
    Path piece = Files.createTempFile(folder, "." + table.name(), ".sorting");
    pieces.add(piece);
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(piece)))) {
      for (KV<byte[], byte[]> row : rows) {
        out.writeInt(row.getKey().length);
        out.write(row.getKey());
        out.writeInt(row.getValue().length);
        out.write(row.getValue());
      }
    }
    rows.clear();
    held = 0;
  }

  /** Writes the files. */
  public void write() throws IOException {
    rows.sort(WriteRows.ORDER);
    try (Closer closer = Closer.create()) {
      List<Iterator<KV<byte[], byte[]>>> sorted = new ArrayList<>();
      for (Path piece : pieces) {
        sorted.add(
            new Piece(
                closer.register(
                    new DataInputStream(new BufferedInputStream(Files.newInputStream(piece)))),
                Files.size(piece)));
      }
      sorted.add(rows.iterator());
      Iterator<KV<byte[], byte[]>> merged = Iterators.mergeSorted(sorted, WriteRows.ORDER);
      files.write(Iterators.transform(merged, KV::getValue), number);
    }
  }

  /** Deletes what was sorted on disk. */
  @Override
  public void close() throws IOException {
    for (Path piece : pieces) {
      Files.deleteIfExists(piece);
    }
  }

  /** Rows that were sorted on disk. */
  private static final class Piece implements Iterator<KV<byte[], byte[]>> {
    private final DataInputStream in;
    private long left;

    Piece(DataInputStream in, long bytes) {
      this.in = in;
      this.left = bytes;
    }

    @Override
    public boolean hasNext() {
      return left > 0;
    }

    @Override
    public KV<byte[], byte[]> next() {
      try {
        byte[] key = in.readNBytes(in.readInt());
        byte[] value = in.readNBytes(in.readInt());
        left -= 2L * Integer.BYTES + key.length + value.length;
        return KV.of(key, value);
      } catch (IOException e) {
        throw new UncheckedIOException("A piece of the table cannot be read again", e);
      }
    }
  }
}
