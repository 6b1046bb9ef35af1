package nl.wolkenkaart.table;

import com.google.common.collect.ImmutableList;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
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
 * <p>The rows travel as bytes under one key to one worker, which sorts and writes them. That is
 * meant for up to a million rows.
 */
public final class WriteTable<T extends SpecificRecord>
    extends PTransform<PCollection<T>, PCollection<String>> {
  static final Coder<KV<String, KV<byte[], byte[]>>> CODER =
      KvCoder.of(StringUtf8Coder.of(), KvCoder.of(ByteArrayCoder.of(), ByteArrayCoder.of()));

  private final Table<T> table;
  private final TableFiles<T> files;

  private WriteTable(Table<T> table, TableFiles<T> files) {
    this.table = table;
    this.files = files;
  }

  /** Writes {@code tables/<name>} in every format. */
  public static <T extends SpecificRecord> WriteTable<T> to(RunFolder folder, Table<T> table) {
    return new WriteTable<>(
        table,
        new TableFiles<>(
            folder.tables(),
            table.name(),
            table.type(),
            ImmutableList.copyOf(TableFormat.values())));
  }

  /** Writes {@code <name>.csv} in the run's folder itself. */
  static <T extends SpecificRecord> WriteTable<T> asCsv(RunFolder folder, Table<T> table) {
    return new WriteTable<>(
        table,
        new TableFiles<>(
            folder.root(), table.name(), table.type(), ImmutableList.of(TableFormat.CSV)));
  }

  @Override
  public PCollection<String> expand(PCollection<T> rows) {
    Coder<T> coder = AvroCoder.specific(table.type());
    PCollection<KV<String, KV<byte[], byte[]>>> keyed =
        rows.apply("Give each row its key", ParDo.of(new KeyRows<>(table, coder))).setCoder(CODER);
    // Without rows nothing would arrive, and no file would be written.
    PCollection<KV<String, KV<byte[], byte[]>>> begin =
        rows.getPipeline()
            .apply("Begin the table", Create.of(KeyRows.begin(table)).withCoder(CODER));
    return PCollectionList.of(keyed)
        .and(begin)
        .apply("Add the beginning", Flatten.pCollections())
        .setCoder(CODER)
        .apply("Bring the rows together", GroupByKey.create())
        .apply("Sort and write " + table.name(), ParDo.of(new WriteRows<>(files)))
        .setCoder(StringUtf8Coder.of());
  }
}
