package nl.wolkenkaart.statistics;

import org.checkerframework.checker.nullness.qual.Nullable;

/** Why a row of the changes is there: values of {@code kind}, see comparison.avdl. */
public final class ChangeKind {
  /** One value to another, both seen. */
  public static final String MOVED = "moved";

  /** From a value that shows nobody. */
  public static final String NOW_SEEN = "now_seen";

  /** To a value that shows nobody: no move away. */
  public static final String NO_LONGER_SEEN = "no_longer_seen";

  /** Between two values that show nobody. */
  public static final String UNDECIDED = "undecided";

  /** New in the list. */
  public static final String APPEARED = "appeared";

  /** No longer in the list. */
  public static final String GONE = "gone";

  /** The same value on other evidence. */
  public static final String EVIDENCE_CHANGED = "evidence_changed";

  /** The list has another sector or domain. */
  public static final String LIST_CHANGED = "list_changed";

  /** The two runs had different tables of addresses. */
  public static final String TABLE_CHANGED = "table_changed";

  /** Our catalogue, corrections or program say something else of the same observations. */
  public static final String CATALOGUE_CHANGED = "catalogue_changed";

  /** A company has another owner, so the same operator stands under another law. */
  public static final String CHANGED_OWNER = "changed_owner";

  private ChangeKind() {}

  /** The kind of a change of the world, from what was seen before and after. */
  static String of(ChangeAxis axis, @Nullable String from, @Nullable String to) {
    return of(axis.isUnseen(from), axis.isUnseen(to));
  }

  static String of(boolean unseenBefore, boolean unseenAfter) {
    if (unseenBefore) {
      return unseenAfter ? UNDECIDED : NOW_SEEN;
    }
    return unseenAfter ? NO_LONGER_SEEN : MOVED;
  }
}
