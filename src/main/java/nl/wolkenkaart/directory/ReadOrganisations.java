package nl.wolkenkaart.directory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.io.Compression;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.io.FileIO.ReadableFile;
import org.apache.beam.sdk.io.ReadableFileCoder;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PInput;
import org.apache.beam.sdk.values.POutput;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Reads lists of organisations. All files are read by one reader in the order of their names: an id
 * must differ over all of them, and which row of two comes first must not depend on the runner.
 *
 * <p>Counters of the name space {@code directory}: {@code rows}, {@code organisations}, {@code
 * rejects}.
 */
public final class ReadOrganisations extends PTransform<PBegin, ReadOrganisations.Result> {
  private static final long serialVersionUID = 1L;

  private static final TupleTag<Organisation> ORGANISATIONS = new TupleTag<>("organisations") {};
  private static final TupleTag<Reject> REJECTS = new TupleTag<>("rejects") {};
  private static final TupleTag<Long> ROWS = new TupleTag<>("rows") {};

  private final String pattern;

  private ReadOrganisations(String pattern) {
    this.pattern = pattern;
  }

  /**
   * Reads the files of a path or pattern.
   *
   * @param pattern path of a file, or a pattern of Beam's file systems; a pattern that matches no
   *     file fails the pipeline
   */
  public static ReadOrganisations from(String pattern) {
    return new ReadOrganisations(pattern);
  }

  @Override
  public Result expand(PBegin input) {
    PCollectionTuple read =
        input
            .apply(
                "Find lists of organisations",
                FileIO.match()
                    .filepattern(pattern)
                    .withEmptyMatchTreatment(EmptyMatchTreatment.DISALLOW))
            .apply("Open lists", FileIO.readMatches().withCompression(Compression.UNCOMPRESSED))
            .apply("Key all lists alike", WithKeys.of(""))
            .setCoder(KvCoder.of(StringUtf8Coder.of(), ReadableFileCoder.of()))
            .apply("Bring lists together", GroupByKey.create())
            .apply(
                "Read rows",
                ParDo.of(new ReadFn())
                    .withOutputTags(ORGANISATIONS, TupleTagList.of(REJECTS).and(ROWS)));
    return new Result(
        read.get(ORGANISATIONS).setCoder(AvroCoder.specific(Organisation.class)),
        read.get(REJECTS).setCoder(AvroCoder.specific(Reject.class)),
        read.get(ROWS).setCoder(VarLongCoder.of()));
  }

  /** What the lists hold. */
  public static final class Result implements POutput {
    private final PCollection<Organisation> organisations;
    private final PCollection<Reject> rejects;
    private final PCollection<Long> rows;

    private Result(
        PCollection<Organisation> organisations,
        PCollection<Reject> rejects,
        PCollection<Long> rows) {
      this.organisations = organisations;
      this.rejects = rejects;
      this.rows = rows;
    }

    /** Rows that can be used. */
    public PCollection<Organisation> organisations() {
      return organisations;
    }

    /** Rows that cannot be used. */
    public PCollection<Reject> rejects() {
      return rejects;
    }

    /** Number of rows of each file: the sum is that of organisations and rejects. */
    public PCollection<Long> rows() {
      return rows;
    }

    @Override
    public Pipeline getPipeline() {
      return organisations.getPipeline();
    }

    @Override
    public Map<TupleTag<?>, PValue> expand() {
      return Map.of(ORGANISATIONS, organisations, REJECTS, rejects, ROWS, rows);
    }

    @Override
    public void finishSpecifyingOutput(
        String transformName, PInput input, PTransform<?, ?> transform) {}
  }

  private static final class ReadFn extends DoFn<KV<String, Iterable<ReadableFile>>, Organisation> {
    private static final long serialVersionUID = 1L;

    private final Counter rows = Metrics.counter("directory", "rows");
    private final Counter organisations = Metrics.counter("directory", "organisations");
    private final Counter rejects = Metrics.counter("directory", "rejects");

    @ProcessElement
    public void read(@Element KV<String, Iterable<ReadableFile>> lists, MultiOutputReceiver output)
        throws IOException {
      List<ReadableFile> files = new ArrayList<>();
      lists.getValue().forEach(files::add);
      files.sort(Comparator.comparing(file -> resource(file).toString()));
      CsvDirectory directory = new CsvDirectory();
      for (ReadableFile file : files) {
        try (InputStream in = Channels.newInputStream(file.open())) {
          CsvDirectory.Counts counts =
              directory.read(
                  String.valueOf(resource(file).getFilename()),
                  in,
                  output.get(ORGANISATIONS)::output,
                  output.get(REJECTS)::output);
          output.get(ROWS).output(counts.rows());
          rows.inc(counts.rows());
          organisations.inc(counts.organisations());
          rejects.inc(counts.rejects());
        }
      }
    }

    private static ResourceId resource(ReadableFile file) {
      return file.getMetadata().resourceId();
    }
  }
}
