package nl.wolkenkaart.table;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;

/** What a dataset's folder holds. */
public enum DatasetKind {
  /** The tables of one run; the manifest does not say so. */
  RUN("run", Tables.ALL),
  /** What differs between two runs. */
  COMPARISON("changes", ImmutableList.of(Tables.CHANGES, Tables.FLOWS, Tables.NET_FLOWS)),
  /** The figures of several runs. */
  SERIES("trend", ImmutableList.of(Tables.TREND));

  private final String word;
  private final ImmutableList<Table<?>> tables;

  DatasetKind(String word, ImmutableList<Table<?>> tables) {
    this.word = word;
    this.tables = tables;
  }

  /** Its name in the manifest. */
  public String word() {
    return word;
  }

  /** Its tables, which are written in every format, in the order in which they are described. */
  public ImmutableList<Table<?>> tables() {
    return tables;
  }

  /** The kind of that name; a run for any other text. */
  static DatasetKind of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst().orElse(RUN);
  }

  /** The tables of all kinds. */
  static ImmutableList<Table<?>> allTables() {
    return Arrays.stream(values())
        .flatMap(kind -> kind.tables.stream())
        .collect(ImmutableList.toImmutableList());
  }
}
