package nl.wolkenkaart.table;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.stream.Stream;

/** What a dataset's folder holds. */
public enum DatasetKind {
  /** The tables of one run; the manifest does not say so. */
  RUN("run"),
  /** What differs between two runs. */
  COMPARISON("changes"),
  /** The figures of several runs. */
  SERIES("trend");

  private final String word;

  DatasetKind(String word) {
    this.word = word;
  }

  /** Its name in the manifest. */
  public String word() {
    return word;
  }

  /** Its tables, which are written in every format, in the order in which they are described. */
  public ImmutableList<Table<?>> tables() {
    return switch (this) {
      case RUN -> Tables.ALL;
      case COMPARISON -> ImmutableList.of(Tables.CHANGES, Tables.FLOWS, Tables.NET_FLOWS);
      case SERIES -> ImmutableList.of(Tables.TREND);
    };
  }

  /** The kind of that name; a run for any other text. */
  static DatasetKind of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst().orElse(RUN);
  }

  /** The tables of all kinds. */
  static ImmutableList<Table<?>> allTables() {
    return Stream.concat(
            Tables.DESCRIBED.stream(),
            Stream.of(COMPARISON, SERIES).flatMap(kind -> kind.tables().stream()))
        .collect(ImmutableList.toImmutableList());
  }
}
