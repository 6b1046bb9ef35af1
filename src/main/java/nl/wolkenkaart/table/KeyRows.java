package nl.wolkenkaart.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.values.KV;

/** Rows to (name of the table, (primary key, row)), key and row as bytes. */
final class KeyRows<T extends SpecificRecord> extends DoFn<T, KV<String, KV<byte[], byte[]>>> {
  private static final byte[] NOTHING = {};

  private final Table<T> table;
  private final Coder<T> coder;

  KeyRows(Table<T> table, Coder<T> coder) {
    this.table = table;
    this.coder = coder;
  }

  /** What is grouped with the rows even if there are none; has no row in it. */
  static KV<String, KV<byte[], byte[]>> begin(Table<?> table) {
    return KV.of(table.name(), KV.of(NOTHING, NOTHING));
  }

  static boolean isBegin(KV<byte[], byte[]> keyAndRow) {
    return keyAndRow.getValue().length == 0;
  }

  /** A row's key and the row. */
  static <T extends SpecificRecord> KV<byte[], byte[]> of(Table<T> table, Coder<T> coder, T row)
      throws CoderException {
    byte[] key = table.primaryKey().apply(row).getBytes(UTF_8);
    return KV.of(key, CoderUtils.encodeToByteArray(coder, row));
  }

  @ProcessElement
  public void process(@Element T row, OutputReceiver<KV<String, KV<byte[], byte[]>>> out)
      throws CoderException {
    out.output(KV.of(table.name(), of(table, coder, row)));
  }
}
