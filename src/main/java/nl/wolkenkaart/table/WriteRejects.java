package nl.wolkenkaart.table;

import nl.wolkenkaart.directory.Reject;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;

/** Writes {@code rejects.csv} in the order of file and line; only its header if there are none. */
public final class WriteRejects extends PTransform<PCollection<Reject>, PCollection<String>> {
  private final RunFolder folder;

  private WriteRejects(RunFolder folder) {
    this.folder = folder;
  }

  public static WriteRejects to(RunFolder folder) {
    return new WriteRejects(folder);
  }

  @Override
  public PCollection<String> expand(PCollection<Reject> rejects) {
    return rejects.apply("Write the rejects", WriteTable.asCsv(folder, Tables.REJECTS));
  }
}
