package nl.wolkenkaart.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.values.KV;

/** Rows in memory, each as (primary key, row) in bytes, until there are enough to be sorted. */
final class HeldRows<T extends SpecificRecord> {
  /** What a row takes beside its bytes. */
  private static final int OVERHEAD = 96;

  private final Table<T> table;
  private final AvroCoder<T> coder;
  private List<KV<byte[], byte[]>> rows = new ArrayList<>();
  private long bytes;

  HeldRows(Table<T> table) {
    this.table = table;
    this.coder = AvroCoder.specific(table.type());
  }

  void add(T row) throws CoderException {
    byte[] key = table.primaryKey().apply(row).getBytes(UTF_8);
    byte[] value = CoderUtils.encodeToByteArray(coder, row);
    rows.add(KV.of(key, value));
    bytes += key.length + value.length + OVERHEAD;
  }

  /** About what the rows take in memory; 0 when there are none. */
  long bytes() {
    return bytes;
  }

  /** The rows in order; none are held afterwards. */
  List<KV<byte[], byte[]>> take() {
    List<KV<byte[], byte[]>> taken = rows;
    taken.sort(SortedPiece.ORDER);
    rows = new ArrayList<>();
    bytes = 0;
    return taken;
  }
}
