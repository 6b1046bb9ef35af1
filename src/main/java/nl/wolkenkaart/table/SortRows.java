package nl.wolkenkaart.table;

import java.io.IOException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;

/**
 * Rows to (name of the table, {@link SortedPiece}): what comes in one bundle is sorted where it is,
 * and goes on in a few large elements instead of one for each row.
 */
final class SortRows<T extends SpecificRecord> extends DoFn<T, KV<String, byte[]>> {
  private static final long serialVersionUID = 1;

  private final Table<T> table;
  private final long most;
  private transient HeldRows<T> held;

  /**
   * @param most bytes of rows in a piece
   */
  SortRows(Table<T> table, long most) {
    this.table = table;
    this.most = most;
  }

  @StartBundle
  public void begin() {
    held = new HeldRows<>(table);
  }

  @ProcessElement
  public void process(@Element T row, OutputReceiver<KV<String, byte[]>> out) throws IOException {
    held.add(row);
    if (held.bytes() > most) {
      out.output(piece());
    }
  }

  @FinishBundle
  public void end(FinishBundleContext context) throws IOException {
    if (held.bytes() > 0) {
      context.output(piece(), GlobalWindow.INSTANCE.maxTimestamp(), GlobalWindow.INSTANCE);
    }
  }

  private KV<String, byte[]> piece() throws IOException {
    return KV.of(table.name(), SortedPiece.pack(held.take()));
  }
}
