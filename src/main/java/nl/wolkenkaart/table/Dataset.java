package nl.wolkenkaart.table;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * What all descriptors of a dataset say alike.
 *
 * @param root its folder
 * @param runDate the date that its run stands for
 * @param lists the lists of organisations, wherever they are
 */
record Dataset(
    Path root,
    LocalDate runDate,
    ImmutableList<Path> lists,
    Publication publication,
    ImmutableList<Resource> resources,
    FileSums sums) {
  /** What the datasets of all runs are about. */
  static final String TITLE = "Who receives and who runs the mail of organisations";

  static final String DESCRIPTION =
      "Measured from public DNS and classified by rules; what each column means is in the schemas."
          + " What was run, on what, and what came of it is in run-manifest.json. It shows which"
          + " companies are pointed to, not what is in the mail, nor what was agreed about it.";

  static final ImmutableList<String> KEYWORDS =
      ImmutableList.of("cloud", "digital sovereignty", "DNS", "e-mail", "mail providers");

  /** Reads the files of a folder. */
  static Dataset of(Path root, LocalDate runDate, List<Path> lists, Publication publication)
      throws IOException {
    ImmutableList<Resource> resources = Resource.all(root);
    FileSums sums = new FileSums(root);
    sums.read(resources.stream().flatMap(resource -> resource.paths().stream()).toList());
    return new Dataset(root, runDate, ImmutableList.copyOf(lists), publication, resources, sums);
  }

  /** Its name for programs, the same for all that one run date stands for. */
  String name() {
    return "wolkenkaart-" + runDate;
  }

  String title() {
    return TITLE + ", " + runDate;
  }

  /** The run date as a version by Semantic Versioning 2.0.0, which allows no leading zeros. */
  String version() {
    return runDate.getYear() + "." + runDate.getMonthValue() + '.' + runDate.getDayOfMonth();
  }
}
