package nl.wolkenkaart.provider;

import java.io.IOException;
import java.nio.file.Path;
import nl.wolkenkaart.observation.AnswerIndex;
import nl.wolkenkaart.observation.FindObservations;
import nl.wolkenkaart.observation.ObservationFiles;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Says of each domain in files of observations ({@link FindObservations}) who runs its mail. Pure:
 * the same observations give the same findings.
 */
public final class ClassifyDomains
    extends PTransform<PCollection<KV<Integer, Iterable<String>>>, PCollection<DomainAttribution>> {
  private static final long serialVersionUID = 1;

  private final CatalogueSource catalogue;
  private final @Nullable String addresses;

  private ClassifyDomains(CatalogueSource catalogue, @Nullable String addresses) {
    this.catalogue = catalogue;
    this.addresses = addresses;
  }

  /**
   * A step that classifies.
   *
   * @param catalogue travels with the step
   * @param addresses file of a table of addresses ({@link AddressTable}), the same on every worker;
   *     null for none
   */
  public static ClassifyDomains with(CatalogueSource catalogue, @Nullable String addresses) {
    return new ClassifyDomains(catalogue, addresses);
  }

  @Override
  public PCollection<DomainAttribution> expand(PCollection<KV<Integer, Iterable<String>>> files) {
    return files
        .apply("Weigh the evidence of each domain", ParDo.of(new ClassifyFn(catalogue, addresses)))
        .setCoder(AvroCoder.specific(DomainAttribution.class));
  }

  private static final class ClassifyFn
      extends DoFn<KV<Integer, Iterable<String>>, DomainAttribution> {
    private static final long serialVersionUID = 1;

    private final Counter domains = Metrics.counter("provider", "domains");
    private final CatalogueSource catalogue;
    private final @Nullable String addresses;
    private transient AddressTable table;
    private transient Classifier classifier;

    ClassifyFn(CatalogueSource catalogue, @Nullable String addresses) {
      this.catalogue = catalogue;
      this.addresses = addresses;
    }

    @Setup
    public void setup() throws IOException {
      table = addresses == null ? AddressTable.none() : AddressTable.open(Path.of(addresses));
      classifier = new Classifier(catalogue.catalogue(), table);
    }

    @Teardown
    public void teardown() throws IOException {
      // Beam also tears down what could not be set up.
      if (table != null) {
        table.close();
      }
    }

    @ProcessElement
    public void classify(
        @Element KV<Integer, Iterable<String>> share, OutputReceiver<DomainAttribution> out)
        throws IOException {
      for (String file : share.getValue()) {
        ObservationFiles.forEach(
            file,
            observation -> {
              out.output(classifier.classify(new AnswerIndex(observation)));
              domains.inc();
            });
      }
    }
  }
}
