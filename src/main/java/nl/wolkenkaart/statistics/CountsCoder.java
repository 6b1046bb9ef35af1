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

/**
 * Counts as the number of tallies and then, in key order, sector, measure, value and the tally;
 * then what was not measured in the same way.
 */
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
    NavigableMap<CountKey, Tally> sorted = counts.sorted();
    INT.encode(sorted.size(), out);
    for (Map.Entry<CountKey, Tally> entry : sorted.entrySet()) {
      encode(entry.getKey(), out);
      Tally tally = entry.getValue();
      LONG.encode(tally.organisations(), out);
      LONG.encode(tally.atLeast(), out);
      LONG.encode(tally.possible(), out);
      LONG.encode(tally.domains(), out);
      LONG.encode(tally.listDomains(), out);
      LONG.encode(tally.population(), out);
      LONG.encode(tally.populated(), out);
    }
    NavigableMap<CountKey, Long> gaps = counts.sortedGaps();
    INT.encode(gaps.size(), out);
    for (Map.Entry<CountKey, Long> entry : gaps.entrySet()) {
      encode(entry.getKey(), out);
      LONG.encode(entry.getValue(), out);
    }
  }

  private static void encode(CountKey key, OutputStream out) throws IOException {
    STRING.encode(key.sector(), out);
    STRING.encode(key.measure(), out);
    STRING.encode(key.value(), out);
  }

  @Override
  public Counts decode(InputStream in) throws IOException {
    Counts counts = new Counts();
    int size = INT.decode(in);
    for (int i = 0; i < size; i++) {
      counts.add(key(in), tally(in));
    }
    int gaps = INT.decode(in);
    for (int i = 0; i < gaps; i++) {
      counts.addGap(key(in), LONG.decode(in));
    }
    return counts;
  }

  private static CountKey key(InputStream in) throws IOException {
    return new CountKey(STRING.decode(in), STRING.decode(in), STRING.decode(in));
  }

  private static Tally tally(InputStream in) throws IOException {
    return new Tally(
        LONG.decode(in),
        LONG.decode(in),
        LONG.decode(in),
        LONG.decode(in),
        LONG.decode(in),
        LONG.decode(in),
        LONG.decode(in));
  }

  @Override
  public boolean consistentWithEquals() {
    return true;
  }
}
