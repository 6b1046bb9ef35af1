package nl.wolkenkaart.observation;

import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/**
 * Finds the files of observations in a folder and deals them out to workers: the key is the share,
 * the value its files. Read them with {@link ObservationFiles#forEach}, so that what one domain was
 * asked is in memory and not what a whole country was.
 */
public final class FindObservations
    extends PTransform<PBegin, PCollection<KV<Integer, Iterable<String>>>> {
  private static final long serialVersionUID = 1;

  private final String folder;
  private final Shares shares;

  private FindObservations(String folder, Shares shares) {
    this.folder = folder;
    this.shares = shares;
  }

  /**
   * A step that finds all files of a folder; one without files fails the pipeline.
   *
   * @param folder folder of the observations, a local path or a URI
   * @param workers how many read at the same time
   */
  public static FindObservations in(String folder, int workers) {
    return new FindObservations(folder, new Shares(workers));
  }

  @Override
  public PCollection<KV<Integer, Iterable<String>>> expand(PBegin begin) {
    return begin
        .apply(
            "Find files of observations",
            FileIO.match()
                .filepattern(ObservationFiles.pattern(folder))
                .withEmptyMatchTreatment(EmptyMatchTreatment.DISALLOW))
        .apply("Deal them out", ParDo.of(new DealFn(shares)))
        .setCoder(KvCoder.of(VarIntCoder.of(), StringUtf8Coder.of()))
        .apply("Bring shares together", GroupByKey.create());
  }

  private static final class DealFn extends DoFn<MatchResult.Metadata, KV<Integer, String>> {
    private static final long serialVersionUID = 1;
    private final Shares shares;

    DealFn(Shares shares) {
      this.shares = shares;
    }

    @ProcessElement
    public void deal(@Element MatchResult.Metadata file, OutputReceiver<KV<Integer, String>> out) {
      String path = file.resourceId().toString();
      out.output(KV.of(shares.ofFile(path), path));
    }
  }
}
