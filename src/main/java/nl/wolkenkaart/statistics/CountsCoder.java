package nl.wolkenkaart.statistics;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.NavigableMap;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;

/** Counts as their number and then, in key order, sector, measure, value and organisations. */
final class CountsCoder extends AtomicCoder<Counts> {
  private static final CountsCoder INSTANCE = new CountsCoder();
  private static final StringUtf8Coder STRING = StringUtf8Coder.of();
  private static final VarLongCoder LONG = VarLongCoder.of();
  private static final VarIntCoder INT = VarIntCoder.of();

  private CountsCoder() {}

  static CountsCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(Counts counts, OutputStream out) throws IOException {
    NavigableMap<CountKey, Long> sorted = counts.sorted();
    INT.encode(sorted.size(), out);
    for (Map.Entry<CountKey, Long> entry : sorted.entrySet()) {
      STRING.encode(entry.getKey().sector(), out);
      STRING.encode(entry.getKey().measure(), out);
      STRING.encode(entry.getKey().value(), out);
      LONG.encode(entry.getValue(), out);
    }
  }

  @Override
  public Counts decode(InputStream in) throws IOException {
    Counts counts = new Counts();
    int size = INT.decode(in);
    for (int i = 0; i < size; i++) {
      CountKey key = new CountKey(STRING.decode(in), STRING.decode(in), STRING.decode(in));
      counts.add(key, LONG.decode(in));
    }
    return counts;
  }

  @Override
  public boolean consistentWithEquals() {
    return true;
  }
}
