package nl.wolkenkaart.table;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What a dataset is about and was made of.
 *
 * @param name its name for programs, the same for all that were made of runs of the same dates
 * @param title its name for people
 * @param of what it was made of; each stands on this machine now
 */
public record Subject(
    DatasetKind kind, String name, String title, LocalDate runDate, ImmutableList<Source> of) {
  /** What the datasets of all runs are about. */
  static final String TITLE = "Who receives and who runs the mail of organisations";

  private static final String NAME = "wolkenkaart-";

  /**
   * A file that a dataset was made of.
   *
   * @param title what it is
   */
  public record Source(String title, Path file) {}

  /**
   * A run.
   *
   * @param lists the lists of organisations, wherever they are
   */
  public static Subject run(LocalDate date, List<Path> lists) {
    return new Subject(
        DatasetKind.RUN,
        NAME + date,
        TITLE + ", " + date,
        date,
        lists.stream()
            .map(list -> new Source("List of organisations " + list.getFileName(), list))
            .collect(ImmutableList.toImmutableList()));
  }

  /**
   * What was made of several runs.
   *
   * @param dates the dates that they stand for, in order
   * @param manifests their manifests, in that order
   */
  public static Subject ofRuns(DatasetKind kind, List<LocalDate> dates, List<Path> manifests) {
    LocalDate from = dates.get(0);
    LocalDate to = dates.get(dates.size() - 1);
    ImmutableList.Builder<Source> sources = ImmutableList.builder();
    for (int i = 0; i < dates.size(); i++) {
      sources.add(new Source("Run of " + dates.get(i) + ", its manifest", manifests.get(i)));
    }
    return new Subject(
        kind,
        NAME + kind.word() + '-' + from + '-' + to,
        TITLE + ": " + kind.word() + ", " + from + " to " + to,
        to,
        sources.build());
  }

  /** What all datasets of this kind are about. */
  String seriesTitle() {
    return kind == DatasetKind.RUN ? TITLE : TITLE + ": " + kind.word();
  }

  String description() {
    return kind == DatasetKind.RUN
        ? "Measured from public DNS and classified by rules; what each column means is in the"
            + " schemas. What was run, on what, and what came of it is in run-manifest.json. It shows"
            + " which companies are pointed to, not what is in the mail, nor what was agreed about"
            + " it."
        : "Made of runs that were measured from public DNS; what each column means is in the"
            + " schemas. Of what it was made and what came of it is in run-manifest.json.";
  }

  /** A source that is no file; null where there is none. */
  @Nullable String furtherSource() {
    return kind == DatasetKind.RUN ? "Public DNS" : null;
  }
}
