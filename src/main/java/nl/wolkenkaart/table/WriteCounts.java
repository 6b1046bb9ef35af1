package nl.wolkenkaart.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import nl.wolkenkaart.observation.WholeFile;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Sum;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/**
 * Adds up what the stages counted and writes it as one JSON object to a file of the run. Counted in
 * the data and not in the runner's metrics, since a runner that repeats work counts that twice.
 */
public final class WriteCounts
    extends PTransform<PCollection<KV<String, Long>>, PCollection<String>> {
  private static final long serialVersionUID = 1;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** So that there is a file even if there is no count. */
  private static final String NOTHING = "";

  private final String file;

  private WriteCounts(String file) {
    this.file = file;
  }

  /** A step that writes to a file, a local path or a URI. */
  public static WriteCounts to(String file) {
    return new WriteCounts(file);
  }

  @Override
  public PCollection<String> expand(PCollection<KV<String, Long>> counts) {
    KvCoder<String, Long> coder = KvCoder.of(StringUtf8Coder.of(), VarLongCoder.of());
    PCollection<KV<String, Long>> begin =
        counts.getPipeline().apply("Begin", Create.of(KV.of(NOTHING, 0L)).withCoder(coder));
    return PCollectionList.of(counts)
        .and(begin)
        .apply("Add the beginning", Flatten.pCollections())
        .setCoder(coder)
        .apply("Add up", Sum.longsPerKey())
        .setCoder(coder)
        .apply("Key all sums alike", WithKeys.of(""))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), coder))
        .apply("Bring the sums together", GroupByKey.create())
        .apply("Write the sums", ParDo.of(new WriteFn(file)))
        .setCoder(StringUtf8Coder.of());
  }

  private static final class WriteFn extends DoFn<KV<String, Iterable<KV<String, Long>>>, String> {
    private static final long serialVersionUID = 1;
    private final String file;

    WriteFn(String file) {
      this.file = file;
    }

    @ProcessElement
    public void write(
        @Element KV<String, Iterable<KV<String, Long>>> all, OutputReceiver<String> out)
        throws IOException {
      Map<String, Long> sums = new TreeMap<>();
      all.getValue().forEach(sum -> sums.put(sum.getKey(), sum.getValue()));
      sums.remove(NOTHING);
      byte[] json = JSON.writeValueAsBytes(sums);
      WholeFile.write(file, "application/json", channel -> channel.write(ByteBuffer.wrap(json)));
      out.output(file);
    }
  }
}
