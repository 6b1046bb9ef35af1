package nl.wolkenkaart.table;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What all descriptors of a dataset say alike.
 *
 * @param root its folder
 */
record Dataset(
    Path root,
    Subject subject,
    Publication publication,
    ImmutableList<Resource> resources,
    FileSums sums) {

  static final ImmutableList<String> KEYWORDS =
      ImmutableList.of("cloud", "digital sovereignty", "DNS", "e-mail", "mail providers");

  /** Reads the files of a folder. */
  static Dataset of(Path root, Subject subject, Publication publication) throws IOException {
    ImmutableList<Resource> resources = Resource.all(root, subject.kind());
    FileSums sums = new FileSums(root);
    sums.read(resources.stream().flatMap(resource -> resource.paths().stream()).toList());
    return new Dataset(root, subject, publication, resources, sums);
  }

  String name() {
    return subject.name();
  }

  String title() {
    return subject.title();
  }

  String description() {
    return subject.description();
  }

  LocalDate runDate() {
    return subject.runDate();
  }

  /** The run date as a version by Semantic Versioning 2.0.0, which allows no leading zeros. */
  String version() {
    return runDate().getYear() + "." + runDate().getMonthValue() + '.' + runDate().getDayOfMonth();
  }
}
