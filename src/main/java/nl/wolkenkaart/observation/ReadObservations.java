package nl.wolkenkaart.observation;

import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.extensions.avro.io.AvroDatumFactory;
import org.apache.beam.sdk.extensions.avro.io.AvroIO;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/** Reads the observations of a folder. */
public final class ReadObservations extends PTransform<PBegin, PCollection<DomainObservation>> {
  private static final long serialVersionUID = 1;

  private final String folder;

  private ReadObservations(String folder) {
    this.folder = folder;
  }

  /**
   * A step that reads all files of a folder.
   *
   * @param folder folder of the observations, a local path or a URI
   */
  public static ReadObservations from(String folder) {
    return new ReadObservations(folder);
  }

  @Override
  public PCollection<DomainObservation> expand(PBegin begin) {
    return begin.apply(
        "Read files of observations",
        AvroIO.read(DomainObservation.class)
            .withCoder(AvroCoder.specific(DomainObservation.class))
            .withDatumReaderFactory(AvroDatumFactory.specific(DomainObservation.class))
            .from(ObservationFiles.pattern(folder)));
  }
}
