package nl.wolkenkaart.provider;

import nl.wolkenkaart.observation.AnswerIndex;
import nl.wolkenkaart.observation.DomainObservation;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/** Says of each domain who runs its mail. Pure: the same observations give the same findings. */
public final class ClassifyDomains
    extends PTransform<PCollection<DomainObservation>, PCollection<DomainAttribution>> {
  private static final long serialVersionUID = 1;

  private ClassifyDomains() {}

  /** A step that classifies with the catalogue that comes with the program. */
  public static ClassifyDomains withEmbeddedCatalogue() {
    return new ClassifyDomains();
  }

  @Override
  public PCollection<DomainAttribution> expand(PCollection<DomainObservation> observations) {
    return observations
        .apply("Weigh the evidence of each domain", ParDo.of(new ClassifyFn()))
        .setCoder(AvroCoder.specific(DomainAttribution.class));
  }

  private static final class ClassifyFn extends DoFn<DomainObservation, DomainAttribution> {
    private static final long serialVersionUID = 1;

    private final Counter domains = Metrics.counter("provider", "domains");
    private transient Classifier classifier;

    @Setup
    public void setup() {
      classifier = new Classifier(Catalogue.embedded());
    }

    @ProcessElement
    public void classify(
        @Element DomainObservation observation, OutputReceiver<DomainAttribution> out) {
      out.output(classifier.classify(new AnswerIndex(observation)));
      domains.inc();
    }
  }
}
