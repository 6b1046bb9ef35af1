package nl.wolkenkaart.table;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
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
 * Writes the Parquet form of each finished file of observations beside it, with the same domains in
 * the same order. Gives the names of the files. The Avro files stay what a run takes up again and
 * what is classified; nothing of this program reads the Parquet form but the check of a dataset.
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
        .apply("Write Parquet beside Avro", ParDo.of(new WriteFn()))
        .setCoder(StringUtf8Coder.of());
  }

  /**
   * Writes the Parquet form of one file.
   *
   * @param avro the file of observations
   * @return the file written
   */
  static String write(String avro) throws IOException {
    String parquet = ObservationFiles.parquet(avro);
    WholeFile.write(
        parquet,
        TableFormat.PARQUET.mediaType(),
        channel -> {
          try (RowWriter<IndexedRecord> writer =
              new ParquetTable<>(
                  SCHEMA,
                  GenericData.get(),
                  new BufferedOutputStream(Channels.newOutputStream(channel)),
                  ObservationFiles.domains(avro))) {
            ObservationFiles.forEachRow(avro, SCHEMA, writer::write);
          }
        });
    return parquet;
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
        out.output(PublishObservations.write(avro));
      }
    }
  }
}
