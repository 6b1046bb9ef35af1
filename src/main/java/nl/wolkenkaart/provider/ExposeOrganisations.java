package nl.wolkenkaart.provider;

import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/** Attributions to the rows of the table of exposures, see {@link Exposures}. */
public final class ExposeOrganisations
    extends PTransform<PCollection<Attribution>, PCollection<Exposure>> {
  private static final long serialVersionUID = 1;

  private final CatalogueSource source;

  private ExposeOrganisations(CatalogueSource source) {
    this.source = source;
  }

  /**
   * A step that names who holds or passes the mail.
   *
   * @param source with the owners of the day
   */
  public static ExposeOrganisations with(CatalogueSource source) {
    return new ExposeOrganisations(source);
  }

  @Override
  public PCollection<Exposure> expand(PCollection<Attribution> attributions) {
    return attributions
        .apply("Name who holds or passes the mail", ParDo.of(new ExposeFn(source)))
        .setCoder(AvroCoder.specific(Exposure.class));
  }

  private static final class ExposeFn extends DoFn<Attribution, Exposure> {
    private static final long serialVersionUID = 1;
    private final CatalogueSource source;
    private transient Catalogue catalogue;

    ExposeFn(CatalogueSource source) {
      this.source = source;
    }

    @Setup
    public void setup() {
      catalogue = source.catalogue();
    }

    @ProcessElement
    public void expose(@Element Attribution row, OutputReceiver<Exposure> out) {
      Exposures.of(row, catalogue).forEach(out::output);
    }
  }
}
