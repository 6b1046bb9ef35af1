package nl.wolkenkaart.table;

import com.google.common.collect.ImmutableList;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/**
 * Rows in any order to one file per format, in the total order of the primary key. The same rows
 * give the same bytes, however the runner cut and shuffled them; no rows give files without rows.
 * Gives the names of the files, once they are in their place.
 *
 * <p>Each bundle sorts its rows. The pieces travel under one key to one worker, which merges and
 * writes them; what it holds of a million rows is tens of megabytes.
 */
public final class WriteTable<T extends SpecificRecord>
    extends PTransform<PCollection<T>, PCollection<String>> {
  private static final Coder<KV<String, byte[]>> CODER =
      KvCoder.of(StringUtf8Coder.of(), ByteArrayCoder.of());

  /** What is grouped with the pieces of a table even if there are none. */
  static final byte[] NOTHING = {};

  /**
   * Bytes of rows in a piece. Whoever writes a table has a window on each of its pieces at the same
   * time; whoever sorts holds one for every table.
   */
  private static final long PIECE_BYTES = 8L << 20;

  private final Table<T> table;
  private final TableFiles<T> files;
  private final long pieceBytes;

  private WriteTable(Table<T> table, TableFiles<T> files, long pieceBytes) {
    this.table = table;
    this.files = files;
    this.pieceBytes = pieceBytes;
  }

  /** Writes {@code tables/<name>} in every format. */
  public static <T extends SpecificRecord> WriteTable<T> to(RunFolder folder, Table<T> table) {
    return new WriteTable<>(
        table,
        new TableFiles<>(
            folder.tables(),
            table.name(),
            table.type(),
            ImmutableList.copyOf(TableFormat.values())),
        PIECE_BYTES);
  }

  /** Writes {@code <name>.csv} in the run's folder itself. */
  static <T extends SpecificRecord> WriteTable<T> asCsv(RunFolder folder, Table<T> table) {
    return new WriteTable<>(
        table,
        new TableFiles<>(
            folder.root(), table.name(), table.type(), ImmutableList.of(TableFormat.CSV)),
        PIECE_BYTES);
  }

  /** The same, with pieces of another size. */
  WriteTable<T> inPiecesOf(long bytes) {
    return new WriteTable<>(table, files, bytes);
  }

  @Override
  public PCollection<String> expand(PCollection<T> rows) {
    PCollection<KV<String, byte[]>> sorted =
        rows.apply("Sort rows in pieces", ParDo.of(new SortRows<>(table, pieceBytes)))
            .setCoder(CODER);
    // Without rows nothing would arrive, and no file would be written.
    PCollection<KV<String, byte[]>> begin =
        rows.getPipeline()
            .apply("Begin the table", Create.of(KV.of(table.name(), NOTHING)).withCoder(CODER));
    return PCollectionList.of(sorted)
        .and(begin)
        .apply("Add the beginning", Flatten.pCollections())
        .setCoder(CODER)
        .apply("Bring the pieces together", GroupByKey.create())
        .apply("Merge and write " + table.name(), ParDo.of(new WriteRows<>(files)))
        .setCoder(StringUtf8Coder.of());
  }
}
