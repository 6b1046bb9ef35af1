package nl.wolkenkaart.table;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The papers by which other programs know a dataset: {@code datapackage.json} (Data Package 2.0),
 * {@code dcat.jsonld} (DCAT-AP-NL 3.0), {@code croissant.json} (Croissant 1.1) and {@code
 * CITATION.cff} (Citation File Format 1.2.0). All are made of the schemas, the files and the run,
 * and none has a time of writing: the same dataset gives the same bytes.
 */
public final class Descriptors {
  private static final ImmutableList<String> NAMES =
      ImmutableList.of(DataPackage.FILE, Dcat.FILE, Croissant.FILE, CitationFile.FILE);

  private Descriptors() {}

  /** Names of the files, in a run's folder. */
  public static ImmutableList<String> names() {
    return NAMES;
  }

  /**
   * Writes them for a dataset whose tables are written.
   *
   * @param folder its folder, on this machine
   * @return what the files that are described come to, for {@link Checksums#write}
   */
  public static DescribedFiles write(RunFolder folder, Subject subject, Publication publication)
      throws IOException {
    Dataset dataset = Dataset.of(Path.of(folder.root()), subject, publication);
    // All texts first: where a file is missing, nothing is written.
    List<String> texts =
        List.of(
            DataPackage.text(dataset),
            Dcat.text(dataset),
            Croissant.text(dataset),
            CitationFile.text(dataset));
    for (int i = 0; i < texts.size(); i++) {
      Checksums.replace(dataset.root().resolve(NAMES.get(i)), texts.get(i));
    }
    return new DescribedFiles(dataset.sums());
  }

  /** Files that were read for the descriptors and need not be read again. */
  public static final class DescribedFiles {
    private final FileSums sums;

    DescribedFiles(FileSums sums) {
      this.sums = sums;
    }

    FileSums sums() {
      return sums;
    }
  }
}
