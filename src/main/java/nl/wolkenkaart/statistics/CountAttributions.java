package nl.wolkenkaart.statistics;

import java.util.Map;
import nl.wolkenkaart.provider.Attribution;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PInput;
import org.apache.beam.sdk.values.POutput;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Attributions to the rows of the tables that count them; no rows for no attributions.
 *
 * <p>One combine over everything, not one key per value: on the DirectRunner the cost grows with
 * the number of keys, and the counts of a country fit into a few kilobytes.
 */
public final class CountAttributions
    extends PTransform<PCollection<Attribution>, CountAttributions.Result> {
  private static final long serialVersionUID = 1;

  private static final TupleTag<Statistic> STATISTICS = new TupleTag<>() {};
  private static final TupleTag<Concentration> CONCENTRATION = new TupleTag<>() {};
  private static final TupleTag<NotMeasured> NOT_MEASURED = new TupleTag<>() {};

  private final int minCell;

  private CountAttributions(int minCell) {
    this.minCell = minCell;
  }

  /**
   * A step that counts.
   *
   * @param minCell organisations that a published cell must have; 0 for all cells
   */
  public static CountAttributions withCellsOf(int minCell) {
    return new CountAttributions(minCell);
  }

  /**
   * A step that gives the statistics of all cells alone, with one output only: Beam's Spark runner
   * leaves out what nobody reads of several outputs (apache/beam#33772), and where one is left it
   * takes the rows of all for its own (apache/beam#32546).
   */
  static PTransform<PCollection<Attribution>, PCollection<Statistic>> statisticsAlone() {
    return new StatisticsAlone();
  }

  private static PCollection<Counts> count(PCollection<Attribution> attributions) {
    return attributions
        .apply("Count by sector and value", Combine.globally(new CountFn()).withoutDefaults())
        .setCoder(CountsCoder.of());
  }

  @Override
  public Result expand(PCollection<Attribution> attributions) {
    PCollectionTuple rows =
        count(attributions)
            .apply(
                "Work out the shares",
                ParDo.of(new RowsFn(minCell))
                    .withOutputTags(STATISTICS, TupleTagList.of(CONCENTRATION).and(NOT_MEASURED)));
    return new Result(
        rows.get(STATISTICS).setCoder(AvroCoder.specific(Statistic.class)),
        rows.get(CONCENTRATION).setCoder(AvroCoder.specific(Concentration.class)),
        rows.get(NOT_MEASURED).setCoder(AvroCoder.specific(NotMeasured.class)));
  }

  /** The rows of three tables. */
  public static final class Result implements POutput {
    private final PCollection<Statistic> statistics;
    private final PCollection<Concentration> concentration;
    private final PCollection<NotMeasured> notMeasured;

    private Result(
        PCollection<Statistic> statistics,
        PCollection<Concentration> concentration,
        PCollection<NotMeasured> notMeasured) {
      this.statistics = statistics;
      this.concentration = concentration;
      this.notMeasured = notMeasured;
    }

    /** Counts and shares. */
    public PCollection<Statistic> statistics() {
      return statistics;
    }

    /** How concentrated each sector is. */
    public PCollection<Concentration> concentration() {
      return concentration;
    }

    /** What was not measured, and why. */
    public PCollection<NotMeasured> notMeasured() {
      return notMeasured;
    }

    @Override
    public Pipeline getPipeline() {
      return statistics.getPipeline();
    }

    @Override
    public Map<TupleTag<?>, PValue> expand() {
      return Map.of(
          STATISTICS, statistics, CONCENTRATION, concentration, NOT_MEASURED, notMeasured);
    }

    @Override
    public void finishSpecifyingOutput(
        String transformName, PInput input, PTransform<?, ?> transform) {}
  }

  private static final class StatisticsAlone
      extends PTransform<PCollection<Attribution>, PCollection<Statistic>> {
    private static final long serialVersionUID = 1;

    @Override
    public PCollection<Statistic> expand(PCollection<Attribution> attributions) {
      return count(attributions)
          .apply(
              "Work out the shares",
              FlatMapElements.into(TypeDescriptor.of(Statistic.class))
                  .via(counts -> PublishedCounts.of(counts, 0).statistics()))
          .setCoder(AvroCoder.specific(Statistic.class));
    }
  }

  private static final class RowsFn extends DoFn<Counts, Statistic> {
    private static final long serialVersionUID = 1;

    private final int minCell;

    RowsFn(int minCell) {
      this.minCell = minCell;
    }

    @ProcessElement
    public void rows(@Element Counts counts, MultiOutputReceiver out) {
      PublishedCounts rows = PublishedCounts.of(counts, minCell);
      rows.statistics().forEach(out.get(STATISTICS)::output);
      rows.concentration().forEach(out.get(CONCENTRATION)::output);
      rows.notMeasured().forEach(out.get(NOT_MEASURED)::output);
    }
  }

  private static final class CountFn extends Combine.CombineFn<Attribution, Counts, Counts> {
    private static final long serialVersionUID = 1;

    @Override
    public Counts createAccumulator() {
      return new Counts();
    }

    @Override
    public Counts addInput(Counts counts, Attribution attribution) {
      counts.add(attribution);
      return counts;
    }

    @Override
    public Counts mergeAccumulators(Iterable<Counts> parts) {
      Counts sum = new Counts();
      parts.forEach(sum::addAll);
      return sum;
    }

    @Override
    public Counts extractOutput(Counts counts) {
      return counts;
    }

    @Override
    public Coder<Counts> getAccumulatorCoder(CoderRegistry registry, Coder<Attribution> input) {
      return CountsCoder.of();
    }

    @Override
    public Coder<Counts> getDefaultOutputCoder(CoderRegistry registry, Coder<Attribution> input) {
      return CountsCoder.of();
    }
  }
}
