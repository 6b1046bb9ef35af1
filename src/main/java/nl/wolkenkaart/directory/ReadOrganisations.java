package nl.wolkenkaart.directory;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wolkenkaart.directory.sources.Registers;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PInput;
import org.apache.beam.sdk.values.POutput;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads lists of organisations. All are read by one reader, one after the other: an id must differ
 * over all of them, an organisation may stand in several, and which row of two comes first must not
 * depend on the runner.
 *
 * <p>Counters of the name space {@code directory}: {@code rows}, {@code organisations}, {@code
 * rejects}, and where there are any {@code joined} and {@code ended}.
 */
public final class ReadOrganisations extends PTransform<PBegin, ReadOrganisations.Result> {
  private static final long serialVersionUID = 1L;

  private static final TupleTag<Organisation> ORGANISATIONS = new TupleTag<>("organisations") {};
  private static final TupleTag<Reject> REJECTS = new TupleTag<>("rejects") {};
  private static final TupleTag<Long> ROWS = new TupleTag<>("rows") {};
  private static final TupleTag<KV<String, Long>> COUNTS = new TupleTag<>("counts") {};

  private final OrganisationLists lists;

  private ReadOrganisations(OrganisationLists lists) {
    this.lists = lists;
  }

  /**
   * Reads the plain lists of a path or pattern.
   *
   * @param pattern path of a file, or a pattern of Beam's file systems; a pattern that matches no
   *     file fails the pipeline
   */
  public static ReadOrganisations from(String pattern) {
    RegisterInput plain = RegisterInput.of(pattern, Registers.OWN);
    return from(new OrganisationLists(ImmutableList.of(plain), LocalDate.EPOCH));
  }

  /** Reads lists; one that cannot be read fails the pipeline. */
  public static ReadOrganisations from(OrganisationLists lists) {
    return new ReadOrganisations(lists);
  }

  @Override
  public Result expand(PBegin input) {
    PCollectionTuple read =
        input
            .apply("Begin to read", Create.of("").withCoder(StringUtf8Coder.of()))
            .apply(
                "Read rows",
                ParDo.of(new ReadFn(lists))
                    .withOutputTags(ORGANISATIONS, TupleTagList.of(REJECTS).and(ROWS).and(COUNTS)));
    return new Result(
        read.get(ORGANISATIONS).setCoder(AvroCoder.specific(Organisation.class)),
        read.get(REJECTS).setCoder(AvroCoder.specific(Reject.class)),
        read.get(ROWS).setCoder(VarLongCoder.of()),
        read.get(COUNTS).setCoder(KvCoder.of(StringUtf8Coder.of(), VarLongCoder.of())));
  }

  /** What the lists hold. */
  public static final class Result implements POutput {
    private final PCollection<Organisation> organisations;
    private final PCollection<Reject> rejects;
    private final PCollection<Long> rows;
    private final PCollection<KV<String, Long>> counts;

    private Result(
        PCollection<Organisation> organisations,
        PCollection<Reject> rejects,
        PCollection<Long> rows,
        PCollection<KV<String, Long>> counts) {
      this.organisations = organisations;
      this.rejects = rejects;
      this.rows = rows;
      this.counts = counts;
    }

    /** Rows that can be used. */
    public PCollection<Organisation> organisations() {
      return organisations;
    }

    /** Rows that cannot be used. */
    public PCollection<Reject> rejects() {
      return rejects;
    }

    /** Number of rows of each file. */
    public PCollection<Long> rows() {
      return rows;
    }

    /**
     * The other numbers of {@link DirectoryCounts}, by the names that they have there, apart from
     * those of organisations and rejects.
     */
    public PCollection<KV<String, Long>> counts() {
      return counts;
    }

    @Override
    public Pipeline getPipeline() {
      return organisations.getPipeline();
    }

    @Override
    public Map<TupleTag<?>, PValue> expand() {
      return Map.of(ORGANISATIONS, organisations, REJECTS, rejects, ROWS, rows, COUNTS, counts);
    }

    @Override
    public void finishSpecifyingOutput(
        String transformName, PInput input, PTransform<?, ?> transform) {}
  }

  private static final class ReadFn extends DoFn<String, Organisation> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ReadOrganisations.class);

    /** Counted by the steps that come after, of what comes out of this one. */
    private static final Set<String> COUNTED_ELSEWHERE =
        Set.of(DirectoryCounts.ROWS, DirectoryCounts.ORGANISATIONS, DirectoryCounts.REJECTS);

    private static final List<String> METRICS =
        List.of(
            DirectoryCounts.ROWS,
            DirectoryCounts.ORGANISATIONS,
            DirectoryCounts.REJECTS,
            DirectoryCounts.JOINED,
            DirectoryCounts.ENDED);

    private final OrganisationLists lists;

    ReadFn(OrganisationLists lists) {
      this.lists = lists;
    }

    @ProcessElement
    public void read(MultiOutputReceiver output) throws IOException {
      DirectoryCounts counts =
          lists.read(output.get(ORGANISATIONS)::output, output.get(REJECTS)::output, LOG::info);
      for (Map<String, Long> file : counts.files().values()) {
        output.get(ROWS).output(file.getOrDefault(DirectoryCounts.ROWS, 0L));
      }
      counts
          .totals()
          .forEach(
              (what, number) -> {
                if (!COUNTED_ELSEWHERE.contains(what)) {
                  output.get(COUNTS).output(KV.of(what, number));
                }
              });
      for (String metric : METRICS) {
        if (counts.total(metric) > 0) {
          Metrics.counter("directory", metric).inc(counts.total(metric));
        }
      }
    }
  }
}
