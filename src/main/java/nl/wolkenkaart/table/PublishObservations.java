package nl.wolkenkaart.table;

import com.google.common.collect.ImmutableList;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import nl.wolkenkaart.observation.DomainObservation;
import nl.wolkenkaart.observation.ObservationFiles;
import nl.wolkenkaart.observation.ObservedBucket;
import nl.wolkenkaart.observation.Shares;
import nl.wolkenkaart.observation.WholeFile;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Writes the other forms of each finished file of observations beside it: Parquet with the same
 * domains in the same order, and CSV with a flat row for each of their records. Gives the names of
 * the files. The Avro files stay what a run takes up again and what is classified; nothing of this
 * program reads the other forms but the check of a dataset.
 */
public final class PublishObservations
    extends PTransform<PCollection<ObservedBucket>, PCollection<String>> {
  private static final long serialVersionUID = 1;

  private static final Schema SCHEMA = PlainSchema.of(DomainObservation.class);

  private final Shares shares;

  private PublishObservations(Shares shares) {
    this.shares = shares;
  }

  /**
   * A step that takes buckets that nothing will write to any more.
   *
   * @param workers how many write at the same time
   */
  public static PublishObservations with(int workers) {
    return new PublishObservations(new Shares(workers));
  }

  @Override
  public PCollection<String> expand(PCollection<ObservedBucket> finished) {
    return finished
        .apply("Deal the files out", ParDo.of(new DealFn(shares)))
        .setCoder(KvCoder.of(VarIntCoder.of(), StringUtf8Coder.of()))
        .apply("Bring shares together", GroupByKey.create())
        .apply("Write Parquet and CSV beside Avro", ParDo.of(new WriteFn()))
        .setCoder(StringUtf8Coder.of());
  }

  /**
   * Writes the other forms of one file, in one pass over its rows.
   *
   * @param avro the file of observations
   * @return the files written
   */
  static ImmutableList<String> write(String avro) throws IOException {
    String parquet = ObservationFiles.parquet(avro);
    String csv = ObservationFiles.csv(avro);
    WholeFile.write(
        parquet,
        TableFormat.PARQUET.mediaType(),
        columns ->
            WholeFile.write(csv, GzipStream.MEDIA_TYPE, lines -> writeForms(avro, columns, lines)));
    return ImmutableList.of(parquet, csv);
  }

  private static void writeForms(
      String avro, WritableByteChannel columns, WritableByteChannel lines) throws IOException {
    try (RowWriter<IndexedRecord> parquet =
            new ParquetTable<>(
                SCHEMA, GenericData.get(), buffered(columns), ObservationFiles.domains(avro));
        RowWriter<IndexedRecord> csv =
            new CsvTable<>(ObservationRows.SCHEMA, new GzipStream(buffered(lines)))) {
      ObservationRows flat = new ObservationRows(csv::write);
      ObservationFiles.forEachRow(
          avro,
          SCHEMA,
          row -> {
            parquet.write(row);
            flat.write(row);
          });
    }
  }

  private static OutputStream buffered(WritableByteChannel channel) {
    return new BufferedOutputStream(Channels.newOutputStream(channel));
  }

  private static final class DealFn extends DoFn<ObservedBucket, KV<Integer, String>> {
    private static final long serialVersionUID = 1;
    private final Shares shares;

    DealFn(Shares shares) {
      this.shares = shares;
    }

    @ProcessElement
    public void deal(@Element ObservedBucket bucket, OutputReceiver<KV<Integer, String>> out) {
      out.output(KV.of(shares.ofFile(bucket.getFile()), bucket.getFile()));
    }
  }

  private static final class WriteFn extends DoFn<KV<Integer, Iterable<String>>, String> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void write(@Element KV<Integer, Iterable<String>> share, OutputReceiver<String> out)
        throws IOException {
      for (String avro : share.getValue()) {
        PublishObservations.write(avro).forEach(out::output);
      }
    }
  }
}
