package nl.wolkenkaart.table;

import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * How many elements a stage has, under the stage's name: a number for each bundle, to be added up
 * by {@link WriteCounts}.
 */
public final class StageCounts<T>
    extends PTransform<PCollection<T>, PCollection<KV<String, Long>>> {
  private static final long serialVersionUID = 1;

  private final String stage;

  private StageCounts(String stage) {
    this.stage = stage;
  }

  /** A step that counts; a stage without elements may give no number. */
  public static <T> StageCounts<T> of(String stage) {
    return new StageCounts<>(stage);
  }

  /** A step that gives numbers the stage's name; what adds up the counts adds them up. */
  public static PTransform<PCollection<Long>, PCollection<KV<String, Long>>> named(String stage) {
    return new PTransform<>() {
      private static final long serialVersionUID = 1;

      @Override
      public PCollection<KV<String, Long>> expand(PCollection<Long> numbers) {
        return numbers
            .apply("Give the stage's name", WithKeys.of(stage))
            .setCoder(KvCoder.of(StringUtf8Coder.of(), VarLongCoder.of()));
      }
    };
  }

  @Override
  public PCollection<KV<String, Long>> expand(PCollection<T> elements) {
    return elements
        .apply("Count them", ParDo.of(new CountFn<>(stage)))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), VarLongCoder.of()));
  }

  /** Counted where they are: a global combine is a dozen steps, and on Spark a job of its own. */
  private static final class CountFn<T> extends DoFn<T, KV<String, Long>> {
    private static final long serialVersionUID = 1;

    private final String stage;
    private long number;

    CountFn(String stage) {
      this.stage = stage;
    }

    @StartBundle
    public void begin() {
      number = 0;
    }

    @ProcessElement
    public void count() {
      number++;
    }

    @FinishBundle
    public void end(FinishBundleContext context) {
      context.output(
          KV.of(stage, number), GlobalWindow.INSTANCE.maxTimestamp(), GlobalWindow.INSTANCE);
    }
  }
}
