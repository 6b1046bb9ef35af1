package nl.wolkenkaart.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/** Counts to be added up: how many rows were corrected, and which corrections change nothing. */
public final class CorrectionCounts
    extends PTransform<PCollection<Attribution>, PCollection<KV<String, Long>>> {
  private static final long serialVersionUID = 1;

  /** The name of the count of corrected rows. */
  public static final String APPLIED = "corrections/applied";

  /** What the name of the count of a correction begins with that the evidence agrees with. */
  public static final String REDUNDANT = "corrections/redundant/";

  private final Corrections corrections;

  private CorrectionCounts(Corrections corrections) {
    this.corrections = corrections;
  }

  /** A step that counts rows which these corrections were applied to. */
  public static CorrectionCounts of(Corrections corrections) {
    return new CorrectionCounts(corrections);
  }

  @Override
  public PCollection<KV<String, Long>> expand(PCollection<Attribution> rows) {
    Corrections applied = corrections;
    return rows.apply(
            "Count what was corrected",
            FlatMapElements.into(
                    TypeDescriptors.kvs(TypeDescriptors.strings(), TypeDescriptors.longs()))
                .via(
                    (Attribution row) ->
                        applied.counts(row).stream().map(name -> KV.of(name, 1L)).toList()))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), VarLongCoder.of()));
  }

  /**
   * What a person should be told of the corrections, a line each: those whose time is over, and
   * those that the evidence agrees with.
   *
   * @param counts the counts of the run, added up
   */
  public static List<String> warnings(Corrections corrections, Map<String, Long> counts) {
    List<String> lines = new ArrayList<>(corrections.expired());
    counts.keySet().stream()
        .filter(name -> name.startsWith(REDUNDANT))
        .sorted()
        .map(name -> name.substring(REDUNDANT.length()))
        .forEach(about -> lines.add("the evidence now agrees with the correction of " + about));
    return lines;
  }
}
