package nl.wolkenkaart.table;

import com.google.common.primitives.UnsignedBytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/**
 * Sorts the rows of one table and writes its files. Rows stay bytes until they are written, so what
 * has to fit into memory is about the size of the uncompressed Avro file.
 */
final class WriteRows<T extends SpecificRecord>
    extends DoFn<KV<String, Iterable<KV<byte[], byte[]>>>, String> {
  /** By key; rows with the same key, which an invariant forbids, still have one order. */
  static final Comparator<KV<byte[], byte[]>> ORDER =
      Comparator.<KV<byte[], byte[]>, byte[]>comparing(
              KV::getKey, UnsignedBytes.lexicographicalComparator())
          .thenComparing(KV::getValue, UnsignedBytes.lexicographicalComparator());

  private final TableFiles<T> files;

  WriteRows(TableFiles<T> files) {
    this.files = files;
  }

  @ProcessElement
  public void process(
      @Element KV<String, Iterable<KV<byte[], byte[]>>> table, OutputReceiver<String> out)
      throws IOException {
    List<KV<byte[], byte[]>> rows = new ArrayList<>();
    for (KV<byte[], byte[]> row : table.getValue()) {
      if (!KeyRows.isBegin(row)) {
        rows.add(row);
      }
    }
    rows.sort(ORDER);
    files.write(rows.stream().map(KV::getValue).iterator(), rows.size()).forEach(out::output);
  }
}
