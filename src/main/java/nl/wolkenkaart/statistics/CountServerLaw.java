package nl.wolkenkaart.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.statistics.ServerLaws.Cell;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.Sum;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;

/** Attributions to the rows of server_law; no rows for no attributions. */
public final class CountServerLaw
    extends PTransform<PCollection<Attribution>, PCollection<ServerLaw>> {
  private static final long serialVersionUID = 1;
  private static final KvCoder<String, Long> COUNT =
      KvCoder.of(StringUtf8Coder.of(), VarLongCoder.of());

  private final int minCell;

  private CountServerLaw(int minCell) {
    this.minCell = minCell;
  }

  /**
   * A step that counts.
   *
   * @param minCell organisations that a published cell must have; with 2 or more there is no row,
   *     since pooled cells would tell neither a country nor a law
   */
  public static CountServerLaw withCellsOf(int minCell) {
    return new CountServerLaw(minCell);
  }

  @Override
  public PCollection<ServerLaw> expand(PCollection<Attribution> attributions) {
    if (minCell > 1) {
      return attributions
          .getPipeline()
          .apply("No cells", Create.empty(AvroCoder.specific(ServerLaw.class)));
    }
    return attributions
        .apply(
            "Name the cells of each organisation",
            FlatMapElements.into(
                    TypeDescriptors.kvs(TypeDescriptors.strings(), TypeDescriptors.longs()))
                .via(CountServerLaw::counted))
        .setCoder(COUNT)
        .apply("Count the cells", Sum.longsPerKey())
        .setCoder(COUNT)
        .apply(
            "Key all cells alike",
            WithKeys.<String, KV<String, Long>>of("").withKeyType(TypeDescriptors.strings()))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), COUNT))
        .apply("Bring the cells together", GroupByKey.create())
        .apply(
            "Work out the shares of cells",
            FlatMapElements.into(TypeDescriptor.of(ServerLaw.class)).via(CountServerLaw::rows))
        .setCoder(AvroCoder.specific(ServerLaw.class));
  }

  private static Iterable<KV<String, Long>> counted(Attribution row) {
    List<KV<String, Long>> counts = new ArrayList<>();
    for (Cell cell : ServerLaws.cells(row)) {
      counts.add(
          KV.of(String.join("\0", cell.sector(), cell.role(), cell.country(), cell.law()), 1L));
    }
    return counts;
  }

  private static Iterable<ServerLaw> rows(KV<String, Iterable<KV<String, Long>>> all) {
    Map<Cell, Long> counts = new HashMap<>();
    for (KV<String, Long> one : all.getValue()) {
      String[] part = one.getKey().split("\0", -1);
      counts.put(new Cell(part[0], part[1], part[2], part[3]), one.getValue());
    }
    return ServerLaws.rows(counts);
  }
}
